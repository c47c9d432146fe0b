/**
 * Where messages begin and end in an mbox file (RFC 4155). The file is walked through piece by piece: however long it
 * is, little of it is in memory.
 */

import type { FileHandle } from "node:fs/promises";

/** Bytes of the file: from the first of the message to the one behind its last. */
export type Span = { readonly from: number; readonly to: number };

const pieceBytes = 1024 * 1024;
/** A separator is a line; programs that write longer ones write no mbox. */
const longestSeparator = 1000;
const mark = Buffer.from("\nFrom ");

/** Every message of an mbox, in the order of the file; none where it does not begin like one. */
export async function* messagesIn(file: FileHandle): AsyncGenerator<Span> {
  let from: number | null = null;
  for await (const { at, length } of separatorsIn(file)) {
    if (from !== null) yield { from, to: at };
    from = at + length;
  }
  if (from !== null) yield { from, to: (await file.stat()).size };
}

type Separator = { readonly at: number; readonly length: number };

/** A piece overlaps the one before it, so that no separator is cut in two. */
async function* separatorsIn(file: FileHandle): AsyncGenerator<Separator> {
  // The first line has no line before it: it is read as if it had one.
  let piece = Buffer.from("\n");
  let start = -1;
  for (let read = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, read);
    piece = Buffer.concat([piece, buffer.subarray(0, bytesRead)]);
    read += bytesRead;
    const isLast = bytesRead === 0;
    const until = isLast ? piece.length : Math.max(0, piece.length - longestSeparator);
    let done = 0;
    for (let at = piece.indexOf(mark); at >= 0 && at < until; at = piece.indexOf(mark, at + 1)) {
      const length = separatorLength(piece.subarray(at + 1, at + 1 + longestSeparator), isLast);
      if (length !== null) yield { at: start + at + 1, length };
      done = at + 1;
    }
    if (isLast) return;
    done = Math.max(done, until);
    start += done;
    piece = piece.subarray(done);
  }
}

/** Length of the line with its end, where it is a separator and not a sentence that begins with "From". */
const separatorLength = (bytes: Buffer, isLast: boolean): number | null => {
  const end = bytes.indexOf("\n");
  const length = end < 0 ? (isLast ? bytes.length : 0) : end + 1;
  return isSeparator.test(bytes.toString("latin1", 0, length)) ? length : null;
};

/** "From somebody Thu Nov 26 10:00:00 2026" with a zone or without; Thunderbird writes "From - ". */
const isSeparator = /^From \S.{0,400}\b\d{1,2}:\d\d(?::\d\d)?\b.{0,60}\r?\n?$/;

/**
 * The message without what an mbox adds to it: one ">" before each line that would look like a separator
 * (https://www.loc.gov/preservation/digital/formats/fdd/fdd000385.shtml, mboxrd; mboxo quotes fewer lines in the same way).
 */
export const unquoted = (source: Buffer): Buffer =>
  source.includes("\n>")
    ? Buffer.from(source.toString("latin1").replaceAll(/^>(>*From )/gm, "$1"), "latin1")
    : source;
