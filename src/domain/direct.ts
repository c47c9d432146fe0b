/** A letter that IRCC's address stands on, sent to the person themselves. */

import { authenticate, type Verdict } from "./authentication.ts";
import type { Doubted } from "./doubt.ts";
import { enclosedRefusal } from "./enclosed.ts";
import { doubt, flagsOf, knownTo, letter, type ReadingContext, tellDestinations } from "./finding.ts";
import { forwardedText, readForward, withoutQuotes } from "./forward.ts";
import type { Finding, Message } from "./letter.ts";
import { doubtAttachments, judgeLinks, linkingOf } from "./link-doubts.ts";
import { poseOf } from "./look-alike.ts";
import { type Reading, readLetter } from "./reading.ts";
import { isIrccAddress, isListed } from "./sender.ts";
import { isForwardSubject, isReplySubject } from "./subject.ts";
import { receivedDirectly } from "./when.ts";

export const judgeDirect = (message: Message, context: ReadingContext): Finding => {
  const outer = authenticate(message, context);
  const refusal = enclosedRefusal(message, enclosedAuthors(message), context);
  const { reading, text } = readDirect(message, refusal !== null && outer.trust === "verified");
  const verdict = refusal === null || outer.trust === "verified" ? outer : refused(outer, refusal);
  const isProved = verdict.trust === "verified";
  const known = knownTo(message, context);
  // Whoever sends a message within a message means it to be read; the person's own comes back in a bounce.
  const shown = !isProved && enclosesOthers(message, known) ? message.text : text;
  const { doubts, portals } = judgeLinks(reading, linkingOf(message, shown, context, verdict), verdict.trust);
  const senders = message.from.map(({ address }) => address).join(", ");
  return letter(reading, {
    text,
    ...doubt(verdict, [
      ...flagsOf(message),
      ...(isProved ? [] : posesIn(message)),
      ...doubts,
      ...doubtAttachments(reading, message, verdict.trust),
      ...tellDestinations(reading, { text: shown, links: message.links ?? [], known, isProved }),
    ]),
    when: receivedDirectly(message, context.now),
    about: [`From is ${senders}`, ...portals],
    problems: message.problems,
  });
};

/**
 * An office may forward a letter to the person itself, in its text or as a message of its own; an answer's quoted part is
 * never the letter, nor is what IRCC, proved to have written, shows of a forged one.
 */
const readDirect = (message: Message, showsForged: boolean): { reading: Reading | null; text: string } => {
  const own = withoutQuotes(message.text);
  const reading = readLetter(message.subject, own);
  if (reading !== null || showsForged) return { reading, text: own };
  if (isForwardSubject(message.subject))
    return { reading: readLetter(message.subject, message.text), text: message.text };
  const isEnclosed = enclosedAuthors(message).length > 0 && !isReplySubject(message.subject);
  const enclosed = isEnclosed ? readForward(message) : null;
  if (enclosed === null) return { reading, text: own };
  const text = forwardedText(enclosed);
  return { reading: readLetter(enclosed.subject || message.subject, text), text };
};

/** IRCC's addresses in the messages that it encloses. */
const enclosedAuthors = ({ enclosed = [] }: Message): readonly string[] =>
  enclosed.flatMap(({ from }) => from.map(({ address }) => address)).filter(isIrccAddress);

const enclosesOthers = ({ enclosed = [] }: Message, known: readonly string[]): boolean =>
  enclosed.some(({ from }) => !from.every(({ address }) => isListed(address, known)));

/** Whoever poses as IRCC in a message that nothing proves to come through IRCC. */
const posesIn = ({ enclosed = [] }: Message): readonly Doubted[] =>
  enclosed.flatMap(({ from }) => from.flatMap((sender) => poseOf(sender) ?? []));

const refused = ({ why }: Verdict, refusal: Verdict): Verdict => ({
  ...refusal,
  why: `${why}; but of the letter in it: ${refusal.why}`,
});
