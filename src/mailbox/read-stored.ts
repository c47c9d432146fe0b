/** Reading messages that lie in files, as those of a mailbox are read: headers first, then only what is wanted. */

import type { Message, Role } from "../domain/letter.ts";
import type { Found, Taker } from "../flow/ports.ts";
import type { Stored } from "./archive.ts";
import { unquoted } from "./mbox.ts";
import { parseHeaders, parseOrHeaders } from "./parse.ts";

const MEGABYTE = 1024 * 1024;
/** Beyond it a message is cut off: its text stands before what is attached. */
const longest = 25 * MEGABYTE;
const headerSteps = [64 * 1024, MEGABYTE / 2] as const;

/** `headers` of every message, as far as it was asked for nothing more. */
export type ReadStored = { readonly headers: Message; readonly role: Role; readonly found: Found | null };

/** `number` counts the messages of one import: two of them never stand in one place. */
export const readStored = async (
  stored: Stored,
  number: number,
  taker: Pick<Taker, "wanted" | "verified">,
): Promise<ReadStored> => {
  const headers = await parseHeaders(await headerBlock(stored), stored.deliveredAt);
  const role = labelled(headers) ?? stored.role;
  const wanted = isDraft(headers) ? "no" : await taker.wanted(headers, role);
  if (wanted === "no") return { headers, role, found: null };
  const place = { folder: stored.folder, role, uid: number, uidValidity: "0" };
  if (wanted === "headers") return { headers, role, found: { message: headers, place, bodyFetched: false } };
  const source = await bytesOf(stored, longest);
  const message = await taker.verified(await parseOrHeaders(source, headers), source);
  const cut = stored.span.to - stored.span.from > longest ? [tooLong] : [];
  const whole = { ...message, problems: [...message.problems, ...cut] };
  return { headers, role, found: { message: whole, place, bodyFetched: true } };
};

const tooLong = "the message is longer than 25 MB: only its beginning was read";

const headerBlock = async (stored: Stored): Promise<Buffer> => {
  for (const bytes of headerSteps) {
    const block = await bytesOf(stored, bytes);
    if (block.length < bytes || block.includes("\n\n") || block.includes("\n\r\n")) return block;
  }
  return await bytesOf(stored, headerSteps[1]);
};

const bytesOf = async ({ file, span: { from, to }, quoted }: Stored, most: number): Promise<Buffer> => {
  const length = Math.min(most, to - from);
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, from);
  const bytes = buffer.subarray(0, bytesRead);
  return quoted ? unquoted(bytes) : bytes;
};

/** Gmail's export is one file; where a message lay stands in a field of its own. */
const labelled = ({ headers }: Message): Role | null => {
  const labels = headers.find(({ name }) => name === "x-gmail-labels")?.value.split(/,\s*/) ?? [];
  if (labels.includes("Sent")) return "sent";
  return labels.includes("Spam") ? "junk" : null;
};

const isDraft = ({ headers }: Message): boolean =>
  headers.some(({ name, value }) => name === "x-gmail-labels" && /(?:^|,)\s*Drafts?\s*(?:,|$)/.test(value));
