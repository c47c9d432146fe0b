/** Is a message worth fetching? Judged by its headers alone, so that private mail stays unread. */

import { isFromMailSystem } from "./bounce.ts";
import { foldLine, pattern } from "./fold.ts";
import type { Message, Role } from "./letter.ts";
import { hasNoticeSubject } from "./notices.ts";
import { subjectPhrases } from "./phrases.ts";
import { isCalledIrcc, looksLikeIrcc } from "./look-alike.ts";
import {
  domainOf,
  isFromIrcc,
  isGovernmentAddress,
  isIrccAddress,
  isListed,
  isMissionAddress,
  isOfficialAddress,
} from "./sender.ts";
import { isForwardSubject, readSubject } from "./subject.ts";

/** `knownIds`: Message-IDs of known letters, without angle brackets. */
export type CandidateContext = {
  readonly ownAddresses: readonly string[];
  readonly trustedForwarders: readonly string[];
  readonly knownIds: ReadonlySet<string>;
};

/** What to fetch: the whole message, no more than its headers, or nothing. */
export type Wanted = "whole" | "headers" | "no";

/** Of the person's own replies to IRCC only headers are wanted; our own reminders are never read. */
export const judgeHeaders = (message: Message, role: Role, context: CandidateContext): Wanted => {
  if (isOwnReminder(message)) return "no";
  if (role === "sent") return isOwnReply(message, context.knownIds) ? "headers" : "no";
  return isCandidate(message, context) ? "whole" : "no";
};

/** Our reminders carry a header that marks them. */
export const isOwnReminder = ({ headers }: Message): boolean =>
  headers.some(({ name }) => name === "x-landfall-reminder");

/** True if the subject holds one of the known phrases. */
export const hasKnownPhrase = (subject: string): boolean => {
  const { rest } = readSubject(subject);
  return subjectPhrases.some((phrase) => phrase.pattern.test(rest));
};

const isOwnReply = ({ to, references }: Message, knownIds: ReadonlySet<string>): boolean =>
  to.some(({ address }) => isIrccAddress(address)) || isKnown(references, knownIds);

const isCandidate = (
  { from, to, subject, references, headers }: Message,
  context: CandidateContext,
): boolean => {
  const isFrom = (entries: readonly string[]): boolean =>
    from.some(({ address }) => isListed(address, entries));
  // A copy of the person's own reply: it counts only where it lies in Sent, and its body is nobody's business.
  if (isFrom(context.ownAddresses) && to.some(({ address }) => isGovernmentAddress(address))) return false;
  return (
    isFromIrcc({ from }) ||
    hasKnownPhrase(subject) ||
    isFromMailSystem({ from, headers }) ||
    (from.some(({ address }) => isOfficialAddress(address)) && isNotice({ from, subject })) ||
    from.some(isCalledIrcc) ||
    (from.some(({ address }) => looksLikeIrcc(domainOf(address))) && hasNoticeSubject(subject)) ||
    isKnown(references, context.knownIds) ||
    (isFrom(context.ownAddresses) ? isForwardSubject(subject) : isFrom(context.trustedForwarders))
  );
};

/**
 * Other departments write from these domains too: worth reading is what a mission writes, what has a notice's subject,
 * and what may be about somebody's application.
 */
const isNotice = ({ from, subject }: Pick<Message, "from" | "subject">): boolean =>
  hasNoticeSubject(subject) ||
  from.some(({ address }) => isMissionAddress(address)) ||
  [subject, ...from.map(({ name }) => name)].some((text) => immigration.test(foldLine(text)));

const immigration = pattern(
  "\\bircc\\b|\\bimmigration\\b|permanent residen|résident? permanent|\\bvisas?\\b|passe?port|citizenship|citoyenneté|\\bapplication\\b|\\bdemande\\b",
);

const isKnown = (references: readonly string[], knownIds: ReadonlySet<string>): boolean =>
  references.some((id) => knownIds.has(id));
