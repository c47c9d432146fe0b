/** A header block taken apart (RFC 5322 section 2.2). By hand, as a look back judges thousands of them. */

import type { Header } from "../domain/letter.ts";

/** The fields up to the first empty line, topmost first. */
export const splitHeaders = (source: Uint8Array): readonly Header[] => readFields(splitFields(source));

/** Raw fields as mailparser gives them; those without a name say nothing. */
export const readFields = (fields: readonly string[]): readonly Header[] =>
  fields.map(readField).filter(({ name }) => name !== "");

/**
 * A message as its fields, and as what is left to take apart: the fields about the content, and everything from
 * the empty line on.
 */
export const splitMessage = (
  source: Uint8Array,
): {
  readonly headers: readonly Header[];
  readonly contentFields: Uint8Array;
  readonly body: Uint8Array;
} => {
  const fields = splitFields(source);
  const ofContent = fields.filter((field) => /^(?:content-|mime-version)/i.test(field));
  return {
    headers: readFields(fields),
    contentFields: Buffer.from([...ofContent, ""].join("\r\n"), "latin1"),
    body: source.subarray(endOfHead(bytesOf(source))),
  };
};

/** Raw fields, each with its folded lines. */
const splitFields = (source: Uint8Array): readonly string[] => {
  const lines = headOf(bytesOf(source)).split(/\r?\n/);
  const fields: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields[fields.length - 1] += `\r\n${line}`;
    else if (line !== "") fields.push(line);
  }
  // A file may begin with the line that an mbox, or a post over HTTP, puts before a message.
  if (/^(?:From|POST) /i.test(fields[0] ?? "")) fields.shift();
  return fields;
};

/** A raw field (its bytes as Latin-1) as name and unfolded value (RFC 5322 section 2.2.3). */
const readField = (field: string): Header => {
  const colon = field.indexOf(":");
  return {
    name: field.slice(0, Math.max(colon, 0)).trim().toLowerCase(),
    value: unfold(field.slice(colon + 1)),
  };
};

const bytesOf = (source: Uint8Array): Buffer =>
  Buffer.from(source.buffer, source.byteOffset, source.byteLength);

const headOf = (bytes: Buffer): string => bytes.toString("latin1", 0, Math.min(endOfHead(bytes), longest));

/** Where the last line before the first empty one ends; all of the bytes where none is empty. */
const endOfHead = (bytes: Buffer): number => {
  if (bytes[0] === lineFeed || (bytes[0] === carriageReturn && bytes[1] === lineFeed)) return 0;
  const ends = ["\n\n", "\n\r\n"].map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0);
  return Math.min(...ends.map((at) => at + 1), bytes.length);
};

/** Bytes of a header block that are read; a server is asked for half of it. */
const longest = 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/** Values in UTF-8 (RFC 6532) are read as such. */
const unfold = (raw: string): string => {
  const line = raw.includes("\n") ? raw.replaceAll(/\r?\n[ \t]*/g, " ") : raw;
  return (beyondAscii.test(line) ? Buffer.from(line, "latin1").toString() : line).trim();
};

const beyondAscii = /[^\0-\x7F]/;
