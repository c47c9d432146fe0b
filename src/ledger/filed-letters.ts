/** The letters as the casebook asks for them: all of them, with each letter that comes. */

import { type RawBuilder, sql } from "kysely";
import type { FiledLetter } from "../domain/casebook.ts";
import { bySight } from "../domain/instants.ts";
import type { Changes } from "./changes.ts";
import { fromJson } from "./damage.ts";
import type { Database } from "./database.ts";
import { filingOf, leftIn, toFinding } from "./letter-rows.ts";
import type { LetterRow } from "./tables.ts";

export type FiledLetters = {
  /** Said before this letter is written to, so that it is read again. */
  readonly touch: (letterId: string) => void;
  /** Letters were erased: all are read again. */
  readonly reset: () => void;
  /** The oldest first. */
  readonly read: () => Promise<readonly FiledLetter[]>;
};

/** A row is read once, until it is touched; all are where another process wrote to the ledger. */
export const filedLetters = (db: Database, changes: Changes): FiledLetters => {
  const touched = new Set<string>();
  let known: ReadonlyMap<string, FiledLetter> = new Map();
  let state: string | undefined;
  const readTouched = async (): Promise<readonly FiledLetter[]> => {
    const ids = [...touched];
    touched.clear();
    const read = await readRows(db, sql`id in (select value from json_each(${JSON.stringify(ids)}))`);
    const rest = [...known.values()].filter(({ id }) => !ids.includes(id));
    return [...rest, ...read].toSorted(bySight);
  };
  const bringUpToDate = async (): Promise<void> => {
    const now = changes.state([]);
    if (state !== now) touched.clear();
    if (state !== now) known = byId(await readRows(db, sql`true`));
    else if (touched.size > 0) known = byId(await readTouched());
    state = now;
  };
  let last: Promise<void> = Promise.resolve();
  return {
    touch: (letterId) => touched.add(letterId),
    reset: () => (state = undefined),
    read: async () => {
      last = last.catch(() => undefined).then(bringUpToDate);
      await last;
      return [...known.values()];
    },
  };
};

const readRows = async (db: Database, which: RawBuilder<unknown>): Promise<readonly FiledLetter[]> => {
  const { rows } = await sql<FiledRow>`
    select id, mailbox, message_id, identifiers, seen_at, finding, case_id, filing, message -> 'references' as refs
    from letters where ${which} and (finding ->> 'kind' <> 'not_ircc' or case_id is not null)
    order by seen_at, id`.execute(db);
  return rows.map(toFiled);
};

const byId = (letters: readonly FiledLetter[]): ReadonlyMap<string, FiledLetter> =>
  new Map(letters.map((letter) => [letter.id, letter]));

type FiledRow = Omit<LetterRow, "finding"> & { readonly finding: string; readonly refs: string };

const toFiled = (row: FiledRow): FiledLetter => ({
  id: row.id,
  mailbox: row.mailbox,
  messageId: row.message_id,
  references: fromJson(row.refs),
  identifiers: fromJson(row.identifiers),
  seenAt: new Date(row.seen_at),
  finding: toFinding(fromJson(row.finding)),
  filing: filingOf(row),
  ...leftIn(row),
});
