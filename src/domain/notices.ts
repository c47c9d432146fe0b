/** Which of IRCC's other letters a text is. */

import { pattern } from "./fold.ts";
import type { Task } from "./letter.ts";
import { acknowledgedAnswer } from "./acknowledgements.ts";
import {
  cardMailed,
  type Form,
  forms,
  passportRequest,
  photoReturned,
  type Subkind,
} from "./notice-forms.ts";
import { states } from "./statement.ts";
import { isAnswer, readSubject } from "./subject.ts";
import { isAboutKin } from "./whose-notice.ts";

export type Notice = {
  readonly subkind: Subkind;
  readonly tasks: readonly Task[];
  /** It is about another person of the family. */
  readonly ofKin: boolean;
  readonly why: readonly string[];
};

/** Which of the other letters it is; null where neither subject nor body says. */
export const recogniseNotice = (subject: string, text: string): Notice | null => {
  const head = readSubject(subject);
  const { rest } = head;
  const isNamed = (form: Form): boolean => form.subject?.test(rest) === true && !isUnsure(form, rest);
  const named = decidedBy(rest);
  const body = text.slice(0, longest);
  const found = (form: Form, inSubject: boolean): Notice =>
    noticeOf(form, inSubject, isAboutKin(form.subkind, subject, body));
  if (named !== undefined) return found(named, true);
  for (const form of forms) {
    if (form.answersOnly === true && !isAnswer(head)) continue;
    const inSubject = isNamed(form);
    if (!inSubject && form.unlessLetter?.some((more) => states(body, more) || states(subject, more)) === true)
      continue;
    if (isOver(form, body)) continue;
    if (inSubject || states(body, form)) return found(form, inSubject);
  }
  return null;
};

/** True if a subject alone names one of these letters, so that it is worth reading whoever it comes from. */
export const hasNoticeSubject = (subject: string): boolean => {
  const { rest } = readSubject(subject);
  return forms.some((form) => form.subject?.test(rest) === true);
};

/** True if the subject alone decides that it is one of these letters. */
export const namesOther = (subject: string): boolean => decidedBy(readSubject(subject).rest) !== undefined;

/** True if a photo was sent back: a letter may say so beside what else it says. */
export const returnsPhoto = (text: string): boolean => isTold(photoReturned, text.slice(0, longest));

/** True if the passport itself is asked for: the landing is then made outside Canada. */
export const asksPassport = (text: string): boolean => isTold(passportRequest, text.slice(0, longest));

/** True if the card is on its way. */
export const mailsCard = (text: string): boolean => isTold(cardMailed, text.slice(0, longest));

/** True if it says that an answer came in. */
export const acknowledges = (text: string): boolean => isTold(acknowledgedAnswer, text.slice(0, longest));

const longest = 50_000;

const isTold = (form: Form, body: string): boolean => states(body, form) && !isOver(form, body);

const isOver = ({ over }: Form, body: string): boolean =>
  over !== undefined && states(body, over.told) && !states(body, over.unless);

/** "Your card will be mailed soon", "passport request withdrawn" leave it to the body. */
const isUnsure = ({ over }: Form, rest: string): boolean => over !== undefined && unsure.test(rest);

const unsure = pattern(
  "\\?\\s*$|\\b(?:will|soon|shortly|when|how|about to|not (?:yet|mailed|sent|shipped|issued|needed|required|wanted)|no longer|withdrawn|withdrawal|cancell?ed|cancellation|error|mistake|correction|delay(?:ed)?|received|bientôt|prochainement|sera|seront|quand|comment|pas (?:encore|été (?:postée|envoyée|expédiée|délivrée))|n'est plus|annulée?|annulation|retirée?|retrait|erreur|retard(?:ée)?|reçue?)\\b",
);

const decidedBy = (rest: string): Form | undefined =>
  forms.find((form) => form.subjectDecides === true && form.subject?.test(rest) === true);

const noticeOf = (form: Form, inSubject: boolean, ofKin: boolean): Notice => ({
  subkind: form.subkind,
  tasks: form.tasks ?? [],
  ofKin,
  why: [...explain(form, inSubject), ...(ofKin ? ["it is that of another member of the family"] : [])],
});

const explain = ({ means }: Form, inSubject: boolean): readonly string[] => [
  `the ${inSubject ? "subject" : "body"} says: ${means}`,
];
