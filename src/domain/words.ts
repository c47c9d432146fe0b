/**
 * What the person said of letters and cases: facts like any other, only added to. A later word on the same
 * thing wins, and one that was taken back is as if it had never been said.
 */

import { byTime } from "./instants.ts";
import type { Correction } from "./correction.ts";

export type Said =
  | { readonly what: "corrected"; readonly letterId: string; readonly correction: Correction }
  | { readonly what: "assigned"; readonly letterId: string; readonly caseId: string }
  | { readonly what: "merged"; readonly caseId: string; readonly into: string }
  | { readonly what: "labelled"; readonly caseId: string; readonly label: string }
  | { readonly what: "trusted"; readonly address: string }
  | { readonly what: "taken back"; readonly wordIds: readonly string[] };

export type Word = { readonly id: string; readonly saidAt: Date; readonly said: Said };

/** The words that stand, oldest first, those of one instant as they were given. What was taken back stays so: it can be said again. */
export const standing = (words: readonly Word[]): readonly Word[] => {
  const takenBack = new Set(words.flatMap(({ said }) => (said.what === "taken back" ? said.wordIds : [])));
  return words
    .filter(({ id, said }) => said.what !== "taken back" && !takenBack.has(id))
    .toSorted((a, b) => byTime(a.saidAt, b.saidAt));
};

/** What the person says of each letter: a later correction adds to an earlier one, or replaces what it names. */
export const correctionsOf = (words: readonly Word[]): ReadonlyMap<string, Correction> => {
  const corrections = new Map<string, Correction>();
  for (const { said } of standing(words)) {
    if (said.what !== "corrected") continue;
    const before = corrections.get(said.letterId);
    // Who says more of a letter that was not theirs says that it is theirs after all.
    corrections.set(
      said.letterId,
      before?.notMine === true ? said.correction : { ...before, ...said.correction },
    );
  }
  return corrections;
};

/** The case that the person put each letter into. */
export const assignmentsOf = (words: readonly Word[]): ReadonlyMap<string, string> =>
  new Map(
    standing(words).flatMap(({ said }) => (said.what === "assigned" ? [[said.letterId, said.caseId]] : [])),
  );

/** For each case that was merged into another, where it ended up. */
export const mergersOf = (words: readonly Word[]): ReadonlyMap<string, string> => {
  const into = new Map<string, string>();
  for (const { said } of standing(words)) {
    // Into itself, by whatever way: that would be a circle.
    if (said.what !== "merged" || endOf(said.into, into) === said.caseId) continue;
    into.set(said.caseId, said.into);
  }
  return new Map([...into.keys()].map((caseId) => [caseId, endOf(caseId, into)]));
};

const endOf = (caseId: string, into: ReadonlyMap<string, string>): string => {
  let end = caseId;
  for (let next = into.get(end); next !== undefined; next = into.get(end)) end = next;
  return end;
};

/** The names that the person gave to cases. */
export const labelsOf = (words: readonly Word[]): ReadonlyMap<string, string> =>
  new Map(
    standing(words).flatMap(({ said }) => (said.what === "labelled" ? [[said.caseId, said.label]] : [])),
  );

/** Whose forwards the person believes, beside TRUSTED_FORWARDERS. */
export const trustedBy = (words: readonly Word[]): readonly string[] => [
  ...new Set(standing(words).flatMap(({ said }) => (said.what === "trusted" ? [said.address] : []))),
];
