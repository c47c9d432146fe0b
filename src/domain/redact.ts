/** Secrets are cut out before a letter touches disk, log or queue (design decision 3). */

import { isDeliveryReport } from "./bounce.ts";
import { readIdentifiers, type RawIdentifiers } from "./identifiers.ts";
import { hostOf, unwrapLinks } from "./link-wrappers.ts";
import type { Enclosed, Header, Message } from "./letter.ts";
import { plainText } from "./plain-text.ts";
import { type Cut, cuts, findSecrets } from "./secrets.ts";

/** Cuts passwords, UCIs, application numbers and codes out of a message. Doing it twice changes nothing. */
export const redact = (letter: Message): { message: Message; identifiers: RawIdentifiers } => {
  const message = { ...letter, subject: plainText(letter.subject), text: plainText(letter.text) };
  // First: the text is looked through with its secrets.
  const identifiers = readIdentifiers(message);
  const subject = redactText(message.subject);
  return {
    message: {
      ...message,
      subject,
      text: redactText(unwrapLinks(message.text)),
      links: toHosts(message.links ?? []),
      ...(message.quotedLinks === undefined ? {} : { quotedLinks: toHosts(message.quotedLinks) }),
      headers: message.headers.flatMap((header) => redactHeader(header, subject)),
      ...(message.enclosed === undefined ? {} : { enclosed: message.enclosed.map(withoutContent) }),
    },
    identifiers,
  };
};

const toHosts = (links: readonly string[]): readonly string[] => [...new Set(links.flatMap(toHost))];

/** What is a host already stays one; a mark before a link stays before its host. */
const toHost = (link: string): readonly string[] => {
  const at = link.search(/https?:/i);
  if (at < 0) return [link];
  const host = hostOf(link.slice(at));
  return host === null ? [] : [`${link.slice(0, at)}${host}`];
};

/** Cuts until nothing is left to cut; each round leaves fewer places, so it ends. */
export const redactText = (text: string): string => {
  let before = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const after = cuts.reduce(applyCut, before);
    if (after === before) return after;
    before = after;
  }
  return before;
};

const mostRounds = 50;

/** A secret seen once beside its label is cut wherever else it stands, in quoted text too. */
const applyCut = (text: string, cut: Cut): string => {
  const { marker, everywhere } = cut;
  const found = findSecrets(text, cut);
  if (found.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const match of found) {
    const end = match.index + match[0].length;
    pieces.push(text.slice(done, end - secretOf(match).length), marker);
    done = end;
  }
  const after = [...pieces, text.slice(done)].join("");
  const repeated = everywhere ? new Set(found.map(secretOf).filter(isUnmistakable)) : [];
  return [...repeated].reduce((rest, value) => replaceOutsideMarkers(rest, value, marker), after);
};

const secretOf = (match: RegExpExecArray): string => match.groups?.["secret"] ?? "";

/** A word of prose that was taken for a secret must not vanish from the whole letter. */
const isUnmistakable = (value: string): boolean => value.length >= 6 && /\d|[a-z][A-Z]/.test(value);

const replaceOutsideMarkers = (text: string, value: string, marker: string): string =>
  text
    .split(/(\[[A-Za-z ]{3,20} removed\])/)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replaceAll(value, () => marker)))
    .join("");

/** Of an enclosed message only who sent it, and when, is asked. */
const withoutContent = ({ headers, from }: Enclosed): Enclosed => ({
  from,
  headers: headers
    .filter(({ name }) => transportHeaders.has(name))
    .flatMap((header) => redactHeader(header, ""))
    .slice(0, mostTransportHeaders),
});

const transportHeaders = new Set([
  "from",
  "date",
  "received",
  "authentication-results",
  "arc-seal",
  "arc-authentication-results",
]);
const mostTransportHeaders = 60;

/** What is needed to judge a letter again. */
const keptHeaders = new Set([
  "from",
  "to",
  "cc",
  "reply-to",
  "sender",
  "subject",
  "date",
  "message-id",
  "in-reply-to",
  "references",
  "received",
  "authentication-results",
  "arc-seal",
  "arc-authentication-results",
  "auto-submitted",
  "precedence",
  "list-id",
  "list-unsubscribe",
  "content-language",
  "content-type",
  "x-failed-recipients",
  "x-landfall-reminder",
]);

const redactHeader = (header: Header, subject: string): Header[] => {
  if (!keptHeaders.has(header.name)) return [];
  if (header.name === "subject") return [{ name: "subject", value: subject }];
  // Of all types only that of a report about a mail's delivery counts, and nothing beside it.
  if (header.name === "content-type") return isDeliveryReport(header) ? [deliveryReport] : [];
  if (header.name === "arc-seal") return [{ name: header.name, value: withoutSignature(header.value) }];
  // The link behind it often carries a token; that it is there is enough.
  if (header.name === "list-unsubscribe") return [{ name: header.name, value: "" }];
  return [header];
};

const deliveryReport: Header = {
  name: "content-type",
  value: "multipart/report; report-type=delivery-status",
};

/** Who sealed is kept, not the seal itself: it is long, and was checked on receipt. */
const withoutSignature = (seal: string): string => seal.replace(/(^|;)\s{0,9}b\s{0,9}=[^;]{0,4000}/, "$1");
