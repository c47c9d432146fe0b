/** Reminders and notes as rows, and back. */

import type { Note, PlannedNote } from "../domain/notes.ts";
import type { Notice, PlannedReminder, Reminder } from "../domain/plan.ts";
import { fromJson } from "./damage.ts";
import { dateOrNull, instant, type ReminderRow } from "./tables.ts";

export const toRow = (
  reminder: PlannedReminder | PlannedNote,
  messageIdDomain: string,
  now: Date,
): ReminderRow => ({
  id: reminder.id,
  kind: reminder.kind ?? "reminder",
  case_id: reminder.caseId,
  due_at: instant(reminder.dueAt),
  notices: fromNotices(reminder.notices),
  notes: fromNotes(reminder.notes ?? []),
  status: "planned",
  claimed_at: null,
  sent_at: null,
  message_id: `${reminder.id}@${messageIdDomain}`,
  subject: null,
  outcome: null,
  planned_at: instant(now),
  ended_at: null,
  channel: null,
  attempts: 0,
  failing_since: null,
  owed: 0,
  mailbox: null,
});

export const fromRow = (row: ReminderRow): Reminder => {
  const common = {
    id: row.id,
    dueAt: new Date(row.due_at),
    notes: toNotes(row.notes),
    status: row.status,
    claimedAt: dateOrNull(row.claimed_at),
    sentAt: dateOrNull(row.sent_at),
    messageId: row.message_id,
    subject: row.subject,
    outcome: row.outcome,
    plannedAt: dateOrNull(row.planned_at),
    endedAt: dateOrNull(row.ended_at),
    channel: row.channel,
    attempts: row.attempts,
    failingSince: dateOrNull(row.failing_since),
    owed: row.owed === 1,
    ...(row.mailbox !== null && { mailbox: row.mailbox }),
  };
  // Every reminder has a case: only notes can be without one.
  return row.kind === "note" || row.case_id === null
    ? { kind: "note", ...common, caseId: row.case_id, notices: [] }
    : { ...common, caseId: row.case_id, notices: toNotices(fromJson(row.notices)) };
};

/** Always with the same fields in the same order, so that equal notices are equal text. */
export const fromNotices = (notices: readonly Notice[]): string =>
  JSON.stringify(notices.map(({ key, task, step, dueAt }) => ({ key, task, step, dueAt })));

const toNotices = (
  stored: readonly (Omit<Notice, "dueAt"> & { readonly dueAt: string })[],
): readonly Notice[] => stored.map((notice) => ({ ...notice, dueAt: new Date(notice.dueAt) }));

export const fromNotes = (notes: readonly Note[]): string =>
  JSON.stringify(
    notes.map(({ key, topic, caseId, wantedAt, dueAt }) => ({ key, topic, caseId, wantedAt, dueAt })),
  );

export const toNotes = (stored: string): readonly Note[] =>
  fromJson(stored).map((note: Note) => ({
    ...note,
    wantedAt: new Date(note.wantedAt),
    dueAt: new Date(note.dueAt),
  }));
