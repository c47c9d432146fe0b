/** A message taken apart: its header fields, the texts of its body, and the messages in it. */

import type { AttachmentStream } from "mailparser";
import { harmOf } from "../domain/attachments.ts";
import type { Header } from "../domain/letter.ts";
import { bounded } from "./bounds.ts";
import { splitMessage } from "./headers.ts";
import { libraries } from "./libraries.ts";
import { saysTheSame } from "./same-text.ts";
import { isSideText, linksOfPart } from "./side-links.ts";
import { readUsualBody } from "./usual-body.ts";

export type Parts = {
  readonly headers: readonly Header[];
  readonly plain: string;
  readonly html: string;
  /** The plain text is another one than that of the HTML: a gateway's notice, below an empty one. */
  readonly differs: boolean;
  /** Messages enclosed in this one, as they came. */
  readonly enclosed: readonly Uint8Array[];
  /** What sort of harm its attachments can do, by `harmOf`. */
  readonly attachments: readonly string[];
  /** Where its other texts lead, by `linksOfPart`. */
  readonly sideLinks: readonly string[];
  readonly problems: readonly string[];
};

/**
 * Lets mailparser take the body apart; attachments are passed over, unless they are messages. Of the header it
 * gets what it needs for that: it would read every field, and we did.
 */
export const takeApart = async (source: Uint8Array): Promise<Parts> => {
  const { headers, contentFields, body } = splitMessage(source);
  const usual = readUsualBody(headers, body);
  if (usual !== null) return { ...noParts, headers, ...usual };
  const { MailParser } = await libraries();
  const parser = new MailParser(parserOptions);
  const parts = {
    ...noParts,
    headers,
    enclosed: [] as Uint8Array[],
    sideLinks: [] as string[],
    problems: [] as string[],
  };
  const harms = new Set<string>();
  let attachments = 0;
  parser.on("data", (part) => {
    if (part.type === "attachment") {
      readAttachment(part, parts);
      const harm = harmOf(wordOf(part.contentType), wordOf(part.filename));
      if (harm !== null) harms.add(harm);
    } else {
      parts.plain = part.text ?? "";
      parts.html = part.html ?? "";
    }
    attachments += Number(part.type === "attachment");
  });
  await new Promise<void>((resolve) => {
    parser.on("error", (error: Error) => {
      parts.problems.push(`The message could not be read to its end: ${error.message}`);
      resolve();
    });
    parser.on("end", resolve);
    parser.write(contentFields);
    parser.end(bounded(body));
  });
  if (parts.plain === "" && parts.html === "" && attachments === 0) return rescued(parts, source);
  const differs = parts.html !== "" && !saysTheSame(parts.plain, parts.html);
  return { ...parts, differs, attachments: [...harms] };
};

/** What is broken enough mailparser gives as `false`, or as several. */
const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A multipart without a single part, its boundary lost: what stands below the header is text to whoever opens it. */
const rescued = (parts: Parts, source: Uint8Array): Parts => {
  const text = Buffer.from(
    source.buffer,
    source.byteOffset,
    Math.min(source.byteLength, longestRescued),
  ).toString();
  const end = text.search(/\r?\n\r?\n/);
  return end < 0 ? parts : { ...parts, plain: text.slice(end).trim() };
};

/** Bytes: text as long as is kept of any, at four bytes a letter. */
const longestRescued = 800_000;

const noParts: Parts = {
  headers: [],
  plain: "",
  html: "",
  differs: false,
  enclosed: [],
  attachments: [],
  sideLinks: [],
  problems: [],
};

const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  checksumAlgo: false,
  // It would tell an enclosed message's time in another zone, and lose its text where that is HTML.
  ignoreEmbedded: true,
} as const;

const readAttachment = (
  part: AttachmentStream,
  { enclosed, sideLinks }: { readonly enclosed: Uint8Array[]; readonly sideLinks: string[] },
): void => {
  const type = wordOf(part.contentType);
  const isMessage = enclosedTypes.has(type) && enclosed.length < mostEnclosed;
  const isText = !isMessage && isSideText(type);
  const chunks: Buffer[] = [];
  let size = 0;
  part.content.on("data", (chunk: Buffer) => {
    if ((isMessage && size < longestEnclosed) || (isText && size < longestSideText)) chunks.push(chunk);
    size += chunk.length;
  });
  part.content.on("end", () => {
    if (isMessage) enclosed.push(Buffer.concat(chunks));
    if (isText) sideLinks.push(...linksOfPart(type, Buffer.concat(chunks).toString()));
    part.release?.();
  });
};

/** A forward as an attachment, and what a bounce returns (RFC 6522). */
const enclosedTypes: ReadonlySet<string> = new Set([
  "message/rfc822",
  "message/global",
  "text/rfc822-headers",
]);
const mostEnclosed = 5;
const longestEnclosed = 2 * 1024 * 1024;
const longestSideText = 256 * 1024;
