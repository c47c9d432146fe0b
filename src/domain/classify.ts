/** What a letter is: kind, trust, language, time, tasks, and why. Pure. */

import { authenticate } from "./authentication.ts";
import { isOwnReminder } from "./candidate.ts";
import { foldLine } from "./fold.ts";
import { claimsIrcc, type Forward, readForward, withoutQuotes } from "./forward.ts";
import { languageOf } from "./language.ts";
import type { Finding, Message, Role, Trust } from "./letter.ts";
import { judgeOwnReply } from "./own-reply.ts";
import { officialSubjects } from "./phrases.ts";
import { namesIrcc, recognise, type Recognised, topicOf } from "./recognise.ts";
import { isIrccAddress, isListed, posesAsIrcc } from "./sender.ts";
import { bulk, firstPerson } from "./signs.ts";
import { statedDays } from "./stated-days.ts";
import { isForwardSubject, readSubject } from "./subject.ts";
import { type ReceivedAt, receivedDirectly, receivedThrough } from "./when.ts";

/** Whose mailbox it is. Forwarders are addresses, or `@domain`. */
export type ReadingContext = {
  readonly ownAddresses: readonly string[];
  readonly trustedForwarders: readonly string[];
  /** The provider's name in Authentication-Results; null: taken from the topmost one. */
  readonly authservId: string | null;
  readonly timeZone: string;
  /** Only a file's Date field is held against it. */
  readonly now?: Date;
};

/** `role` is null for a file. `knownPortal1`: Message-IDs of known Portal 1 letters, and of their forwards. */
export type Judged = {
  readonly message: Message;
  readonly role: Role | null;
  readonly knownPortal1: ReadonlySet<string>;
  readonly bodyFetched: boolean;
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
  return judgeForward(message, context) ?? judgeClaim(message, context) ?? notIrcc(message, receivedAt);
};

const nothing: Finding = {
  kind: "not_ircc",
  subkind: null,
  trust: null,
  forwarded: false,
  forwardedBy: null,
  language: null,
  receivedAt: null,
  approximate: false,
  tasks: [],
  days: {},
  why: [],
};

const judgeDirect = (message: Message, context: ReadingContext): Finding => {
  const own = withoutQuotes(message.text);
  // An office may forward a letter to the person itself; an answer's quoted part is never the letter.
  const text =
    isForwardSubject(message.subject) && recognise(message.subject, own) === null ? message.text : own;
  const { trust, why } = authenticate(message, context.authservId);
  const senders = message.from.map(({ address }) => address).join(", ");
  return letter(recognise(message.subject, text), {
    text,
    trust,
    when: receivedDirectly(message, context.now),
    why: [`From is ${senders}`, why, ...message.problems],
  });
};

/** A forward of what claims to be IRCC's. Lists forward too, and are nobody's forwarder. */
const judgeForward = (message: Message, context: ReadingContext): Finding | null => {
  const forward = readForward(message);
  if (forward === null || !claimsIrcc(forward)) return null;
  if (isBulk(message) && !isTrustedForwarder(message, context)) return null;
  const text = withoutQuotes(forward.text);
  const { trust, why } = forwardTrust(message, forward, context);
  const inner = forward.from.map(({ name, address }) => address || name).join(", ");
  const finding = letter(recognise(forward.subject || message.subject, text), {
    text,
    trust,
    when: receivedThrough(message, forward, context),
    why: [`a forward of a message whose From is ${inner}`, why, ...message.problems],
  });
  return { ...finding, forwarded: true, forwardedBy: message.from[0]?.address ?? null };
};

const isTrustedForwarder = (
  { from }: Message,
  { ownAddresses, trustedForwarders }: ReadingContext,
): boolean =>
  from.length > 0 && from.every(({ address }) => isListed(address, [...ownAddresses, ...trustedForwarders]));

