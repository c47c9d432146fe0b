/** The words of a reminder that is to go out now. */

import { correct } from "../domain/correction.ts";
import { factsOf, lettersNamed } from "../domain/facts.ts";
import type { PlannedReminder, Uncertain } from "../domain/plan.ts";
import type { Window } from "../domain/windows.ts";
import { correctionsOf, type Word } from "../domain/words.ts";
import { wordReminder, type ReminderWords } from "../domain/wording.ts";
import { languageOf } from "./language.ts";
import type { CaseRecord, JudgedLetter, Ledger } from "./ports.ts";
import type { RemindPorts } from "./remind.ts";
import type { Replanned } from "./replan.ts";

/** A case, read and folded once. */
export type Standing = Replanned & { readonly windows: readonly Window[]; readonly now: Date };

/** Null where nothing that the reminder tells of matters any more. */
export const wordsOf = async (
  { ledger, planning: { timeZone }, language }: RemindPorts,
  reminder: PlannedReminder,
  standing: Standing,
): Promise<ReminderWords | null> => {
  const words = await ledger.words();
  const [record, cases, letters, toldAt] = await Promise.all([
    ledger.case(reminder.caseId),
    ledger.cases(),
    lettersOf(ledger, lettersNamed(reminder, standing), words),
    ledger.lastToldAt(reminder.caseId, reminder.id),
  ]);
  const caseLabel = record?.label ?? reminder.caseId;
  const uncertain = await uncertainOf(ledger, letters);
  const isOther = ({ id, mergedInto }: CaseRecord): boolean =>
    id !== reminder.caseId && mergedInto === undefined;
  const amongSeveral = cases.some(isOther);
  const facts = factsOf(reminder, {
    ...standing,
    caseLabel,
    amongSeveral,
    uncertain,
    letters,
    timeZone,
    toldAt,
    // Whosever letter it was that was corrected: a date in a calendar that is told again does no harm.
    isCorrected: words.some(({ saidAt }) => toldAt !== null && saidAt > toldAt),
  });
  if (facts.items.length === 0) return null;
  // What the person told has no letter of its own: it is told of as the case's letters are written.
  const isTold = facts.items.every(({ letter }) => letter === null);
  const spoken = isTold ? { ...facts, language: await languageOf(ledger, standing.events) } : facts;
  return wordReminder(spoken, language);
};

/** The first of the letters of which it is not known whose it is. */
const uncertainOf = async (ledger: Ledger, letters: readonly JudgedLetter[]): Promise<Uncertain | null> => {
  const letter = letters.find(({ filing }) => filing?.certain === false);
  if (letter === undefined) return null;
  const nameOf = async (caseId: string): Promise<string> => {
    const label = (await ledger.case(caseId))?.label ?? caseId;
    return label === caseId ? caseId : `${caseId} (${label})`;
  };
  return { letterId: letter.id, cases: await Promise.all((letter.filing?.candidates ?? []).map(nameOf)) };
};

const lettersOf = async (
  ledger: Ledger,
  ids: readonly string[],
  words: readonly Word[],
): Promise<readonly JudgedLetter[]> => {
  const corrections = correctionsOf(words);
  const letters = await Promise.all(ids.map((id) => ledger.letter(id)));
  return letters.flatMap((letter) =>
    letter === undefined || letter.finding === null
      ? []
      : [{ ...letter, finding: correct(letter.finding, corrections.get(letter.id)) }],
  );
};
