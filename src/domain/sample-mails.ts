/** The words of every kind of e-mail that Landfall sends, from invented facts. */

import { digestKey, type DigestTopic } from "./digest.ts";
import { nothing } from "./finding.ts";
import { factsOfNotes } from "./note-facts.ts";
import { wordNotes } from "./note-wording.ts";
import type { NotedLetter } from "./notes.ts";
import { samples, type Viewer } from "./samples.ts";
import { asSample, wordReminder, type ReminderWords } from "./wording.ts";
import type { ReminderLanguage } from "./wording/phrasebook.ts";

/** The names of all kinds: of reminders, of notes, and the one that `test-mail` sends. */
export const sampleKinds: readonly string[] = [...Object.keys(samples), "unknown", "suspicious", "test"];

/** @throws Error for a name that is not one of `sampleKinds`. */
export const sampleMail = (kind: string, viewer: Viewer, language: ReminderLanguage): ReminderWords => {
  if (kind === "test") return testMail(viewer, language);
  if (kind === "unknown" || kind === "suspicious") return note(kind, viewer, language);
  const facts = samples[kind];
  if (facts === undefined)
    throw new Error(`there is no sample "${kind}"; there are ${sampleKinds.join(", ")}`);
  return wordReminder(facts(viewer), language);
};

/** What `test-mail` sends: as if a photo were due in two days. */
export const testMail = (viewer: Viewer, language: ReminderLanguage | null): ReminderWords =>
  asSample(wordReminder(samples["rung"]!(viewer), language), language);

const note = (topic: DigestTopic, { now, timeZone }: Viewer, language: ReminderLanguage): ReminderWords => {
  const letter = topic === "unknown" ? unknown : suspicious;
  const seen = { ...letter, seenAt: now, finding: { ...letter.finding, receivedAt: now } };
  const wanted = { key: digestKey(letter.id, topic), topic, caseId: null, wantedAt: now, dueAt: now };
  return wordNotes(factsOfNotes([wanted], { letters: [seen], timeZone, now }), language)!;
};

const unknown: Omit<NotedLetter, "seenAt"> = {
  id: "sample",
  folder: "INBOX",
  subject: "Update on your application",
  sender: "sample@cic.gc.ca",
  finding: { ...nothing, kind: "other_ircc", subkind: "unknown", trust: "verified", language: "en" },
};

const suspicious: Omit<NotedLetter, "seenAt"> = {
  ...unknown,
  folder: "Junk",
  subject: "New credentials for PR Confirmation Portal",
  sender: "ircc@canada-portal.example",
  finding: {
    ...nothing,
    kind: "portal2",
    subkind: "credentials",
    trust: "suspicious",
    language: "en",
    tasks: ["password", "presence", "address", "photo"],
    why: ["its sender is not in a domain of IRCC's"],
  },
};