/** Nobody can check the inner message; so the forwarder must be known, and be who they say. */
const forwardTrust = (
  message: Message,
  forward: Forward,
  context: ReadingContext,
): { readonly trust: Trust; readonly why: string } => {
  const by = message.from[0]?.address ?? "nobody";
  if (!isTrustedForwarder(message, context))
    return {
      trust: "suspicious",
      why: `forwarded by ${by}, who is no trusted forwarder (TRUSTED_FORWARDERS)`,
    };
  const { trust, why } = authenticate(message, context.authservId);
  const named = `forwarded by ${by}, whom you trust; of that mail: ${why}`;
  return trust === "verified" && forward.from.some(({ address }) => address === "")
    ? { trust: "unverified", why: `${named}; the forwarded message names its author without an address` }
    : { trust, why: named };
};

/** Neither from IRCC nor a forward of it, but made to look so: shown, never believed. */
const judgeClaim = (message: Message, context: ReadingContext): Finding | null => {
  const forward = readForward(message);
  const source = forward === null ? message : { ...forward, subject: forward.subject || message.subject };
  const text = withoutQuotes(source.text);
  const recognised = recognise(source.subject, text);
  if (recognised === null || !isClaim(message, source, { text, recognised })) return null;
  const finding = letter(recognised, {
    text,
    trust: "suspicious",
    when: receivedDirectly(message, context.now),
    why: [
      "it reads like a letter of IRCC's, but neither it nor a message forwarded in it comes from cic.gc.ca",
    ],
  });
  return {
    ...finding,
    forwarded: forward !== null,
    forwardedBy: forward === null ? null : (message.from[0]?.address ?? null),
  };
};

/** A sender who poses as IRCC, or a whole letter under an official subject; not a mail that speaks of one. */
const isClaim = (
  message: Message,
  source: Pick<Message, "subject" | "from">,
  { text, recognised }: { readonly text: string; readonly recognised: Recognised },
): boolean => {
  const names = topicOf(source.subject) !== null;
  if (!names || !namesIrcc(`${source.subject}\n${text}`) || firstPerson.test(foldLine(text))) return false;
  if (isBulk(message) || !recognised.firm) return false;
  if ([...message.from, ...source.from].some(posesAsIrcc)) return true;
  const { rest, prefixes } = readSubject(source.subject);
  return (
    recognised.firm && !prefixes.includes("reply") && officialSubjects.some((official) => official.test(rest))
  );
};

/** Mailing lists, newsletters and digests (RFC 2919, RFC 2369, and the words they end with). */
const isBulk = ({ headers, text }: Message): boolean =>
  headers.some(
    ({ name, value }) =>
      name === "list-id" ||
      name === "list-unsubscribe" ||
      (name === "precedence" && /bulk|list/i.test(value)),
  ) || bulk.test(foldLine(text));

type Circumstances = {
  readonly text: string;
  readonly trust: Trust;
  readonly when: ReceivedAt;
  readonly why: readonly string[];
};

const letter = (recognised: Recognised | null, { text, trust, when, why }: Circumstances): Finding => {
  const circumstances = { ...nothing, ...when, trust, language: languageOf(text) };
  if (recognised === null)
    return {
      ...circumstances,
      kind: "other_ircc",
      subkind: "unknown",
      why: [...why, "subject and body together make none of the known letters"],
    };
  const { kind, subkind, tasks } = recognised;
  const days = statedDays(text, tasks);
  return {
    ...circumstances,
    kind,
    subkind,
    tasks,
    days,
    why: [...why, ...recognised.why, ...tellDays(days)],
  };
};

const tellDays = (days: Finding["days"]): readonly string[] =>
  Object.entries(days).map(([task, number]) => `the letter itself gives ${number} days for: ${task}`);

const notIrcc = ({ from, problems }: Message, receivedAt: Date | null): Finding => ({
  ...nothing,
  receivedAt,
  why: [
    `From is ${from.map(({ address }) => address).join(", ") || "nobody"}, not IRCC; it forwards no letter and is none`,
    ...problems,
  ],
});
