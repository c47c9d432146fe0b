/** A letter inside somebody else's message. */

import { authenticate, type Verdict } from "./authentication.ts";
import { doubt, flagsOf, isBulk, knownTo, letter, type ReadingContext, tellDestinations } from "./finding.ts";
import { enclosedRefusal } from "./enclosed.ts";
import {
  claimsIrcc,
  claimsOfficial,
  enclosedDeeper,
  type Forward,
  forwardedText,
  readForward,
} from "./forward.ts";
import type { Address, Finding, Message } from "./letter.ts";
import { doubtAttachments, judgeLinks, ownDomains } from "./link-doubts.ts";
import { poseOf } from "./look-alike.ts";
import { isPublicMail } from "./public-mail.ts";
import { readLetter, readOfficial } from "./reading.ts";
import { domainOf, isListed } from "./sender.ts";
import type { Linking } from "./strange-links.ts";
import { isForwardSubject } from "./subject.ts";
import { receivedEnclosed, receivedThrough, receivedWithout } from "./when.ts";

/** A forward of what claims to be IRCC's. Lists forward too, and are nobody's forwarder. */
export const judgeForward = (message: Message, context: ReadingContext): Finding | null => {
  const forward = readForward(message);
  if (forward === null || !(claimsIrcc(forward) || claimsOfficial(forward))) return null;
  if (isBulk(message) && !isTrustedForwarder(message, context)) return null;
  const text = forwardedText(forward);
  const subject = forward.subject || message.subject;
  const reading = claimsIrcc(forward)
    ? readLetter(subject, text)
    : readOfficial({ subject, text, from: forward.from });
  if (reading === null && !claimsIrcc(forward)) return null;
  const verdict = forwardTrust(message, forward, context);
  const linking: Linking = {
    text: `${subject}\n\n${text}`,
    links: message.quotedLinks ?? [],
    known: ownDomains(context),
    // Below a letter that somebody trusted is proved to have forwarded stands what they wrote themselves.
    ...(verdict.trust === "verified" ? { foot: "any", signer: message.from[0] } : { foot: "of a service" }),
  };
  const { doubts, portals } = judgeLinks(reading, linking, verdict.trust);
  const inner = forward.from.map(({ name, address }) => address || name).join(", ");
  const finding = letter(reading, {
    text,
    ...doubt(verdict, [
      ...doubts,
      ...doubtAttachments(reading, message, verdict.trust),
      ...tellDestinations(reading, {
        text,
        links: [],
        known: knownTo(message, context, [...authorsOf(message.from, forward.through), ...forward.to]),
        isProved: verdict.trust === "verified",
      }),
    ]),
    when: receivedEnclosed(message, forward, context.now) ?? receivedThrough(message, forward, context),
    about: [`a forward of a message whose From is ${inner}`, ...portals],
    problems: message.problems,
  });
  return { ...finding, forwarded: true, forwardedBy: message.from[0]?.address ?? null };
};

/**
 * A forward by the person, or by somebody they trust, of a message of IRCC's whose quoted header is in no form that is
 * known, or lies too deep within others: they are told to read it themselves.
 */
export const judgeUnreadForward = (message: Message, context: ReadingContext): Finding | null => {
  if (!isTrustedForwarder(message, context) || isBulk(message)) return null;
  const about = whyUnread(message);
  if (about === null) return null;
  const finding = letter(null, {
    text: message.text,
    ...doubt(authenticate(message, context), []),
    when: receivedWithout(message, context.now),
    about: [about],
    problems: message.problems,
  });
  return { ...finding, forwarded: true, forwardedBy: message.from[0]?.address ?? null };
};

/** Null where it is no forward of IRCC's, or one that can be read. */
const whyUnread = (message: Message): string | null => {
  if (message.problems.includes(enclosedDeeper)) return "a forward of forwards, more of them than are read";
  const forward = readForward(message);
  const address = irccAddress.exec(message.text.slice(0, longestForward))?.[0];
  if (address === undefined) return null;
  if (forward?.isDeeper === true)
    return `a forward of forwards that names ${address}, more of them than are read`;
  return forward === null && isForwardSubject(message.subject)
    ? `a forward that names ${address}, whose header could not be read`
    : null;
};

const irccAddress = /[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){0,3}cic\.gc\.ca(?![\w.-])/i;
const longestForward = 50_000;

/** The person themselves, or somebody they named. */
export const isTrustedForwarder = (
  { from }: Message,
  { ownAddresses, trustedForwarders }: ReadingContext,
): boolean =>
  from.length > 0 && from.every(({ address }) => isListed(address, [...ownAddresses, ...trustedForwarders]));

const authorsOf = (...senders: readonly (readonly Address[])[]): readonly string[] =>
  senders.flat().map(({ address }) => address);

/** A friend may show a letter of the friend's own. */
const whose = ({ to }: Forward, { ownAddresses }: ReadingContext): string => {
  const others = to.filter((address) => address !== "" && !isListed(address, ownAddresses));
  return others.length === 0 ? "" : `; the letter was addressed to ${others.slice(0, 3).join(", ")}`;
};

/** Nobody can check the inner message; so the forwarder must be known, and be who they say. */
const forwardTrust = (message: Message, forward: Forward, context: ReadingContext): Verdict => {
  const by = message.from[0]?.address ?? "nobody";
  if (!isTrustedForwarder(message, context))
    return {
      trust: "suspicious",
      doubt: { code: "stranger", detail: by },
      why: `forwarded by ${by}, who is no trusted forwarder (TRUSTED_FORWARDERS)${whose(forward, context)}`,
    };
  const verdict = authenticate(message, context);
  const { trust, why } = verdict;
  const named = `forwarded by ${by}, whom you trust; of that mail: ${why}`;
  const strangers = forward.through.filter((sender) => !isKnown(sender, message, context));
  const pose = strangers.flatMap((sender) => poseOf(sender) ?? [])[0];
  if (pose !== undefined)
    return {
      trust: "suspicious",
      doubt: pose,
      why: `${named}; but it came to them from somebody else: ${pose.why}`,
    };
  const authors = forward.from.map(({ address }) => address);
  const refusal = enclosedRefusal(message, authors, context);
  if (refusal !== null) return { ...refusal, why: `${named}; but of the letter in it: ${refusal.why}` };
  const [elsewhere] = flagsOf({ from: [], replyTo: forward.replyTo });
  if (elsewhere !== undefined)
    return {
      trust: "suspicious",
      doubt: elsewhere,
      why: `${named}; but of the letter in it: ${elsewhere.why}`,
    };
  const open = openQuestion(forward, strangers);
  return trust === "verified" && open !== null
    ? { trust: "unverified", why: `${named}; ${open}` }
    : { ...verdict, why: named };
};

/** What even a trusted forwarder cannot vouch for. */
const openQuestion = ({ from }: Forward, [stranger]: readonly Address[]): string | null => {
  if (from.some(({ address }) => address === ""))
    return "the forwarded message names its author without an address";
  return stranger === undefined
    ? null
    : `but it came to them through ${stranger.address || stranger.name}, whom you have not named (TRUSTED_FORWARDERS)`;
};

/** Somebody trusted, or of the forwarder's own office. */
const isKnown = ({ address }: Address, { from }: Message, context: ReadingContext): boolean => {
  const { ownAddresses, trustedForwarders } = context;
  const office = domainOf(from[0]?.address ?? "");
  return (
    isListed(address, [...ownAddresses, ...trustedForwarders]) ||
    (address !== "" && domainOf(address) === office && !isPublicMail(office))
  );
};
