/** From what lay in the mailbox to letters, what each is taken for, whose it is, and the plan that follows. */

import type { MailboxConfig } from "../config.ts";
import { fileLetters, eventsOf, type FiledLetter, type Filing } from "../domain/casebook.ts";
import { judge } from "../domain/classify.ts";
import { correct, type Correction } from "../domain/correction.ts";
import { factsOf, tasksOf } from "../domain/facts.ts";
import { byTime, latest } from "../domain/instants.ts";
import { repliesLast, type Finding, type Letter, type Task } from "../domain/letter.ts";
import { redact } from "../domain/redact.ts";
import { planReminders } from "../domain/reminders.ts";
import { correctionsOf, trustedBy } from "../domain/words.ts";
import { windowsOf } from "../domain/windows.ts";
import { wordReminder } from "../domain/wording.ts";
import { nameFor } from "../flow/file.ts";
import { hashIdentifiers, letterId } from "../flow/identity.ts";
import type { Found } from "../flow/ports.ts";
import { upcomingNotes } from "./upcoming-notes.ts";
import { readRemembered, type Remembered } from "./remembered.ts";

export type ScannedLetter = Letter & {
  readonly finding: Finding;
  readonly filing: Filing | null;
  /** What the person said of it before. */
  readonly correction: Correction | undefined;
};

export type UpcomingReminder = {
  readonly at: Date;
  readonly tasks: readonly Task[];
  readonly subject: string;
};

export type Conclusion = {
  readonly letters: readonly ScannedLetter[];
  readonly reminders: readonly UpcomingReminder[];
};

/** Judges what was found; what the person said before, and what was told, is read from the ledger if there is one. */
export const conclude = async (
  found: readonly Found[],
  config: MailboxConfig,
  now: Date,
): Promise<Conclusion> => {
  const remembered = await readRemembered(config.dataDir, config.key);
  const judged = judgeAll(found, config, remembered, now);
  const letters = file(judged, remembered);
  const reminders = [
    ...upcoming(letters, config, remembered, now),
    ...upcomingNotes(letters, remembered.told, config, now),
  ];
  return { letters, reminders: reminders.toSorted((a, b) => byTime(a.at, b.at)) };
};

type Judged = Omit<ScannedLetter, "filing" | "correction">;

const judgeAll = (
  found: readonly Found[],
  { reading }: MailboxConfig,
  { words, letters: known, key }: Remembered,
  now: Date,
): readonly Judged[] => {
  const context = { ...reading, trustedForwarders: [...reading.trustedForwarders, ...trustedBy(words)] };
  const seenAt = new Map(known.map((letter) => [letter.id, letter.seenAt]));
  const letters = new Map<string, Judged>();
  const knownPortal1 = new Set<string>();
  for (const { message: raw, place } of found.toSorted((a, b) => repliesLast(a.place.role, b.place.role))) {
    const { message, identifiers } = redact(raw);
    const id = letterId(message);
    const finding = judge({ message, role: place.role, knownPortal1 }, context);
    if (finding.kind === "portal1" && message.messageId !== null) knownPortal1.add(message.messageId);
    if (letters.has(id) && finding.kind !== "own_reply") continue;
    letters.set(id, {
      id,
      place,
      message,
      identifiers: hashIdentifiers(identifiers, key),
      seenAt: seenAt.get(id) ?? now,
      finding,
    });
  }
  return [...letters.values()].toSorted((a, b) => byTime(receivedAt(a), receivedAt(b)));
};

const receivedAt = ({ finding, seenAt }: Judged): Date => finding.receivedAt ?? seenAt;

/** As the daemon would file them, beside the letters that the ledger knows already. */
const file = (judged: readonly Judged[], { cases, letters, words }: Remembered): readonly ScannedLetter[] => {
  const known = new Map(letters.map((letter) => [letter.id, letter]));
  for (const letter of judged) known.set(letter.id, toFiled(letter, known.get(letter.id)));
  const filings = fileLetters(
    [...known.values()],
    words,
    cases.map(({ id }) => id),
  );
  const corrections = correctionsOf(words);
  return judged.map((letter) => {
    const correction = corrections.get(letter.id);
    return { ...letter, filing: filings.get(letter.id) ?? null, correction };
  });
};

const toFiled = ({ message, ...letter }: Judged, known: FiledLetter | undefined): FiledLetter => ({
  ...letter,
  messageId: message.messageId,
  references: message.references,
  filing: known?.filing ?? null,
});

/** The plan of each case that has letters or a past. */
const upcoming = (
  letters: readonly ScannedLetter[],
  config: MailboxConfig,
  remembered: Remembered,
  now: Date,
): readonly UpcomingReminder[] => {
  const caseIds = [
    ...remembered.cases.filter(({ mergedInto }) => mergedInto === undefined).map(({ id }) => id),
    ...filedIn(letters),
  ];
  return [...new Set(caseIds)].flatMap((caseId) => upcomingOf(caseId, letters, { config, remembered, now }));
};

/** As the daemon would name it: the first case bears the mailbox's name. */
const labelOf = (
  caseId: string,
  letters: readonly ScannedLetter[],
  { config: { imap }, remembered: { cases } }: Standing,
): string => {
  const known = cases.find(({ id }) => id === caseId);
  if (known !== undefined) return known.label;
  const opened = letters.filter(({ filing }) => filing !== null);
  const first = opened.find(({ filing }) => filing?.caseId === caseId);
  return first === undefined || (cases.length === 0 && first === opened[0])
    ? imap.user
    : nameFor(first, caseId);
};

type Standing = { readonly config: MailboxConfig; readonly remembered: Remembered; readonly now: Date };

const upcomingOf = (
  caseId: string,
  letters: readonly ScannedLetter[],
  standing: Standing,
): readonly UpcomingReminder[] => {
  const { config, remembered, now } = standing;
  const { planning, language } = config;
  const known = remembered.cases.find(({ id }) => id === caseId);
  const read = new Set(letters.map(({ id }) => `letter:${id}`));
  const events = [
    ...(known?.events ?? []).filter(({ source }) => !read.has(source)),
    ...letters
      .filter(({ filing }) => filing?.caseId === caseId)
      .flatMap((letter) => eventsOf(letter, letter.finding, letter.correction, caseId)),
  ];
  const told = letters.map((letter) => ({ ...letter, finding: correct(letter.finding, letter.correction) }));
  const history = { caseId, events, settled: known?.settled ?? new Map<string, Date>() };
  const caseLabel = labelOf(caseId, letters, standing);
  const amongSeveral = [...remembered.cases.map(({ id }) => id), ...filedIn(letters)].some(
    (id) => id !== caseId,
  );
  return planReminders(history, planning, now).map((reminder) => {
    const at = latest(reminder.dueAt, now);
    const facts = factsOf(reminder, {
      caseLabel,
      amongSeveral,
      events,
      windows: windowsOf(events, planning.timeZone, at),
      letters: told,
      toldAt: null,
      timeZone: planning.timeZone,
      now: at,
    });
    return { at, tasks: tasksOf(reminder), subject: wordReminder(facts, language).subject };
  });
};

const filedIn = (letters: readonly { readonly filing: Filing | null }[]): readonly string[] =>
  letters.flatMap(({ filing }) => filing?.caseId ?? []);
