/** A reminder's way out: planned → claimed → sent, or back. */

import { type Kysely, sql, type SqlBool } from "kysely";
import type { Note, PlannedNote } from "../domain/notes.ts";
import type { PlannedReminder } from "../domain/plan.ts";
import type { Sent } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { fromNotes, fromNotices } from "./reminder-rows.ts";
import { instant, type Tables } from "./tables.ts";

/** Exactly one row changed, so it was us. */
export const claim = async (
  db: Kysely<Tables>,
  reminder: PlannedReminder | PlannedNote,
  subject: string,
  now: Date,
): Promise<boolean> => {
  const notes = reminder.notes ?? [];
  const { numAffectedRows } = await sql`
    update reminders set status = 'claimed', claimed_at = ${instant(now)}, attempts = attempts + 1,
      notices = ${fromNotices(reminder.notices)}, notes = ${fromNotes(notes)}, subject = ${subject}, outcome = null
    where id = ${reminder.id} and status = 'planned' and ${notes.length === 0 ? sql`true` : noneTold(notes)}`.execute(
    db,
  );
  return numAffectedRows === 1n;
};

/** Two mails that go out at the same time may both want to take a note along. */
const noneTold = (notes: readonly Note[]) => sql<SqlBool>`not exists (
  select 1 from reminders as other, json_each(other.notes) as told
  where other.notes <> '[]' and other.status in ('claimed', 'sent', 'failed')
    and told.value ->> 'key' in (select value from json_each(${JSON.stringify(notes.map(({ key }) => key))})))`;

export const confirm = async (db: Kysely<Tables>, id: string, sent: Sent): Promise<void> => {
  const at = instant(sent.at);
  await sql`
    update reminders set status = 'sent', sent_at = ${at}, ended_at = ${at}, outcome = ${sent.answer},
      channel = ${sent.channel}, owed = ${Number(sent.owed)}, failing_since = null
    where id = ${id} and (status = 'claimed' or owed = 1)`.execute(db);
};

type End = {
  readonly status: "planned" | "failed" | "dropped";
  readonly outcome: string;
  readonly now: Date;
};

export const release = async (db: Database, id: string, { status, outcome, now }: End): Promise<void> => {
  const reopened = { claimed_at: null, failing_since: sql<string>`coalesce(failing_since, ${instant(now)})` };
  await db
    .updateTable("reminders")
    .set({ status, outcome, ...(status === "planned" ? reopened : { ended_at: instant(now) }) })
    .where("id", "=", id)
    .where("status", "=", "claimed")
    .execute();
};

/** No copy is tried for any more. */
export const settleCopy = async (db: Database, id: string): Promise<void> => {
  await db.updateTable("reminders").set({ owed: 0 }).where("id", "=", id).execute();
};
