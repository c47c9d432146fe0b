/** Opens the ledger's database: kysely over node:sqlite. */

import { type DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  type SqliteStatement,
  type Transaction,
} from "kysely";
import { LedgerFailure } from "../flow/failures.ts";
import { type Changes, watchChanges } from "./changes.ts";
import { Commits } from "./commits.ts";
import { ledgerFile } from "./files.ts";
import { ledgerVersion, migrations } from "./migrations.ts";
import { openFile } from "./opening.ts";
import { cannotOpen, inPlainWords, isOfSqlite, plainly } from "./plain-words.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

export type OpenDatabase = {
  readonly db: Database;
  readonly changes: Changes;
  readonly recomputable: Transact;
};

/** Does its work in one transaction. */
export type Transact = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;

/**
 * Opens the ledger, made and brought up to date where that is needed; read-only it must exist and be up to date.
 * @throws Error where the ledger is newer than this program (it is left untouched), or cannot be opened.
 */
export const openDatabase = async (dataDir: string, readOnly: boolean): Promise<OpenDatabase> => {
  const { sqlite, version } = openFile(dataDir, readOnly);
  try {
    const changes = watchChanges(sqlite);
    const commits = new Commits(sqlite);
    const database = adapt(sqlite, { changes, commits });
    const db: Database = new Kysely({ dialect: new LedgerDialect({ database }) });
    if (version < ledgerVersion) await migrate(db, sqlite);
    return { db, changes, recomputable: recomputable(db, commits) };
  } catch (error) {
    sqlite.close();
    throw isOfSqlite(error) ? cannotOpen(ledgerFile(dataDir), error) : error;
  }
};

/**
 * A transaction that waits for no disk, for what can be found out again from what was written before it. A process that
 * dies loses nothing of it; a power cut may lose it, but never the order of commits
 * (https://sqlite.org/pragma.html#pragma_synchronous, NORMAL in WAL mode).
 */
const recomputable =
  (db: Database, commits: Commits): Transact =>
  async (work) =>
    db.connection().execute(async (connection) => {
      commits.relaxNext();
      return await connection.transaction().execute(work);
    });

const migrate = async (database: Database, sqlite: DatabaseSync): Promise<void> => {
  const { Migrator } = await import("kysely/migration");
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new LedgerFailure(`bringing the ledger up to date: ${plainly(error)}`, { cause: error });
  sqlite.exec(`pragma user_version = ${ledgerVersion}`);
};

/** kysely leaves SQLite's migrations outside of transactions, though SQLite can well roll back a table. */
class LedgerDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Told of every statement that is about to run. */
type Watching = { readonly changes: Changes; readonly commits: Commits };

/**
 * node:sqlite as kysely wants it. Each statement is prepared once. Transactions are there to write, and say so
 * at once: a reader that turns writer midway would not wait for another process but fail.
 */
const adapt = (sqlite: DatabaseSync, { changes, commits }: Watching): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      commits.end();
      sqlite.close();
    },
    prepare(text) {
      changes.wrote(text);
      commits.before(text);
      // A full disk made SQLite roll back by itself already; a second time would hide what it said.
      if (text === "rollback" && !sqlite.isTransaction) return nothingToDo;
      const statement =
        prepared.get(text) ?? adaptStatement(sqlite.prepare(text === "begin" ? "begin immediate" : text));
      prepared.set(text, statement);
      return statement;
    },
  };
};

const nothingToDo: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

const adaptStatement = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => inPlainWords(() => statement.all(...inputs(parameters))),
  run: (parameters) => inPlainWords(() => statement.run(...inputs(parameters))),
  iterate: (parameters) => statement.iterate(...inputs(parameters)),
});

const inputs = (parameters: readonly unknown[]): readonly SQLInputValue[] => {
  if (parameters.every(isInput)) return parameters;
  throw new TypeError("writing to the ledger: a value that SQLite cannot hold");
};

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || typeof value === "string" || typeof value === "number";
