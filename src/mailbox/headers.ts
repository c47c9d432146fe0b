/** A header block taken apart (RFC 5322 section 2.2). By hand, as a look back judges thousands of them. */

import type { Header } from "../domain/letter.ts";

/** The fields up to the first empty line, topmost first. */
export const splitHeaders = (source: Uint8Array): readonly Header[] => {
  const block = headOf(source);
  const lines = block.split(/\r?\n/);
  const fields: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields[fields.length - 1] += `\r\n${line}`;
    else if (line !== "") fields.push(line);
  }
  // A file may begin with the line that an mbox, or a post over HTTP, puts before a message.
  if (/^(?:From|POST) /i.test(fields[0] ?? "")) fields.shift();
  return readFields(fields);
};

/** Raw fields as mailparser gives them; those without a name say nothing. */
export const readFields = (fields: readonly string[]): readonly Header[] =>
  fields.map(readField).filter(({ name }) => name !== "");

/** A raw field (its bytes as Latin-1) as name and unfolded value (RFC 5322 section 2.2.3). */
const readField = (field: string): Header => {
  const colon = field.indexOf(":");
  return {
    name: field.slice(0, Math.max(colon, 0)).trim().toLowerCase(),
    value: unfold(field.slice(colon + 1)),
  };
};

const headOf = (source: Uint8Array): string => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, Math.min(source.byteLength, longest));
  const end = Math.min(...["\n\n", "\n\r\n"].map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0));
  const isEmpty = bytes[0] === lineFeed || (bytes[0] === carriageReturn && bytes[1] === lineFeed);
  return isEmpty ? "" : bytes.toString("latin1", 0, Math.min(end, bytes.length));
};

/** Bytes of a header block that are read; a server is asked for half of it. */
const longest = 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/** Values in UTF-8 (RFC 6532) are read as such. */
const unfold = (raw: string): string =>
  Buffer.from(raw, "latin1")
    .toString()
    .replaceAll(/\r?\n[ \t]*/g, " ")
    .trim();
