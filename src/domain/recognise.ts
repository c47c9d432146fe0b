/** Which letter a text is, by its subject and its body together (docs/domain.md 0.3). */

import { type Kind, type Task, tasksOfPortal2 } from "./letter.ts";
import { isMention } from "./mentions.ts";
import { readSaid, type Said } from "./said.ts";
import * as signs from "./signs.ts";
import { type Statement, states } from "./statement.ts";
import { isOfFamily } from "./whose-ecopr.ts";

/** `firm`: the body has the structure of a letter and not only its words. */
export type Recognised = {
  readonly kind: Extract<Kind, "portal1" | "portal2" | "ecopr">;
  readonly subkind: string | null;
  readonly tasks: readonly Task[];
  readonly firm: boolean;
  /** An eCoPR by few words alone, which subject and body do not agree upon. */
  readonly surmised: boolean;
  readonly why: readonly string[];
};

/** Recognises a letter; null where subject and body do not make one. */
export const recognise = (subject: string, text: string): Recognised | null => {
  const body = text.slice(0, longest);
  const said = readSaid(subject, body);
  const kind = decide(said);
  if (kind === null || isSpokenOf(kind, said, { subject, body })) return null;
  const surmised = kind === "ecopr" && said.ecopr.surmised;
  const isOthers = kind === "ecopr" && isOfFamily(subject, body);
  return {
    ...kinds[kind],
    subkind: isOthers ? "family_member" : subkindOf(kind, { subject, body }),
    firm: isFirm(kind, said),
    surmised,
    why: [
      ...explain(kind, said),
      ...(isOthers ? ["it is that of another member of the family"] : []),
      ...(surmised ? ["it says so in few words: until you confirm it, it ends no other window"] : []),
    ],
  };
};

/** A letter in two languages has less than a quarter of it. */
const longest = 50_000;

type Texts = { readonly subject: string; readonly body: string };

const isSpokenOf = (shape: Shape, said: Said, texts: Texts): boolean => {
  const { kind } = kinds[shape];
  return kind !== "ecopr" && isMention({ ...texts, kind, isExisting: shape === "existing", said });
};

/** What sort of credentials they are is asked of them alone. */
const subkindOf = (shape: Shape, { subject, body }: Texts): string | null => {
  if (shape !== "credentials") return kinds[shape].subkind;
  const said = (statement: Statement): boolean => states(body, statement);
  if (signs.familyMember.some(said) || states(subject, signs.kinsAccess)) return "family_member";
  const isReissued = signs.reissued.some(said) || states(subject, signs.givenOnceMore);
  return isReissued ? "reissued" : "credentials";
};

/** True if one of the texts names IRCC or its portal. */
export const namesIrcc = (...texts: readonly string[]): boolean =>
  texts.some((text) => states(text.slice(0, longest), signs.naming));

/** True if IRCC writes of somebody's own application, whatever it says of it. */
export const isOwnMatter = (text: string): boolean => states(text.slice(0, longest), signs.ownMatter);

/** True if a text is about immigration, whoever writes it. */
export const isAboutImmigration = (...texts: readonly string[]): boolean =>
  texts.some((text) => states(text.slice(0, longest), signs.immigration));

type Shape = "credentials" | "existing" | "ecopr" | "portal1";

const kinds: Readonly<Record<Shape, Pick<Recognised, "kind" | "subkind" | "tasks">>> = {
  credentials: {
    kind: "portal2",
    subkind: "credentials",
    tasks: tasksOfPortal2,
  },
  existing: { kind: "portal2", subkind: "existing_account", tasks: ["presence", "address", "photo"] },
  ecopr: { kind: "ecopr", subkind: null, tasks: ["print"] },
  portal1: { kind: "portal1", subkind: null, tasks: ["reply"] },
};

/**
 * The body decides, and the subject where the body leaves it open. Portal 1 may speak of the account that
 * comes, Portal 2 of the eCoPR that comes: the more telling wins.
 */
