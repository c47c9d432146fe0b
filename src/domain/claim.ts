/** What is made to look like a letter of IRCC's. */

import { type ReadingContext, isBulk, letter } from "./finding.ts";
import type { Doubted } from "./doubt.ts";
import { firstPerson, speaksOfYours } from "./chatter.ts";
import { readForward, withoutQuotes } from "./forward.ts";
import type { Finding, Message } from "./letter.ts";
import { copiesIrcc, isCalledIrcc, looksLikeIrcc, poseOf } from "./look-alike.ts";
import { hasNoticeSubject } from "./notices.ts";
import { officialSubjects } from "./phrases.ts";
import { readLetter } from "./reading.ts";
import { isAboutImmigration, namesIrcc, recognise } from "./recognise.ts";
import { topicOf } from "./topic.ts";
import { domainOf } from "./sender.ts";
import { plainTextOf } from "./sentences.ts";
import { readSubject } from "./subject.ts";
import { receivedDirectly, receivedThrough } from "./when.ts";

/** Neither from IRCC nor a forward of it, but made to look so: shown, never believed. */
export const judgeClaim = (message: Message, context: ReadingContext): Finding | null => {
  const forward = readForward(message);
  const source = forward === null ? message : { ...forward, subject: forward.subject || message.subject };
  const text = withoutQuotes(source.text);
  const reading = readLetter(source.subject, text);
  const senders = forward === null ? message.from : [...message.from, ...source.from];
  const poses = senders.flatMap((sender) => poseOf(sender) ?? []);
  const firm = reading?.isPortal === true && recognise(source.subject, text)?.firm === true;
  if (!isClaim(message, source, { text, firm, poses, isKnown: reading !== null })) return null;
  const finding = letter(reading, {
    text,
    trust: "suspicious",
    when:
      forward === null ? receivedDirectly(message, context.now) : receivedThrough(message, forward, context),
    about: [
      "it reads like a letter of IRCC's, but neither it nor a message forwarded in it comes from cic.gc.ca",
    ],
    reasons: [...new Set(poses.map(({ why }) => why))],
    doubts: [{ code: "claim", detail: "" }, ...poses],
    problems: [],
  });
  return {
    ...finding,
    forwarded: forward !== null,
    forwardedBy: forward === null ? null : (message.from[0]?.address ?? null),
  };
};

type Claim = {
  readonly text: string;
  /** The body has a portal letter's structure and not only its words. */
  readonly firm: boolean;
  readonly poses: readonly Doubted[];
  /** It reads like a letter that is known. */
  readonly isKnown: boolean;
};

/**
 * Whoever writes from a look-alike of IRCC's domains, or is called as the department is, of what IRCC writes about; and a
 * whole letter under an official subject, or from one who poses as IRCC. Not a mail that speaks of a letter.
 */
const isClaim = (
  message: Message,
  source: Pick<Message, "subject" | "from">,
  { text, firm, poses, isKnown }: Claim,
): boolean => {
  const senders = [...message.from, ...source.from];
  const isNamed = topicOf(source.subject) !== null || hasNoticeSubject(source.subject);
  const isOfIt = isKnown || isNamed;
  if (senders.some(({ address }) => copiesIrcc(domainOf(address))))
    return isOfIt || isAboutImmigration(source.subject, text) || speaksOfYours(source.subject, text);
  if (isBulk(message) || firstPerson.test(plainTextOf(text))) return false;
  if (senders.some(isCalledIrcc)) return isOfIt || speaksOfYours(source.subject, text);
  if (!namesIrcc(...senders.map(({ name }) => name), source.subject, text)) return false;
  if (senders.some(({ address }) => looksLikeIrcc(domainOf(address)))) return isOfIt;
  if (!isNamed || !firm) return false;
  if (poses.length > 0) return true;
  const { rest, prefixes } = readSubject(source.subject);
  return !prefixes.includes("reply") && officialSubjects.some((official) => official.test(rest));
};
