/** The person's answer came back: IRCC never got it (RFC 3464, and what mail systems write instead). */

import { everyMatch } from "./every-match.ts";
import { fold } from "./fold.ts";
import type { Header, Message } from "./letter.ts";
import { isIrccAddress } from "./sender.ts";
import { isReplySubject } from "./subject.ts";
import { topicOf } from "./topic.ts";

/** True of a mail system's own message, by its header alone: by who wrote it, or as a report that says so (RFC 3462). */
export const isFromMailSystem = ({ from, headers }: Pick<Message, "from" | "headers">): boolean =>
  from.some(({ address }) =>
    /^(?:mailer-daemon|postmaster|mail-?daemon|microsoftexchange[0-9a-f]{8,40})@|^(?:mailer-daemon|postmaster)$/.test(
      address,
    ),
  ) || headers.some(isDeliveryReport);

/** RFC 3462: a report, and one about a mail's delivery. */
export const isDeliveryReport = ({ name, value }: Header): boolean =>
  name === "content-type" && report.test(value);

const report = /^\s*multipart\/report\b[^]{0,500}report-type\s*=\s*"?delivery-status/i;

/** Why a message is a bounce of an answer to IRCC; null where it is none. */
export const bounceReason = (
  message: Pick<Message, "from" | "subject" | "text" | "headers" | "references">,
  knownPortal1: ReadonlySet<string>,
): string | null => {
  if (!isFromMailSystem(message)) return null;
  const text = fold(message.text.slice(0, longest));
  if (isDelay(fold(message.subject), text) || !failed.test(`${fold(message.subject)}\n${text}`)) return null;
  const quoted = everyMatch(message.text.slice(0, longest), inBrackets).map((match) => match[1] ?? "");
  if ([...message.references, ...quoted].some((id) => knownPortal1.has(id)))
    return "a mail system could not deliver the answer to a known Portal 1 letter";
  const address = failedAddresses(message.headers, text).find(isIrccAddress);
  return address === undefined || isOtherMail(message)
    ? null
    : `a mail system could not deliver the person's message to ${address}`;
};

/**
 * True if what came back names its subject, and that is of nothing that Portal 1 is about: a question to IRCC about a visa. One that
 * names none, or one that can be of anything, may be the answer.
 */
const isOtherMail = ({ subject, text }: Pick<Message, "subject" | "text">): boolean => {
  const named = [
    undeliverable.exec(subject)?.[1] ?? "",
    ...everyMatch(text.slice(0, longest), subjectField).map((match) => match[1] ?? ""),
  ].filter((each) => each.trim() !== "");
  return named.length > 0 && named.every(isOfOther);
};

/** An answer has the subject of what it answers, and a person may write it in any language. */
const isOfOther = (subject: string): boolean =>
  !isReplySubject(subject) &&
  topicOf(subject) === null &&
  !mayBeOfPortal1.test(fold(subject)) &&
  // The mail system's own.
  !failed.test(fold(subject)) &&
  !/=\?|[^\p{Script=Latin}\p{Script=Common}]/u.test(subject);

const undeliverable =
  /^\s{0,9}(?:undeliver(?:able|ed)|non remis(?:ible)?|returned mail|mail delivery failed|failure notice)\s{0,9}:\s{0,9}(.{1,300})$/i;
const subjectField = /^[ \t>]{0,9}(?:subject|objet|betreff)[ \t]{0,9}:[ \t]{0,9}(.{1,300})$/gim;
const mayBeOfPortal1 =
  /portal|portail|confirm|permanent|residen|\b(?:pr|rp|ecopr|copr|crpe?|ircc|cic|uci|iuc)\b|landing|appli|demande|dossier|\bfile\b|repl(?:y|ies)|answer|respon|repons|inform|detail|renseign|\d{5}/;

const longest = 50_000;
const inBrackets = /<([^<>\s]{3,300})>/g;

const failed =
  /undeliver|not (?:be )?delivered|could(?:n't| not) be delivered|delivery (?:has )?failed|delivery status notification \(failure\)|returned mail|returned to sender|mail delivery failed|address not found|user unknown|wasn't found|action: failed|\b5\.\d\.\d{1,3}\b|non remis|n'a pas pu etre (?:remis|livre)|echec de (?:la )?remise|退信|无法投递/;

/** It is only late, and may still arrive. */
const isDelay = (subject: string, text: string): boolean =>
  /action: delayed/.test(text) ||
  (/delay|retard|still being retried/.test(subject) && !/action: failed/.test(text));

/** Whom it did not reach, as its fields say; else whom it names above the message that it returns. */
const failedAddresses = (headers: readonly Header[], text: string): readonly string[] => {
  const fields = [
    ...headers.filter(({ name }) => name === "x-failed-recipients").map(({ value }) => value.toLowerCase()),
    ...text.split("\n").filter((line) => /^(?:final|original)-recipient:/.test(line)),
  ].join("\n");
  const above = text.slice(0, returned.exec(text)?.index ?? text.length);
  return ((fields.includes("@") ? fields : above).match(anyAddress) ?? []).slice(0, 20);
};

const anyAddress = /[^\s<>()[\]"',;:]{1,64}@[a-z0-9.-]{1,200}[a-z]/g;
const returned =
  /-{3,} ?(?:original|forwarded|returned|begin|message|this is)|\n(?:from|received|return-path|de|message-id|in-reply-to):/;
