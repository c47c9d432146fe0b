/** Erases a case, or everything, so that nothing is left on disk: rows, free pages, log, copies. */

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { backups } from "./backup.ts";
import { type Database, openDatabase } from "./database.ts";
import { asideFolders } from "./files.ts";

export type Forgotten = {
  readonly letters: number;
  readonly events: number;
  readonly reminders: number;
  readonly backups: number;
  /** How the proof was made: so many pieces of what was erased, looked for in so many files. */
  readonly pieces: number;
  readonly files: number;
  /** Files in which a piece was found; must be none. */
  readonly left: readonly string[];
};

export type ForgetOptions = {
  /** Null: everything. */
  readonly caseId: string | null;
  /** A keyed mark of a letter's id: enough to know it again, not enough to name it. */
  readonly markOf: (letterId: string) => string;
  readonly now: Date;
};

/** Only where nobody else has the ledger open. */
export const forget = async (dataDir: string, options: ForgetOptions): Promise<Forgotten> => {
  const { db } = await openDatabase(dataDir, false);
  try {
    return await forgetIn(db, dataDir, options);
  } finally {
    await db.destroy();
  }
};

/** In the ledger of a daemon that goes on. */
export const forgetIn = async (db: Database, dataDir: string, options: ForgetOptions): Promise<Forgotten> => {
  const { counts, pieces } = await erase(db, options);
  await scrub(db);
  const copies = backups(dataDir);
  for (const path of copies) rmSync(path);
  for (const folder of asideFolders(dataDir)) rmSync(folder, { recursive: true });
  return { ...counts, backups: copies.length, ...prove(dataDir, pieces) };
};

type Erased = {
  readonly counts: Pick<Forgotten, "letters" | "events" | "reminders">;
  readonly pieces: readonly string[];
};

const erase = async (database: Database, options: ForgetOptions): Promise<Erased> =>
  await database.transaction().execute(async (work) => {
    const ofCase = isOf(options.caseId);
    const letters = await work
      .selectFrom("letters")
      .select(["id", "message_id", "message"])
      .where(ofCase)
      .execute();
    for (const { id } of letters) await eraseMentions(work, id, options);
    const events = await work.deleteFrom("events").where(ofCase).executeTakeFirst();
    await sql`delete from answers where reminder_id in (select id from reminders where ${ofCase})`.execute(
      work,
    );
    const reminders = await work.deleteFrom("reminders").where(ofCase).executeTakeFirst();
    await work.deleteFrom("letters").where(ofCase).execute();
    if (options.caseId === null) await eraseTheRest(work);
    else await eraseCase(work, options.caseId);
    const { rows } = await sql<{ message: string }>`select message from letters`.execute(work);
    return {
      counts: {
        letters: letters.length,
        events: Number(events.numDeletedRows),
        reminders: Number(reminders.numDeletedRows),
      },
      pieces: piecesOf(letters, rows.map(({ message }) => message).join("\n")),
    };
  });

/** Of a case, and of those that were merged into it. */
const isOf = (caseId: string | null): RawBuilder<boolean> =>
  caseId === null
    ? sql<boolean>`true`
    : sql<boolean>`case_id in (select id from cases where coalesce(merged_into, id) = ${caseId})`;

/** A mark of the letter stays; the person's words on it go, and notes that told of it among others. */
const eraseMentions = async (work: Database, id: string, { markOf, now }: ForgetOptions): Promise<void> => {
  await work
    .insertInto("forgotten")
    .values({ mark: markOf(id), at: now.toISOString() })
    .onConflict((known) => known.doNothing())
    .execute();
  await sql`delete from words where instr(said, ${id}) > 0`.execute(work);
  await sql`delete from reminders where kind = 'note' and instr(id, ${id}) > 0`.execute(work);
  await sql`update reminders set notes = (select json_group_array(json(note.value))
    from json_each(reminders.notes) as note where instr(note.value, ${id}) = 0)
    where instr(notes, ${id}) > 0`.execute(work);
};

const eraseCase = async (work: Database, caseId: string): Promise<void> => {
  await sql`delete from words where said ->> 'caseId' = ${caseId} or said ->> 'into' = ${caseId}`.execute(
    work,
  );
  await sql`delete from cases where coalesce(merged_into, id) = ${caseId}`.execute(work);
};

const eraseTheRest = async (work: Database): Promise<void> => {
  for (const table of ["words", "cursors", "mailboxes", "providers", "outages", "cases", "sealed"] as const)
    await work.deleteFrom(table).execute();
};

type Letter = { readonly id: string; readonly message_id: string | null; readonly message: string };

/** Pieces of the letters by which they would be known again; those that other letters hold as well say nothing. */
const piecesOf = (letters: readonly Letter[], others: string): readonly string[] =>
  letters
    .flatMap(({ id, message_id: messageId, message }) => [
      id,
      ...(messageId === null ? [] : [messageId]),
      ...(message.match(/[A-Za-z][A-Za-z ,.]{23,}/gu) ?? []).slice(0, 20),
    ])
    .filter((piece) => !others.includes(piece));

/** `secure_delete` overwrote the rows; this gives back the free pages and empties the log. */
const scrub = async (db: Database): Promise<void> => {
  await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
};

const prove = (dataDir: string, pieces: readonly string[]): Pick<Forgotten, "pieces" | "files" | "left"> => {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const left = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return pieces.some((piece) => bytes.includes(piece));
    });
  return { pieces: pieces.length, files: files.length, left };
};
