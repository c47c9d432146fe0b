/** What a text of IRCC's is: one of the letters that move a case, or one of the others. */

import type { Address, Finding, Message } from "./letter.ts";
import { hasNoticeSubject, recogniseNotice } from "./notices.ts";
import { isAboutImmigration, isOwnMatter, namesIrcc, recognise } from "./recognise.ts";
import { isMissionAddress } from "./sender.ts";
import { topicOf } from "./topic.ts";

export type Reading = Pick<Finding, "kind" | "subkind" | "tasks" | "why"> & {
  /** `Finding.surmised`. */
  readonly surmised?: boolean;
  /** `Finding.ofKin`. */
  readonly ofKin?: boolean;
  /** One of the portal's own letters: Portal 1, Portal 2, eCoPR. */
  readonly isPortal: boolean;
};

/** Reads a letter from cic.gc.ca; null where it is none that is known. */
export const readLetter = (subject: string, text: string): Reading | null => {
  const recognised = recognise(subject, text);
  if (recognised !== null) return { ...recognised, isPortal: true };
  const notice = readNotice(subject, text);
  // The portal's own subject above no more than "sign in to your account": a person has to read what it wants.
  return notice?.subkind === "account_notice" && topicOf(subject) !== null ? null : notice;
};

/**
 * Reads a letter from another domain of the government. Portal letters are not known to come from there
 * (docs/domain.md section 2), and not all that comes from there is IRCC's; null where it is not.
 */
export const readOfficial = ({
  subject,
  text,
  from,
}: Pick<Message, "subject" | "text" | "from">): Reading | null => {
  const names = from.map(({ name }) => name).join("\n");
  const isIrccs = namesIrcc(names, subject, text);
  if (isIrccs && recognise(subject, text) !== null) return misplaced;
  const notice = readNotice(subject, text);
  const isMission = from.every(({ address }) => isMissionAddress(address));
  const isPassport = notice?.subkind === "passport_request" && isMission;
  // What the portal asks for is asked from cic.gc.ca: from here nothing opens but what a mission asks for.
  if (isPassport) return notice;
  if (notice !== null && isIrccs) return { ...notice, tasks: [] };
  const isOwn = isMission ? isAboutImmigration(subject, text) : isOwnMatter(text);
  const isSection = isMission && (hasNoticeSubject(subject) || from.every(isImmigrationSection));
  return namesIrcc(names, subject) || ((isIrccs || isMission) && isOwn) || isSection ? unrecognised : null;
};

/** "vienna-immigration@", "visa.manila@", "manil-im@", or by its name: it writes to nobody but applicants. */
const isImmigrationSection = ({ name, address }: Address): boolean =>
  /^[^@]*(?:immigra|visa|[-._]imm?(?:[-._@]|$))/.test(address) ||
  /\b(?:immigration|visas?) section\b|immigration$/i.test(name);

/** Of which the person is told, so that nothing is passed over in silence. */
const unrecognised: Reading = {
  kind: "other_ircc",
  subkind: "unknown",
  tasks: [],
  isPortal: false,
  why: ["subject and body together make none of the known letters"],
};

const misplaced: Reading = {
  kind: "other_ircc",
  subkind: "unknown",
  tasks: [],
  isPortal: false,
  why: [
    "it reads like a portal letter, but those are only known to come from cic.gc.ca: is it about your application?",
  ],
};

const readNotice = (subject: string, text: string): Reading | null => {
  const notice = recogniseNotice(subject, text);
  if (notice === null) return null;
  return { kind: "other_ircc", ...notice, isPortal: false };
};
