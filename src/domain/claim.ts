/** What is made to look like a letter of IRCC's. */

import { type ReadingContext, isBulk, letter } from "./finding.ts";
import { firstPerson } from "./chatter.ts";
import { readForward, withoutQuotes } from "./forward.ts";
import type { Finding, Message } from "./letter.ts";
import { looksLikeIrcc, poseOf } from "./look-alike.ts";
import { hasNoticeSubject } from "./notices.ts";
import { officialSubjects } from "./phrases.ts";
import { readLetter } from "./reading.ts";
import { namesIrcc, recognise, topicOf } from "./recognise.ts";
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
  const poses = [...message.from, ...source.from].flatMap((sender) => poseOf(sender) ?? []);
  const firm = reading?.isPortal === true && recognise(source.subject, text)?.firm === true;
  if (reading === null || !isClaim(message, source, { text, firm, poses })) return null;
  const finding = letter(reading, {
    text,
    trust: "suspicious",
    when:
      forward === null ? receivedDirectly(message, context.now) : receivedThrough(message, forward, context),
    about: [
      "it reads like a letter of IRCC's, but neither it nor a message forwarded in it comes from cic.gc.ca",
    ],
    reasons: [...new Set(poses)],
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
  readonly poses: readonly string[];
};

/** A sender who poses as IRCC, or a whole letter under an official subject; not a mail that speaks of one. */
const isClaim = (
  message: Message,
  source: Pick<Message, "subject" | "from">,
  { text, firm, poses }: Claim,
): boolean => {
  const names = topicOf(source.subject) !== null || hasNoticeSubject(source.subject);
  const senders = [...message.from, ...source.from].map(({ name }) => name);
  if (!names || !namesIrcc(...senders, source.subject, text) || firstPerson.test(plainTextOf(text)))
    return false;
  if (isBulk(message)) return false;
  if ([...message.from, ...source.from].some(({ address }) => looksLikeIrcc(domainOf(address)))) return true;
  if (!firm) return false;
  if (poses.length > 0) return true;
  const { rest, prefixes } = readSubject(source.subject);
  return !prefixes.includes("reply") && officialSubjects.some((official) => official.test(rest));
};
