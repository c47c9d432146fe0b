/** One look at one folder: what is new above the cursor, or back by a search where there is none. */

import type { ImapFlow } from "imapflow";
import type { Cursor, Found } from "../flow/ports.ts";
import { highestUid, type OpenFolder, type Range, type Reader, readRange } from "./read.ts";
import { noMail, searchOpenFolder, type Terms, uidsFrom } from "./search.ts";

export type Look = Reader & {
  /** Whose mailbox it is, as cursors name it. */
  readonly mailbox: string;
  /** Ends the look between two batches. */
  readonly signal: AbortSignal;
};

/** Headers fetched with one command. */
const RANGE = 200;

/**
 * Looks back in the open folder with a search, and returns the cursor from which to go on. Until all
 * was read no cursor is stored: whoever is interrupted here looks back again.
 */
export const lookBackIn = async (
  look: Look,
  folder: OpenFolder,
  terms: Terms,
  since: Date,
): Promise<Cursor> => {
  const lastUid = await highestUid(look.client); // before the search, so that nothing falls in between
  const uids = await searchOpenFolder(look.client, terms, since, folder.role);
  await readHits(look, folder, uids, async (found) => await look.taker.take(found, null));
  const cursor = cursorAt(look, folder, lastUid);
  await look.taker.take([], cursor);
  return cursor;
};

/** Reads the given messages of the open folder and hands on what is wanted of them. */
export const readHits = async (
  look: Look,
  folder: OpenFolder,
  uids: readonly number[],
  hand: (found: readonly Found[]) => Promise<void>,
): Promise<void> => {
  for (const range of rangesOf(uids)) {
    for await (const { found } of readRange(look, folder, range)) {
      look.signal.throwIfAborted();
      if (found.length > 0) await hand(found);
    }
  }
};

/**
 * Reads everything above the cursor in the open folder, `expected` messages or so, and returns the
 * new cursor; the very same one where nothing came.
 */
export const lookAhead = async (
  look: Look,
  folder: OpenFolder,
  from: Cursor,
  expected: number,
): Promise<Cursor> => {
  if (noMail(look.client)) return from;
  let cursor = from;
  for (const range of await look.heard(() => rangesAbove(look.client, from.lastUid, expected))) {
    for await (const { found, upTo } of readRange(look, folder, range)) {
      look.signal.throwIfAborted();
      if (upTo <= cursor.lastUid) continue;
      cursor = cursorAt(look, folder, upTo);
      await look.taker.take(found, cursor);
    }
  }
  return cursor;
};

/** One command does for a few messages; for many their UIDs are asked first, to read them in bounded steps. */
const rangesAbove = async (client: ImapFlow, lastUid: number, expected: number): Promise<readonly Range[]> =>
  expected <= RANGE ? [{ from: lastUid + 1 }] : rangesOf(await uidsFrom(client, lastUid + 1));

const rangesOf = (uids: readonly number[]): readonly Range[] =>
  Array.from({ length: Math.ceil(uids.length / RANGE) }, (_, index) => ({
    uids: uids.slice(index * RANGE, (index + 1) * RANGE),
  }));

const cursorAt = ({ mailbox }: Look, { path, uidValidity }: OpenFolder, lastUid: number): Cursor => ({
  mailbox,
  folder: path,
  uidValidity,
  lastUid,
});
