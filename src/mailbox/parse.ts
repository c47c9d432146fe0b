/** From the bytes of an e-mail to a `Message`. Reading never fails: what cannot be read is told in `problems`. */

import { domainToASCII } from "node:url";
import type { Address, Header, Message } from "../domain/letter.ts";
import { htmlToText } from "./html.ts";

/** Longest body text kept, in characters: letters have a few thousand. */
export const maxTextLength = 200_000;

/** Reads a whole message. */
export const parseMessage = async (source: Uint8Array, internalDate: Date | null): Promise<Message> => {
  const parts = await split(source);
  const { text, problems } = await bodyText(parts);
  return message(parts, {
    internalDate,
    text,
    problems: [...parts.problems, ...problems],
  });
};

/** Reads a header block alone; `text` is empty. */
export const parseHeaders = async (headerBlock: Uint8Array, internalDate: Date | null): Promise<Message> => {
  const parts = await split(Buffer.concat([headerBlock, Buffer.from("\r\n\r\n")]));
  return message(parts, { internalDate, text: "", problems: parts.problems });
};

type Parts = {
  readonly headers: readonly Header[];
  /** Encoded words decoded. */
  readonly subject: string;
  readonly plain: string;
  readonly html: string;
  readonly problems: readonly string[];
};

type Rest = Pick<Message, "internalDate" | "text" | "problems">;

/** Lets mailparser take the message apart; attachments are passed over. */
const split = async (source: Uint8Array): Promise<Parts> => {
  const { MailParser } = await import("mailparser");
  const parser = new MailParser(parserOptions);
  const parts = { ...noParts, problems: [] as string[] };
  parser.on("headers", (headers) => {
    const subject = headers.get("subject");
    parts.subject = typeof subject === "string" ? subject : "";
  });
  parser.on("headerLines", (lines) => {
    parts.headers = lines.map(readHeaderLine);
  });
  parser.on("data", (part) => {
    if (part.type === "attachment") {
      part.content.on("end", () => part.release?.());
      part.content.resume();
      return;
    }
    parts.plain = part.text ?? "";
    parts.html = part.html ?? "";
  });
  await new Promise<void>((resolve) => {
    parser.on("error", (error: Error) => {
      parts.problems.push(`The message could not be read to its end: ${error.message}`);
      resolve();
    });
    parser.on("end", resolve);
    parser.end(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  });
  return parts;
};

const noParts: Parts = { headers: [], subject: "", plain: "", html: "", problems: [] };

const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  checksumAlgo: false,
  // A message enclosed by Apple Mail or Outlook is text, with a head that reads like a forward's.
  defaultInlineEmbedded: true,
} as const;

/** A raw line (its bytes as Latin-1) as name and unfolded value (RFC 5322 section 2.2.3). */
const readHeaderLine = ({ key, line }: { key: string; line: string }): Header => ({
  name: key,
  value: Buffer.from(line.slice(line.indexOf(":") + 1), "binary")
    .toString()
    .replaceAll(/\r?\n[ \t]*/g, " ")
    .trim(),
});

/** The plain part, unless it is empty or a mere stub beside a longer HTML part. */
const bodyText = async ({ plain, html }: Parts): Promise<Pick<Message, "text" | "problems">> => {
  const bounded = plain.slice(0, maxTextLength);
  if (html === "" || bounded.trim().length > longestStub) return { text: bounded, problems: [] };
  try {
    const text = (await htmlToText(html)).slice(0, maxTextLength);
    return { text: text.length > 3 * bounded.trim().length ? text : bounded, problems: [] };
  } catch (error) {
    return { text: bounded, problems: [`The HTML part could not be read: ${String(error)}`] };
  }
};

/** "Your e-mail program cannot show HTML" and the like. */
const longestStub = 200;

const message = async ({ headers, subject }: Parts, rest: Rest): Promise<Message> => {
  const { parseAddressHeader } = await import("mailparser");
  const values = (...names: readonly string[]): string[] =>
    names.flatMap((name) => headers.filter((header) => header.name === name).map(({ value }) => value));
  const addresses = (...names: readonly string[]): readonly Address[] =>
    parseAddressHeader(values(...names), addressOptions).value.flatMap(readAddress);
  return {
    headers,
    subject: subject.replaceAll(/\s+/g, " ").trim(),
    from: addresses("from"),
    to: addresses("to", "cc"),
    replyTo: addresses("reply-to"),
    messageId: messageIds(values("message-id"))[0] ?? null,
    references: messageIds(values("in-reply-to", "references")),
    date: readDate(values("date")[0]),
    ...rest,
  };
};

/** The domain stays in ASCII (RFC 5890), so that a look-alike letter cannot pass for its model. */
const addressOptions = { flatten: true, decodePunycode: false };

const readAddress = ({ name, address }: { name: string; address?: string }): Address[] =>
  address ? [{ name, address: normalizeAddress(address) }] : [];

const normalizeAddress = (address: string): string => {
  const at = address.lastIndexOf("@");
  if (at < 0) return address.toLowerCase();
  const domain = address.slice(at + 1).replace(/\.$/, "");
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`.toLowerCase();
};

/** Message-IDs without brackets or repetition; the first hundred, a thread's chain may be endless. */
const messageIds = (values: readonly string[]): string[] => {
  const ids = values
    .join(" ")
    .slice(0, 20_000)
    .matchAll(/<([^<>\s]+)>|([^<>\s,]+@[^<>\s,]+)/g);
  return [...new Set([...ids].map((match) => match[1] ?? match[2] ?? ""))].slice(0, 100);
};

const readDate = (value: string | undefined): Date | null => {
  const date = new Date((value ?? "").replaceAll(/\([^()]*\)/g, " "));
  return Number.isNaN(date.getTime()) ? null : date;
};
