/** The words of every kind of e-mail that Landfall sends, from invented facts. */

import { wordAnswer } from "./answer-wording.ts";
import { wordNotes } from "./note-wording.ts";
import { answerSamples } from "./sample-answers.ts";
import { noteSamples } from "./sample-notes.ts";
import { samples, type Viewer } from "./samples.ts";
import { asSample, wordReminder, type ReminderWords } from "./wording.ts";
import type { ReminderLanguage } from "./wording/phrasebook.ts";

/** The names of all kinds: of reminders, of notes, of confirmations, and the one that `test-mail` sends. */
export const sampleKinds: readonly string[] = [
  ...Object.keys(samples),
  ...Object.keys(noteSamples),
  ...Object.keys(answerSamples),
  "test",
];

/** @throws Error for a name that is not one of `sampleKinds`. */
export const sampleMail = (kind: string, viewer: Viewer, language: ReminderLanguage): ReminderWords => {
  if (kind === "test") return testMail(viewer, language);
  const note = noteSamples[kind];
  if (note !== undefined) return wordNotes(note(viewer), language)!;
  const answer = answerSamples[kind];
  if (answer !== undefined) return wordAnswer(answer(viewer), language);
  const facts = samples[kind];
  if (facts === undefined)
    throw new Error(`there is no sample "${kind}"; there are ${sampleKinds.join(", ")}`);
  return wordReminder(facts(viewer), language);
};

/** What `test-mail` sends: as if a photo were due in two days. */
export const testMail = (viewer: Viewer, language: ReminderLanguage | null): ReminderWords =>
  asSample(wordReminder(samples["rung"]!(viewer), language), language);
