/** Which messages are fetched together. */

import type { Found } from "../flow/ports.ts";
import type { Troubles } from "./troubles.ts";

/** A message to be read: whole, or no more of it than its headers. */
export type Wanted = { readonly found: Found; readonly whole: boolean; readonly size: number };

const MEGABYTE = 1024 * 1024;
/** Sources held in memory at a time, unless one alone is bigger. */
const BATCH_BYTES = 8 * MEGABYTE;
const BATCH_MESSAGES = 50;

/** Where a message lies, under a name that no other one has. */
export const nameOf = ({ found: { place } }: Wanted): string =>
  `${place.uidValidity}/${place.uid} ${place.folder}`;

type Batches = [Wanted, ...Wanted[]][];

/** What fits into memory at a time; a message under suspicion alone. */
export const inBatches = (wanted: readonly Wanted[], troubles: Troubles): Batches => {
  const batches: Batches = [];
  let bytes = 0;
  for (const one of wanted) {
    const batch = batches.at(-1);
    const alone = [one, ...(batch ?? [])].some((each) => troubles.suspects(nameOf(each)));
    const fits =
      !alone && batch !== undefined && batch.length < BATCH_MESSAGES && bytes + one.size <= BATCH_BYTES;
    if (fits) batch.push(one);
    else batches.push([one]);
    bytes = fits ? bytes + one.size : one.size;
  }
  return batches;
};