const decide = (said: Said): Shape | null => {
  const topic = said.subject?.topic;
  const isPortal1 = asksLikePortal1(said);
  const surelyPortal1 = isPortal1 && !said.passwordGiven && topic !== "credentials" && tellingItems(said) > 0;
  // A password that was cut out is a sign by itself where the portal is named.
  const hasCredentials = said.account
    ? said.passwordGiven || said.password
    : said.passwordGiven && said.portalNamed;
  const mayBeEcopr = !said.ecopr.withdrawn;
  const namesEcopr = said.ecopr.named && (said.ecopr.confirmed || !said.isAnswer);
  if (topic === "ecopr" && mayBeEcopr && !said.passwordGiven && namesEcopr && said.invited < 3)
    return "ecopr";
  if (surelyPortal1) return "portal1";
  if (hasCredentials) return "credentials";
  // Who is asked for everything is asked for a photo for the first time.
  if (said.photoReturned && said.tasks < 3) return null;
  if (hasEcopr(said)) return "ecopr";
  if (opensAccount(said)) return isNewAccount(said) ? "credentials" : "existing";
  if (isPortal1) return "portal1";
  // The most telling subject there is, above a body that says nothing else.
  if (topic === "ecopr" && mayBeEcopr && !said.isAnswer && !said.passwordGiven) return "ecopr";
  return topic === "credentials" && (said.password || (said.account && !said.isAnswer))
    ? "credentials"
    : null;
};

/**
 * An eCoPR closes windows, so no letter counts as one that still asks for the portal's tasks, or for a passport: those
 * speak of the eCoPR that comes. Only who is a permanent resident may be asked for a thing or two besides.
 */
const hasEcopr = ({ ecopr, invited, passportAsked, isAboutOther, isOtherNews }: Said): boolean =>
  ecopr.confirmed &&
  !ecopr.withdrawn &&
  !(ecopr.surmised && isOtherNews) &&
  !passportAsked &&
  !isAboutOther &&
  invited < (ecopr.landed ? 3 : 2);

/**
 * A list of what only Portal 1 wants to know needs no request in words that are known. An answer of
 * IRCC's may ask for something too; it is Portal 1 only if it asks as Portal 1 does.
 */
const asksLikePortal1 = (said: Said): boolean => {
  const telling = tellingItems(said);
  // An appendix to a passport asks for eyes, height and address as well.
  if (said.passportAsked && telling < 3 && !(telling > 0 && said.asksReply && said.subject !== null))
    return false;
  if (said.isAnswer) return said.asksReply && said.items.length >= 3 && telling > 0;
  if (said.asksReply) return said.items.length >= 2 && (telling > 0 || said.portalNamed);
  return telling === 3 || (telling === 2 && said.items.length >= 4);
};

const tellingItems = ({ items }: Said): number => items.filter(({ telling }) => telling).length;

const isNewAccount = ({ newAccount, passwordComes, existingAccount }: Said): boolean =>
  (newAccount || passwordComes) && !existingAccount;

const opensAccount = ({ existingAccount, tasks, unfinished, subject, ...said }: Said): boolean => {
  if (said.confirmTask && said.portalNamed) return true;
  const account = said.account || said.passwordComes;
  return existingAccount
    ? tasks >= 2 || (unfinished && subject !== null)
    : (account && tasks === 3 && (subject !== null || (said.portalNamed && said.invited >= 2))) ||
        (said.invited === 3 &&
          !said.photoReturned &&
          said.portalNamed &&
          (said.newAccount || subject?.topic === "credentials"));
};

const isFirm = (shape: Shape, said: Said): boolean =>
  ({
    credentials: said.passwordGiven,
    existing: said.existingAccount,
    ecopr: said.ecopr.confirmed,
    portal1: tellingItems(said) > 0 || said.items.length >= 4,
  })[shape];

const explain = (shape: Shape, said: Said): readonly string[] => {
  const items = said.items.map(({ means }) => means).join(", ");
  const body = {
    credentials:
      said.passwordGiven || said.password
        ? "the body gives a temporary password and an account to sign in to"
        : "the body speaks of a new account, and does not give its password",
    existing: "the body asks to sign in with the account you have, and to declare presence, address or photo",
    ecopr: "the body says that the eCoPR can be downloaded",
    portal1: `the body asks for an answer with: ${items}`,
  }[shape];
  const subject =
    said.subject === null
      ? "the subject is none of the known ones"
      : `the subject says "${said.subject.words}"`;
  return [subject, body];
};
