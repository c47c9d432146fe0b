/** The plan of notes: which are told when, and which of them share an e-mail. Pure. */

import { digestNotes } from "./digest.ts";
import { byTime, hourMs, latest, shift } from "./instants.ts";
import type { Note, NotedLetter, NoteTopic, PlannedNote, ToldNote } from "./notes.ts";
import type { Planning } from "./reminders.ts";

/** What a plan of notes starts from. */
export type NoteHistory = {
  /** Letters that no note has told of. */
  readonly letters: readonly NotedLetter[];
  readonly told: readonly ToldNote[];
};

/** A mail that goes out also tells what is wanted in the next two hours. */
const mergeMs = 2 * hourMs;

/** Every note that is still to be told, in the order they fall due. */
export const pendingNotes = (history: NoteHistory, planning: Planning): readonly Note[] =>
  digestNotes(history.letters, history.told, planning).toSorted(byDueTime);

/** The e-mails that these notes make, the next one first. */
export const groupNotes = (pending: readonly Note[], now: Date): readonly PlannedNote[] => {
  const mails: PlannedNote[] = [];
  let rest = pending;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const sentAt = latest(now, first.dueAt);
    const notes = rest.filter((note) => isWanted(note, sentAt));
    mails.push({
      kind: "note",
      id: first.key,
      caseId: caseOf(notes),
      dueAt: first.dueAt,
      notices: [],
      notes,
    });
    rest = rest.filter((note) => !notes.includes(note));
  }
  return mails;
};

/** Of these notes, what a reminder of this case takes along. */
export const notesAlong = (pending: readonly Note[], caseId: string, now: Date): readonly Note[] =>
  pending.filter(
    (note) => travels.includes(note.topic) && (note.caseId ?? caseId) === caseId && isWanted(note, now),
  );

const travels: readonly NoteTopic[] = ["unknown", "suspicious", "waiting"];

const isWanted = (note: Note, sentAt: Date): boolean => note.wantedAt <= shift(sentAt, mergeMs);

/** The one case that they are about. */
const caseOf = (notes: readonly Note[]): string | null => {
  const cases = new Set(notes.map(({ caseId }) => caseId));
  return cases.size === 1 ? [...cases][0]! : null;
};

const byDueTime = (a: Note, b: Note): number =>
  byTime(a.dueAt, b.dueAt) || order.indexOf(a.topic) - order.indexOf(b.topic) || (a.key < b.key ? -1 : 1);

const order: readonly NoteTopic[] = ["outage", "held", "unknown", "suspicious", "waiting", "weekly"];
