/** Which letter or case the person means. Ambiguity is answered with what there is, never guessed. */

import { isLeftOver } from "../domain/emptied.ts";
import type { Task } from "../domain/letter.ts";
import { windowsOf } from "../domain/windows.ts";
import type { CaseRecord, Ledger, StoredLetter } from "./ports.ts";
import type { ReplanPorts } from "./replan.ts";

/** A letter by its id, or by as much of its beginning as no other has; else what to do, in plain words. */
export const chooseLetter = async (
  ledger: Pick<Ledger, "lettersLike">,
  wanted: string,
): Promise<StoredLetter | string> => {
  const prefix = wanted.trim().toLowerCase();
  const [letter, ...others] = prefix === "" ? [] : await ledger.lettersLike(prefix);
  if (letter === undefined)
    return `there is no letter "${wanted}": \`landfall status\` lists the letters with their ids`;
  if (others.length === 0 || letter.id === prefix) return letter;
  const ids = [letter, ...others].map(({ id }) => id).join(", ");
  return `"${wanted}" begins the ids of several letters, ${ids}: give more of the one you mean`;
};

/** A case by its id, or by the one into which that one was merged. */
export const chooseCase = async (
  ledger: Pick<Ledger, "cases" | "allEvents">,
  wanted: string,
): Promise<CaseRecord | string> => {
  const found = caseAmong(await ledger.cases(), wanted);
  if (found !== null) return found;
  const living = new Set((await ledger.allEvents()).keys());
  const standing = (await ledger.cases()).filter(({ id }) => living.has(id));
  return standing.length === 0
    ? `there is no case "${wanted}", and none at all yet`
    : `there is no case "${wanted}": the cases are ${named(standing)}`;
};

/** The case whose task is meant: the one named, the only one there is, or the only one with that window open. */
export const caseForTask = async (
  { ledger, planning, clock }: ReplanPorts,
  wanted: string | undefined,
  task: Task | null,
): Promise<CaseRecord | string> => {
  const all = await ledger.cases();
  if (wanted !== undefined) return chooseCase(ledger, wanted);
  const lived: { readonly record: CaseRecord; readonly isOpen: boolean }[] = [];
  for (const record of all) {
    const events = record.mergedInto === undefined ? await ledger.events(record.id) : [];
    const windows = windowsOf(events, planning.timeZone, clock.now());
    if (isLeftOver(events, windows)) continue;
    lived.push({ record, isOpen: windows.some((window) => window.task === task && window.state === "open") });
  }
  if (lived.length === 0)
    return "there is no case yet: run `landfall run` first, until it has found a letter";
  if (lived.length === 1) return lived[0]!.record;
  const open = lived.filter(({ isOpen }) => isOpen);
  return open.length === 1
    ? open[0]!.record
    : `there are several cases: say which one with --case: ${named(lived.map(({ record }) => record))}`;
};

/** By id or name; what was merged is the case that it was merged into. */
const caseAmong = (all: readonly CaseRecord[], wanted: string): CaseRecord | null => {
  const record = all.find(({ id, label }) => id === wanted || label === wanted);
  return record?.mergedInto === undefined ? (record ?? null) : caseAmong(all, record.mergedInto);
};

const named = (cases: readonly CaseRecord[]): string =>
  cases.map(({ id, label }) => (id === label ? id : `${id} (${label})`)).join(", ");
