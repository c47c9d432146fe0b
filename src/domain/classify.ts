/** What a letter is: kind, trust, language, time, tasks, and why. Pure. */

import { authenticate } from "./authentication.ts";
import { bounceReason } from "./bounce.ts";
import { isOwnReminder } from "./candidate.ts";
import { judgeClaim } from "./claim.ts";
import { judgeDirect } from "./direct.ts";
import { doubt, flagsOf, isBulk, letter, nothing, type ReadingContext } from "./finding.ts";
import { withoutQuotes } from "./forward.ts";
import { judgeForward, judgeUnreadForward } from "./forwarded.ts";
import type { Finding, Message, Role } from "./letter.ts";
import { doubtAttachments, judgeLinks, linkingOf } from "./link-doubts.ts";
import { judgeOwnReply } from "./own-reply.ts";
import { judgePasted } from "./pasted.ts";
import { readOfficial } from "./reading.ts";
import { isFromIrcc, isOfficialAddress } from "./sender.ts";
import { receivedDirectly } from "./when.ts";

export type { ReadingContext } from "./finding.ts";

/** `role` is null for a file. `knownPortal1`: Message-IDs of known Portal 1 letters, and of their forwards. */
export type Judged = {
  readonly message: Message;
  readonly role: Role | null;
  readonly knownPortal1: ReadonlySet<string>;
};

/** Judges a redacted message. */
export const judge = (input: Judged, context: ReadingContext): Finding => {
  const { message, role } = input;
  const { receivedAt } = receivedDirectly(message, context.now);
  if (isOwnReminder(message))
    return {
      ...nothing,
      kind: "own_reminder",
      receivedAt,
      why: ["it carries the mark of Landfall's own reminders"],
    };
  const fromIrcc = isFromIrcc(message);
  const ownReply = fromIrcc && role !== "sent" ? null : judgeOwnReply(input);
  if (ownReply !== null) return { ...nothing, ...ownReply, receivedAt };
  const bounce = judgeBounce(input, context);
  if (bounce !== null) return bounce;
  if (fromIrcc) return judgeDirect(message, context);
  return (
    judgeForward(message, context) ??
    judgeUnreadForward(message, context) ??
    judgeOfficial(message, context) ??
    judgeClaim(message, context) ??
    judgePasted(message, context) ??
    notIrcc(message, receivedAt)
  );
};

/** The person's answer came back. Who wrote a bounce cannot be checked, so it is never verified. */
const judgeBounce = ({ message, knownPortal1 }: Judged, context: ReadingContext): Finding | null => {
  const reason = bounceReason(message, knownPortal1);
  if (reason === null) return null;
  const { trust, why, doubt: own } = authenticate(message, context);
  return {
    ...nothing,
    ...(own === undefined ? {} : { doubts: [own] }),
    ...receivedDirectly(message, context.now),
    kind: "reply_bounced",
    tasks: ["reply"],
    trust: trust === "suspicious" ? trust : "unverified",
    why: [reason, why],
  };
};

/** From another domain of the government: a notice of IRCC's, or a portal letter that none is known to send. */
const judgeOfficial = (message: Message, context: ReadingContext): Finding | null => {
  const isOfficial =
    message.from.length > 0 && message.from.every(({ address }) => isOfficialAddress(address));
  if (!isOfficial || isBulk(message)) return null;
  const text = withoutQuotes(message.text);
  const reading = readOfficial({ subject: message.subject, text, from: message.from });
  if (reading === null) return null;
  const verdict = authenticate(message, context);
  return letter(reading, {
    text,
    ...doubt(verdict, [
      ...flagsOf(message),
      ...judgeLinks(reading, linkingOf(message, text, context, verdict), verdict.trust).doubts,
      ...doubtAttachments(reading, message, verdict.trust),
    ]),
    when: receivedDirectly(message, context.now),
    about: [`From is ${message.from.map(({ address }) => address).join(", ")}`],
    problems: message.problems,
  });
};

const notIrcc = ({ from, problems }: Message, receivedAt: Date | null): Finding => ({
  ...nothing,
  receivedAt,
  why: [
    `From is ${from.map(({ address }) => address).join(", ") || "nobody"}, not IRCC; it forwards no letter and is none`,
    ...problems,
  ],
});
