/** The plan of notes: which are told when, and which of them share an e-mail. Pure. */

import { dateOf } from "./allowance.ts";
import { stageOf } from "./case.ts";
import { digestNotes } from "./digest.ts";
import type { CaseEvent } from "./events.ts";
import { byTime, hourMs, latest, shift } from "./instants.ts";
import type { Note, NotedLetter, NoteTopic, PlannedNote, ToldNote } from "./notes.ts";
import { outageNotes, type Looked, type Patience } from "./outage.ts";
import type { Reminder } from "./plan.ts";
import { notAtNight, type QuietHours } from "./quiet-hours.ts";
import { waitingNotes, waitsOf, type Awaited } from "./waiting.ts";
import { weeklyNotes, type WeeklyTime } from "./weekly.ts";
import { windowsOf } from "./windows.ts";

/** Which notes a person wants. */
export type NoteSettings = {
  readonly waiting: readonly Awaited[];
  /** Null: no weekly summary. */
  readonly weekly: WeeklyTime | null;
  /** How often the mailbox is looked at. */
  readonly pollMs: number;
  /** Null: as many as there are. */
  readonly mailsPerDay: number | null;
};

export type CaseEvents = { readonly id: string; readonly events: readonly CaseEvent[] };

/** What a plan of notes starts from. */
export type NoteHistory = {
  /** Letters that no note has told of. */
  readonly letters: readonly NotedLetter[];
  readonly told: readonly ToldNote[];
  readonly cases: readonly CaseEvents[];
  /** Null where none is watched. */
  readonly looked: Looked | null;
  /** Reminders that are held back until tomorrow, the first one due first. */
  readonly held: readonly Pick<Reminder, "dueAt">[];
};

export type NotePlanning = {
  readonly timeZone: string;
  readonly quietHours: QuietHours;
  readonly settings: NoteSettings;
  readonly awakeSince: Date;
};

/** A mail that goes out also tells what is wanted in the next two hours. */
const mergeMs = 2 * hourMs;

/** Every note that is still to be told, in the order they fall due. */
export const pendingNotes = (history: NoteHistory, planning: NotePlanning, now: Date): readonly Note[] =>
  [
    ...digestNotes(history.letters, history.told, planning),
    ...ofWaiting(history, planning, now),
    ...ofWeek(history, planning, now),
    ...ofMailbox(history, planning, now),
    ...ofHeld(history, planning, now),
  ].toSorted(byDueTime);

const ofWaiting = ({ cases, told }: NoteHistory, planning: NotePlanning, now: Date): readonly Note[] => {
  const waits = cases
    .flatMap(({ id, events }) => waitsOf(id, events, planning.timeZone, now))
    .filter(({ what }) => planning.settings.waiting.includes(what));
  return waitingNotes(waits, told, planning, now);
};

const ofWeek = ({ cases, told }: NoteHistory, planning: NotePlanning, now: Date): readonly Note[] => {
  const { settings, timeZone } = planning;
  if (settings.weekly === null) return [];
  const open = cases.filter(
    ({ events }) => events.length > 0 && stageOf(events, windowsOf(events, timeZone, now)) !== "complete",
  );
  const [first] = open.flatMap(({ events }) => events.map(({ seenAt }) => seenAt)).toSorted(byTime);
  return first === undefined
    ? []
    : weeklyNotes({ time: settings.weekly, openSince: first }, told, planning, now);
};

const ofMailbox = ({ looked, told }: NoteHistory, planning: NotePlanning, now: Date): readonly Note[] => {
  const patience: Patience = { pollMs: planning.settings.pollMs, awakeSince: planning.awakeSince };
  return looked === null ? [] : outageNotes(looked, told, patience, now);
};

/** One summary a day above the most that the person wants. */
const ofHeld = ({ held, told }: NoteHistory, { timeZone }: NotePlanning, now: Date): readonly Note[] => {
  const key = `held-${dateOf(now, timeZone)}`;
  const [first] = held;
  if (first === undefined || told.some((note) => note.key === key)) return [];
  return [{ key, topic: "held", caseId: null, wantedAt: first.dueAt, dueAt: first.dueAt }];
};

/** The e-mails that these notes make, the next one first. */
export const groupNotes = (
  pending: readonly Note[],
  { timeZone, quietHours }: Pick<NotePlanning, "timeZone" | "quietHours">,
  now: Date,
): readonly PlannedNote[] => {
  const mails: PlannedNote[] = [];
  const goesAt = ({ topic, dueAt }: Note): Date =>
    patient.includes(topic) ? notAtNight(dueAt, now, quietHours, timeZone) : dueAt;
  let rest = pending.toSorted((a, b) => byTime(goesAt(a), goesAt(b)));
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const dueAt = goesAt(first);
    const sentAt = latest(now, dueAt);
    const notes = rest.filter((note) => note === rest[0] || isWanted(note, sentAt));
    mails.push({
      kind: "note",
      id: first.key,
      caseId: caseOf(notes),
      dueAt,
      notices: [],
      notes,
    });
    rest = rest.filter((note) => !notes.includes(note));
  }
  return mails;
};

/** What is no news, and wakes nobody however late it is told. */
const patient: readonly NoteTopic[] = ["held", "waiting", "weekly"];

/** Of these notes, what a reminder of this case takes along. */
export const notesAlong = (pending: readonly Note[], caseId: string, now: Date): readonly Note[] =>
  pending.filter(
    (note) => travels.includes(note.topic) && (note.caseId ?? caseId) === caseId && isWanted(note, now),
  );

/** What a reminder takes along. */
export const travels: readonly NoteTopic[] = ["unknown", "suspicious", "waiting"];

const isWanted = (note: Note, sentAt: Date): boolean => note.wantedAt <= shift(sentAt, mergeMs);

/** The one case that they are about. */
const caseOf = (notes: readonly Note[]): string | null => {
  const cases = new Set(notes.map(({ caseId }) => caseId));
  return cases.size === 1 ? [...cases][0]! : null;
};

const byDueTime = (a: Note, b: Note): number =>
  byTime(a.dueAt, b.dueAt) || order.indexOf(a.topic) - order.indexOf(b.topic) || (a.key < b.key ? -1 : 1);

const order: readonly NoteTopic[] = ["outage", "held", "unknown", "suspicious", "waiting", "weekly"];
