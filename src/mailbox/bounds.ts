/**
 * A body cut down to what may be a letter, before it is taken apart: what nobody reads costs as much time as what is
 * read, and whoever writes to a mailbox chooses how much of it there is.
 */

/** Keeps the beginning of each part, of attachments next to nothing, and no more parts than any letter has. */
export const bounded = (body: Uint8Array): Uint8Array => {
  if (body.length <= ofAnyLetter) return body;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const kept: Buffer[] = [];
  let [left, start] = [longestBody, 0];
  for (let count = 0; count < mostParts && start < bytes.length && left > 0; count += 1) {
    const end = endOfPart(bytes, start);
    const part = bytes.subarray(start, end);
    const beginning = part.subarray(0, Math.min(longestOf(part), left));
    kept.push(beginning, ...(beginning.length < part.length ? [lineEnd] : []));
    left -= beginning.length;
    start = end;
  }
  return Buffer.concat(kept);
};

/** Bytes; below this there is nothing to gain. */
const ofAnyLetter = 16 * 1024;
const mostParts = 500;
/** Bytes of text, with the pictures that some programs put into it. */
const longestText = 4 * 1024 * 1024;
const longestBody = 12 * 1024 * 1024;
const longestAttachment = 4 * 1024;
const longestHead = 8 * 1024;
/** A boundary stands at the beginning of its line. */
const lineEnd = Buffer.from("\r\n");

/** Up to the next line that may be a boundary (RFC 2046 section 5.1.1). */
const endOfPart = (bytes: Buffer, start: number): number => {
  const next = bytes.indexOf("\n--", start);
  return next < 0 ? bytes.length : next + 1;
};

const longestOf = (part: Buffer): number => {
  if (part.length <= longestAttachment) return part.length;
  const head = part.toString("latin1", 0, longestHead).split(/\r?\n\r?\n/, 1)[0] ?? "";
  const isAttachment = /^content-type:\s{0,9}(?!text\/|message\/|multipart\/)/im.test(head);
  return isAttachment ? longestAttachment : longestText;
};
