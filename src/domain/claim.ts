/** What is made to look like a letter of IRCC's. */

import { type ReadingContext, isBulk, letter } from "./finding.ts";
import { firstPerson } from "./hedges.ts";
import { readForward, withoutQuotes } from "./forward.ts";
import type { Finding, Message } from "./letter.ts";
import { looksLikeIrcc, poseOf } from "./look-alike.ts";
import { officialSubjects } from "./phrases.ts";
import { namesIrcc, recognise, type Recognised, topicOf } from "./recognise.ts";
import { domainOf } from "./sender.ts";
import { plainTextOf } from "./sentences.ts";
import { readSubject } from "./subject.ts";
import { receivedDirectly, receivedThrough } from "./when.ts";

/** Neither from IRCC nor a forward of it, but made to look so: shown, never believed. */
export const judgeClaim = (message: Message, context: ReadingContext): Finding | null => {
  const forward = readForward(message);
  const source = forward === null ? message : { ...forward, subject: forward.subject || message.subject };
  const text = withoutQuotes(source.text);
  const recognised = recognise(source.subject, text);
  const poses = [...message.from, ...source.from].flatMap((sender) => poseOf(sender) ?? []);
  if (recognised === null || !isClaim(message, source, { text, recognised, poses })) return null;
  const finding = letter(
    { ...recognised, isPortal: true },
    {
      text,
      trust: "suspicious",
      when:
        forward === null
          ? receivedDirectly(message, context.now)
          : receivedThrough(message, forward, context),
      about: [
        "it reads like a letter of IRCC's, but neither it nor a message forwarded in it comes from cic.gc.ca",
      ],
      reasons: [...new Set(poses)],
      problems: [],
    },
  );
  return {
    ...finding,
    forwarded: forward !== null,
    forwardedBy: forward === null ? null : (message.from[0]?.address ?? null),
  };
};

type Claim = {
  readonly text: string;
  readonly recognised: Recognised;
  readonly poses: readonly string[];
};

/** A sender who poses as IRCC, or a whole letter under an official subject; not a mail that speaks of one. */
const isClaim = (
  message: Message,
  source: Pick<Message, "subject" | "from">,
  { text, recognised, poses }: Claim,
): boolean => {
  const names = topicOf(source.subject) !== null;
  if (!names || !namesIrcc(source.subject, text) || firstPerson.test(plainTextOf(text))) return false;
  if (isBulk(message)) return false;
  if ([...message.from, ...source.from].some(({ address }) => looksLikeIrcc(domainOf(address)))) return true;
  if (!recognised.firm) return false;
  if (poses.length > 0) return true;
  const { rest, prefixes } = readSubject(source.subject);
  return !prefixes.includes("reply") && officialSubjects.some((official) => official.test(rest));
};
