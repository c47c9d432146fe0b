/** Whether a ledger is what was written: its pages, and what lies in them. */

import type { DatabaseSync } from "node:sqlite";
import { LedgerFailure } from "../flow/failures.ts";
import { openToRead } from "./to-read.ts";

export const mend = "stop landfall, then mend it with: landfall repair";

/** What is wrong with a database file, in plain words; null where it is sound. */
export const damageOf = (file: string): string | null => {
  try {
    using database = openToRead(file);
    const answer = String(database.prepare("pragma integrity_check(1)").get()?.["integrity_check"]);
    return answer === "ok" ? garbageIn(database) : answer;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * What is wrong with the rows, where SQLite finds no fault with their pages: a disk that loses a sector, or a bit, in the
 * middle of a letter harms no page's structure.
 */
export const garbageIn = (database: DatabaseSync): string | null => {
  for (const [table, columns] of Object.entries(formed)) {
    const known = columnsOf(database, table);
    for (const [column, isFormed] of Object.entries(columns))
      if (known.has(column) && hasOther(database, table, `not ${isFormed(column)}`))
        return `what lies in ${table}.${column} is garbage`;
  }
  return null;
};

/** JSON text that a row holds. The parser's own words would quote the letter. */
// oxlint-disable-next-line typescript/no-explicit-any
export const fromJson = (text: string): any => {
  try {
    return JSON.parse(text);
  } catch {
    throw new LedgerFailure(`reading the ledger: it is damaged (what lies in a row is garbage); ${mend}`);
  }
};

/** A condition in SQL; what is null is neither right nor wrong. */
type Form = (column: string) => string;

const json: Form = (column) => `json_valid(${column})`;
const instant: Form = (column) => `(${column} is null or datetime(${column}) is not null)`;

const formed: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  letters: { place: json, message: json, identifiers: json, finding: json, filing: json, seen_at: instant },
  events: { tasks: json, days: json, people: json, at: instant, seen_at: instant },
  reminders: { notices: json, notes: json, due_at: instant },
  answers: { command: json },
  words: { said: json, said_at: instant },
};

/** Older ledgers have fewer; what is no ledger has none. */
const columnsOf = (database: DatabaseSync, table: string): ReadonlySet<string> =>
  new Set(
    database
      .prepare("select name from pragma_table_info(?)")
      .all(table)
      .map(({ name }) => String(name)),
  );

const hasOther = (database: DatabaseSync, table: string, condition: string): boolean =>
  database.prepare(`select 1 from ${table} where ${condition} limit 1`).get() !== undefined;
