/** What a letter is: kind, trust, language, time, tasks, and why. Pure. */

import { authenticate, type Verdict } from "./authentication.ts";
import { bounceReason } from "./bounce.ts";
import { isOwnReminder } from "./candidate.ts";
import { judgeClaim } from "./claim.ts";
import type { Doubted } from "./doubt.ts";
import { doubt, isBulk, letter, nothing, type ReadingContext, tellDestinations } from "./finding.ts";
import { withoutQuotes } from "./forward.ts";
import { judgeForward, judgeUnreadForward } from "./forwarded.ts";
import type { Finding, Message, Role } from "./letter.ts";
import { doubtAttachments, judgeLinks, ownDomains } from "./link-doubts.ts";
import { foreignNameOf } from "./look-alike.ts";
import { judgeOwnReply } from "./own-reply.ts";
import { readLetter, readOfficial } from "./reading.ts";
import { isGovernmentAddress, isIrccAddress, isOfficialAddress } from "./sender.ts";
import type { Linking } from "./strange-links.ts";
import { isForwardSubject } from "./subject.ts";
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
  const isFromIrcc = message.from.some(({ address }) => isIrccAddress(address));
  const ownReply = isFromIrcc && role !== "sent" ? null : judgeOwnReply(input);
  if (ownReply !== null) return { ...nothing, ...ownReply, receivedAt };
  if (isFromIrcc) return judgeDirect(message, context);
  return (
    judgeBounce(input, context) ??
    judgeForward(message, context) ??
    judgeUnreadForward(message, context) ??
    judgeOfficial(message, context) ??
    judgeClaim(message, context) ??
    notIrcc(message, receivedAt)
  );
};

const judgeDirect = (message: Message, context: ReadingContext): Finding => {
  const own = withoutQuotes(message.text);
  // An office may forward a letter to the person itself; an answer's quoted part is never the letter.
  const text =
    isForwardSubject(message.subject) && readLetter(message.subject, own) === null ? message.text : own;
  const reading = readLetter(message.subject, text);
  const verdict = authenticate(message, context);
  const { doubts, portals } = judgeLinks(reading, linkingOf(message, text, context, verdict), verdict.trust);
  const senders = message.from.map(({ address }) => address).join(", ");
  return letter(reading, {
    text,
    ...doubt(verdict, [
      ...flagsOf(message),
      ...doubts,
      ...doubtAttachments(reading, message, verdict.trust),
      ...tellDestinations(reading, {
        text,
        links: message.links ?? [],
        known: knownTo(message, context),
        isProved: verdict.trust === "verified",
      }),
    ]),
    when: receivedDirectly(message, context.now),
    about: [`From is ${senders}`, ...portals],
    problems: message.problems,
  });
};

const linkingOf = (message: Message, text: string, context: ReadingContext, { trust }: Verdict): Linking => ({
  text: `${message.subject}\n\n${text}`,
  links: message.links ?? [],
  known: ownDomains(context),
  foot: trust === "verified" ? "any" : "of a service",
});

/** Of whoever the letter is for. */
const knownTo = ({ to }: Message, { ownAddresses, trustedForwarders }: ReadingContext): readonly string[] => [
  ...to.map(({ address }) => address),
  ...ownAddresses,
  ...trustedForwarders,
];

/** What no genuine letter's header does. */
const flagsOf = ({ from, replyTo }: Message): readonly Doubted[] => [
  ...from.flatMap((author) => {
    const shown = foreignNameOf(author);
    if (shown === null) return [];
    const why = `its sender's name shows another address: ${shown}`;
    return [{ code: "shownName" as const, detail: shown, why }];
  }),
  ...replyTo
    .filter(({ address }) => !isGovernmentAddress(address))
    .map(({ address }) => ({
      code: "replyTo" as const,
      detail: address,
      why: `answers would go to ${address}, outside gc.ca and canada.ca`,
    })),
];

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
