/** What subject and body of a letter say, each as far as it bears on whether it is one of the portal's. */

import { readEcopr, type SaidOfEcopr } from "./ecopr.ts";
import { acknowledges, asksPassport, mailsCard, namesOther, returnsPhoto } from "./notices.ts";
import { askForReply, portal1Items } from "./portal1-signs.ts";
import * as signs from "./signs.ts";
import { type Statement, states } from "./statement.ts";
import { isAnswer, readSubject } from "./subject.ts";
import { topicOf } from "./topic.ts";

export type Said = {
  readonly subject: ReturnType<typeof topicOf>;
  /** An answer, or an automatic one. */
  readonly isAnswer: boolean;
  readonly asksReply: boolean;
  /** Subject or body. */
  readonly portalNamed: boolean;
  readonly items: readonly (Statement & { readonly telling: boolean })[];
  readonly passwordGiven: boolean;
  /** One that the person has still to change. */
  readonly password: boolean;
  readonly account: boolean;
  readonly photoReturned: boolean;
  readonly existingAccount: boolean;
  readonly unfinished: boolean;
  readonly newAccount: boolean;
  readonly passwordComes: boolean;
  readonly confirmTask: boolean;
  readonly tasks: number;
  /** How many of the portal's tasks are still to be done. */
  readonly invited: number;
  readonly ecopr: SaidOfEcopr;
  readonly passportAsked: boolean;
  /** What comes after an eCoPR, or before it, and names it in passing: a card is on its way, an answer came in. */
  readonly isOtherNews: boolean;
  /** The subject is that of an answer to a question, which may speak of anything. */
  readonly isAboutOther: boolean;
};

export const readSaid = (subject: string, body: string): Said => {
  const said = (statement: Statement): boolean => states(body, statement);
  const topic = topicOf(subject);
  const portalNamed = topic !== null || said(signs.portalNamed);
  const isReply = isAnswer(readSubject(subject));
  return {
    subject: topic,
    isAnswer: isReply,
    asksReply: said(askForReply),
    portalNamed,
    items: portal1Items.filter(said),
    passwordGiven: /\[password removed\]/.test(body),
    password: said(signs.password) && !said(signs.passwordDone),
    account: said(signs.account),
    photoReturned: returnsPhoto(body),
    existingAccount: said(signs.existingAccount),
    unfinished: said(signs.unfinished),
    newAccount: said(signs.newAccount),
    passwordComes: said(signs.passwordComes),
    confirmTask: said(signs.confirmTask),
    tasks: signs.portal2Tasks.filter(said).length,
    invited: signs.invitations.filter(said).length,
    ecopr: readEcopr({ subject, body, topic: topic?.topic ?? null, isAnswer: isReply, portalNamed }),
    passportAsked: asksPassport(body),
    isOtherNews: mailsCard(body) || (isReply && acknowledges(body)),
    isAboutOther: topic === null && namesOther(subject),
  };
};
