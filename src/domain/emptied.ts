/**
 * Cases that all their letters left. Where they went to one other case, it is that one: what the person said of the
 * first, mostly the case of a letter that fitted several, was said of the letters, and goes along with them.
 */

import type { FiledLetter, Filing } from "./casebook.ts";
import type { CaseEvent } from "./events.ts";
import type { Window } from "./windows.ts";
import type { Word } from "./words.ts";

/** For each such case, where its letters lie now; none that went several ways, or lie nowhere. */
export const emptiedInto = (
  letters: readonly Pick<FiledLetter, "id" | "filing">[],
  words: readonly Word[],
  filings: ReadonlyMap<string, Filing>,
): ReadonlyMap<string, string> => {
  const lived = new Set([...filings.values()].map(({ caseId }) => caseId));
  const into = new Map<string, Set<string>>();
  const leave = (caseId: string | null | undefined, letterId: string): void => {
    const now = filings.get(letterId)?.caseId;
    if (typeof caseId !== "string" || now === undefined || lived.has(caseId)) return;
    into.set(caseId, (into.get(caseId) ?? new Set()).add(now));
  };
  for (const { id, filing } of letters)
    for (const each of [filing, filings.get(id)]) {
      leave(each?.own, id);
      leave(each?.home, id);
    }
  // Also where that was taken back: while it lay there, something may have been said.
  for (const { said } of words) if (said.what === "assigned") leave(said.caseId, said.letterId);
  return new Map(
    [...into].flatMap(([caseId, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[caseId, only] as const],
    ),
  );
};

/** True if nothing is left but what the person said, and no window follows from it: nobody wants to see such a case. */
export const isLeftOver = (events: readonly CaseEvent[], windows: readonly Window[]): boolean =>
  windows.length === 0 && events.every(({ source }) => source === "person");
