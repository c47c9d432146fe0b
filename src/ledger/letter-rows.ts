/** What the JSON columns of a letter's row hold. */

import type { Filing } from "../domain/casebook.ts";
import type { Finding, Message } from "../domain/letter.ts";
import { fromJson } from "./damage.ts";
import { dateOrNull, type LetterRow } from "./tables.ts";

/** What JSON makes of data with dates in it. */
type Stored<T> = { readonly [K in keyof T]: T[K] extends Date | null ? string | null : T[K] };

export const toMessage = (stored: Stored<Message>): Message => ({
  ...stored,
  date: dateOrNull(stored.date),
  internalDate: dateOrNull(stored.internalDate),
});

export const toFinding = (stored: Stored<Finding>): Finding => ({
  ...stored,
  receivedAt: dateOrNull(stored.receivedAt),
});

/** In ledgers of the first version one mailbox was one case. */
export const filingOf = ({
  case_id: caseId,
  filing,
}: Pick<LetterRow, "case_id" | "filing">): Filing | null => {
  if (caseId === null) return null;
  if (filing === null) return { caseId, certain: true, by: "only case", candidates: [], home: caseId };
  const { certain, by, candidates, home, own }: StoredFiling = fromJson(filing);
  return { caseId, certain, by, candidates, home, ...(own !== undefined && { own }) };
};

/** Where a letter lay before it lay nowhere: what the person said of that case was said of it. */
export const leftIn = ({
  case_id: caseId,
  filing,
}: Pick<LetterRow, "case_id" | "filing">): { readonly left?: string } => {
  const { was = [] }: Partial<StoredFiling> = filing === null ? {} : fromJson(filing);
  const left = was.at(-1);
  return caseId !== null || left === undefined ? {} : { left };
};

/** `was`: the cases in which it lay before, the last one last, so that what was told there is not told again. */
export type StoredFiling = Omit<Filing, "caseId"> & { readonly was: readonly string[] };
