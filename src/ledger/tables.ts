/**
 * The tables as kysely sees them; `migrations.ts` makes them.
 *
 * Instants are ISO 8601 text in UTC, which sorts as time does. What is only ever read whole is JSON text.
 */

import type { CaseEvent } from "../domain/events.ts";
import type { Role } from "../domain/letter.ts";
import type { Channel, ReminderStatus } from "../domain/plan.ts";
import type { MailboxState, StoredAnswer } from "../flow/ports.ts";

export type Tables = {
  readonly letters: LetterRow;
  readonly cursors: CursorRow;
  readonly cases: CaseRow;
  readonly events: EventRow;
  readonly reminders: ReminderRow;
  readonly mailboxes: MailboxRow;
  readonly providers: ProviderRow;
  readonly outages: OutageRow;
  readonly answers: AnswerRow;
  readonly forgotten: ForgottenRow;
  readonly sealed: { readonly name: string; readonly text: string };
  readonly words: { readonly id: string; readonly said_at: string; readonly said: string };
};

export type ForgottenRow = { readonly mark: string; readonly at: string };

export type CaseRow = {
  readonly id: string;
  readonly label: string;
  readonly mailbox: string;
  readonly merged_into: string | null;
};

export type LetterRow = {
  readonly id: string;
  readonly mailbox: string;
  readonly message_id: string | null;
  readonly role: Role;
  readonly place: string;
  readonly message: string;
  readonly identifiers: string;
  readonly seen_at: string;
  readonly finding: string | null;
  /** Where it is filed now; follows from the letters and the words. */
  readonly case_id: string | null;
  /** How it came there, and where it lay before; null in ledgers of the first version. */
  readonly filing: string | null;
};

export type CursorRow = {
  readonly mailbox: string;
  readonly folder: string;
  readonly uid_validity: string;
  readonly last_uid: number;
};

export type EventRow = {
  readonly id: string;
  readonly case_id: string;
  readonly milestone: CaseEvent["milestone"];
  readonly at: string;
  readonly seen_at: string;
  readonly source: CaseEvent["source"];
  readonly trust: CaseEvent["trust"];
  readonly forwarded: number;
  readonly approximate: number;
  readonly tasks: string;
  readonly days: string;
  readonly until: string | null;
  readonly people: string | null;
  /** 1 where the person dated it earlier than it was read. */
  readonly redated: number | null;
  /** 1 where it is dated by its forward. */
  readonly date_unread: number | null;
};

export type ReminderRow = {
  readonly id: string;
  readonly kind: "reminder" | "note";
  /** Null for notes about no single case. */
  readonly case_id: string | null;
  readonly due_at: string;
  readonly notices: string;
  readonly notes: string;
  readonly status: ReminderStatus;
  readonly claimed_at: string | null;
  readonly sent_at: string | null;
  readonly message_id: string;
  readonly subject: string | null;
  readonly outcome: string | null;
  readonly planned_at: string | null;
  readonly ended_at: string | null;
  readonly channel: Channel | null;
  readonly attempts: number;
  readonly failing_since: string | null;
  readonly owed: number;
  /** Of mails of notes, whose mailbox it is; null: the main one. */
  readonly mailbox: string | null;
};

export type AnswerRow = {
  readonly id: string;
  readonly reminder_id: string;
  readonly command: string | null;
  readonly at: string;
  readonly status: StoredAnswer["status"];
};

export type OutageRow = {
  /** Empty: the main one. */
  readonly mailbox: string;
  readonly channel: Channel;
  readonly since: string;
  readonly until: string;
  readonly permanent: number;
  readonly problem: string;
  readonly tries: number;
  readonly sign_in: string;
};

export type MailboxRow = {
  readonly user: string;
  readonly state: MailboxState;
  readonly last_look_at: string | null;
  readonly problem: string | null;
  readonly refusals: number;
  readonly refused_at: string | null;
  readonly sign_in: string | null;
  readonly looked_for: string | null;
  readonly watched_since: string | null;
};

export type ProviderRow = {
  readonly mailbox: string;
  readonly domain: string | null;
  readonly sampled: number;
  readonly learned_at: string;
};

export const instant = (date: Date): string => date.toISOString();
export const instantOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;
export const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));
