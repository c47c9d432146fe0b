/** A damaged ledger made whole: the newest sound copy, and from the damaged file what can still be read of it. */

import { copyFileSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { backups } from "./backup.ts";
import { breakSeal } from "./backup-seal.ts";
import { damageOf } from "./damage.ts";
import { openDatabase } from "./database.ts";
import { ledgerExists, ledgerFile, setAside } from "./files.ts";

export type Repaired =
  | { readonly damaged: false }
  | {
      readonly damaged: true;
      /** In SQLite's words. */
      readonly damage: string;
      /** The copy that was put back; null where there was no sound one, and a new ledger was made. */
      readonly from: string | null;
      /** Where the damaged files lie now. */
      readonly aside: string;
      /** Rows that could still be read of what no letter can tell again, by table. */
      readonly rescued: Readonly<Record<string, number>>;
    };

/**
 * Only where nobody else has the ledger open. The letters of the time between come back with the next look at the
 * mailbox, for which all cursors are forgotten.
 */
export const repairLedger = async (dataDir: string, now: Date): Promise<Repaired> => {
  const file = ledgerFile(dataDir);
  const damage = ledgerExists(dataDir) ? damageOf(file) : existsSync(file) ? "it is empty" : null;
  if (damage === null) return { damaged: false };
  const aside = setAside(dataDir, "damaged", now);
  const from = backups(dataDir).findLast((path) => damageOf(path) === null) ?? null;
  if (from !== null) copyFileSync(from, file);
  if (from !== null) breakSeal(file);
  const { db: database } = await openDatabase(dataDir, false);
  await database.deleteFrom("cursors").execute();
  await database.destroy();
  return {
    damaged: true,
    damage,
    from,
    aside,
    rescued: carryOver(join(aside, basename(file)), file, irreplaceable),
  };
};

/** What no letter tells again, parents first: what the person said, wants forgotten or entrusted to it, and what was sent. */
const irreplaceable: Wanted = {
  cases: "true",
  words: "true",
  events: "source = 'person'",
  reminders: "status in ('claimed', 'sent', 'failed')",
  // Mails that were answered lie in the mailbox for ever, and are confirmed once.
  answers: "true",
  forgotten: "true",
  sealed: "true",
};

/** For each table the rows that are wanted of it, in SQL. */
type Wanted = Readonly<Record<string, string>>;

/** Puts what can be read of one ledger into another; returns how many rows by table. */
export const carryOver = (from: string, file: string, wanted: Wanted): Readonly<Record<string, number>> => {
  using sound = new DatabaseSync(file);
  return Object.fromEntries(
    Object.entries(wanted).map(([table, which]) => {
      const rows = readable(from, `select * from ${table} where ${which}`);
      return [table, rows.filter((row) => put(sound, table, row)).length];
    }),
  );
};

type Row = Record<string, SQLInputValue>;

/** As many rows as come before the damage. */
const readable = (file: string, query: string): readonly Row[] => {
  const rows: Row[] = [];
  try {
    using database = new DatabaseSync(file, { readOnly: true });
    for (const row of database.prepare(query).iterate()) rows.push(row);
  } catch {
    // What could be read stays.
  }
  return rows;
};

/** Columns that a later version brought, or that are garbage, are refused by the tables themselves. */
const put = (database: DatabaseSync, table: string, row: Row): boolean => {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(", ");
  const places = names.map(() => "?").join(", ");
  try {
    const { changes } = database
      .prepare(`insert or replace into ${table} (${columns}) values (${places})`)
      .run(...names.map((name) => row[name] ?? null));
    return changes > 0;
  } catch {
    return false;
  }
};
