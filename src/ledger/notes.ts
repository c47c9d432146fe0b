/** What there is to tell in notes, and what was told. */

import { sql } from "kysely";
import type { NotedLetter, ToldNote } from "../domain/notes.ts";
import type { Ledger, Scope } from "../flow/ports.ts";
import { fromJson } from "./damage.ts";
import type { Database } from "./database.ts";
import { toFinding } from "./letter-rows.ts";
import { toNotes } from "./reminder-rows.ts";
import { ofMailbox, ofReminders } from "./scope.ts";
import { dateOrNull, instant } from "./tables.ts";

type NoteStore = Pick<Ledger, "toldNotes" | "lettersToNote" | "spentSince">;

export const noteStore = (db: Database, scope: Scope | null): NoteStore => ({
  toldNotes: async () => toldNotes(db, scope),
  spentSince: async (since) => {
    const rows = await db
      .selectFrom("reminders")
      .select(["kind", "notes"])
      .where("claimed_at", ">=", instant(since))
      .where("status", "in", ["claimed", "sent"])
      .where(ofReminders(scope))
      .execute();
    return rows.map(({ kind, notes }) => ({ notes: toNotes(notes), tellsOfWindows: kind === "reminder" }));
  },
  lettersToNote: async (toldBy) => lettersToNote(db, toldBy ?? null, scope),
});

const toldNotes = async (db: Database, scope: Scope | null): Promise<readonly ToldNote[]> => {
  const rows = await db
    .selectFrom("reminders")
    .select(["notes", "claimed_at"])
    .where("notes", "<>", "[]")
    .where("status", "in", ["claimed", "sent", "failed"])
    .where(ofReminders(scope))
    .execute();
  return rows.flatMap(({ notes, claimed_at }) =>
    toNotes(notes).map(({ key, topic, dueAt }) => ({ key, topic, at: dateOrNull(claimed_at) ?? dueAt })),
  );
};

/** Their bodies stay where they are: there may be thousands. */
const lettersToNote = async (
  db: Database,
  toldBy: string | null,
  scope: Scope | null,
): Promise<readonly NotedLetter[]> => {
  const { rows } = await sql<{ id: string; seen_at: string } & Record<NotedText, string | null>>`
    with told as (
      select note.value ->> 'key' as key from reminders, json_each(reminders.notes) as note
      where reminders.notes <> '[]' and reminders.status in ('claimed', 'sent', 'failed')
        and reminders.id is not ${toldBy})
    select id, seen_at, place ->> 'folder' as folder, message ->> 'subject' as subject,
      message ->> '$.from[0].address' as sender, finding from letters
    where ${ofMailbox(scope)} and (finding ->> 'trust' = 'suspicious' or finding ->> 'subkind' = 'unknown')
      and id not in (select word.said ->> 'letterId' from words as word
        where word.said ->> 'what' = 'corrected' and word.id not in (select back.value
          from words, json_each(words.said, '$.wordIds') as back where words.said ->> 'what' = 'taken back'))
      and id || '-suspicious' not in (select key from told) and id || '-unknown' not in (select key from told)
    order by seen_at, id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    seenAt: new Date(row.seen_at),
    folder: row.folder ?? "",
    subject: row.subject ?? "",
    sender: row.sender ?? "",
    finding: toFinding(fromJson(row.finding ?? "null")),
  }));
};

type NotedText = "folder" | "subject" | "sender" | "finding";
