/** Opens the ledger's database: kysely over node:sqlite. */

import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
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
import { ledgerFile, makePrivateFile } from "./files.ts";
import { ledgerVersion, migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

export type OpenDatabase = {
  readonly db: Database;
  readonly changes: Changes;
  readonly recomputable: Transact;
};

/** Does its work in one transaction. */
export type Transact = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** How long a statement waits while another process writes. */
const busyTimeoutMs = 5000;

/**
 * Opens the ledger, made and brought up to date where that is needed; read-only it must exist and be up to date.
 * @throws Error where the ledger is newer than this program (it is left untouched), or cannot be opened.
 */
export const openDatabase = async (dataDir: string, readOnly: boolean): Promise<OpenDatabase> => {
  const file = ledgerFile(dataDir);
  if (!readOnly) makePrivateFile(dataDir, file);
  const sqlite = openSqlite(file, readOnly);
  try {
    const version = versionOf(sqlite);
    refuseWrongVersion(version, file, readOnly);
    if (!readOnly) refuseDamage(sqlite, file);
    if (!readOnly) setUp(sqlite);
    const changes = watchChanges(sqlite);
    const commits = new Commits(sqlite);
    const database = adapt(sqlite, { changes, commits });
    const db: Database = new Kysely({ dialect: new LedgerDialect({ database }) });
    if (version < ledgerVersion) await migrate(db, sqlite);
    return { db, changes, recomputable: recomputable(db, commits) };
  } catch (error) {
    sqlite.close();
    throw isOfSqlite(error) ? cannotOpen(file, error) : error;
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

const openSqlite = (file: string, readOnly: boolean): DatabaseSync => {
  try {
    return new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs });
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
};

/** Damage in a page that is not read today would be found when it is too late for the newest backup. */
const refuseDamage = (sqlite: DatabaseSync, file: string): void => {
  const answer = String(sqlite.prepare("pragma quick_check(1)").get()?.["quick_check"]);
  if (answer === "ok") return;
  throw new LedgerFailure(`opening the ledger "${file}": it is damaged ("${answer}"); ${mend}`);
};

type SqliteError = Error & { readonly errcode: number };

const isOfSqlite = (error: unknown): error is SqliteError =>
  typeof error === "object" && error !== null && "errcode" in error && typeof error.errcode === "number";

const cannotOpen = (file: string, cause: unknown): Error =>
  new LedgerFailure(`opening the ledger "${file}": ${wordsOf(cause)}`, { cause });

const wordsOf = (cause: unknown): string => {
  const said = cause instanceof Error ? cause.message : String(cause);
  const [reason, advice] = (isOfSqlite(cause) ? wordsFor(cause) : undefined) ?? [said, checkFolder];
  return `${reason}; ${advice}`;
};

const checkFolder = "check that DATA_DIR exists and is yours";

/** By the primary result code, the low byte: https://sqlite.org/rescode.html */
const wordsFor = ({ errcode, message }: SqliteError): readonly [reason: string, advice: string] | undefined =>
  ({
    5: [`another program is writing to it ("${message}")`, "try again in a moment"] as const,
    8: [`its folder may only be read ("${message}")`, mayWrite] as const,
    10: [`the disk does not do its work ("${message}")`, "check the disk, then: landfall doctor"] as const,
    11: [`it is damaged ("${message}")`, mend] as const,
    13: [`the disk is full ("${message}")`, "make room on it; nothing was half written"] as const,
    14: [`it may not be opened ("${message}")`, mayWrite] as const,
    26: [`it is damaged, or no ledger ("${message}")`, mend] as const,
  })[errcode & 0xff];

const mayWrite = "use a DATA_DIR that this user may write to, which SQLite needs even to read";
const mend = "stop landfall, then mend it with: landfall repair";

const versionOf = (sqlite: DatabaseSync): number =>
  Number(sqlite.prepare("pragma user_version").get()?.["user_version"] ?? 0);

const refuseWrongVersion = (version: number, file: string, readOnly: boolean): void => {
  if (version > ledgerVersion)
    throw new Error(
      `opening the ledger "${file}": it was written by a newer landfall (version ${version}, this one knows ${ledgerVersion}); update landfall`,
    );
  if (readOnly && version === 0)
    throw new Error(
      `opening the ledger "${file}": it was begun and never finished, as on a full disk; "landfall run" finishes it`,
    );
  if (readOnly && version < ledgerVersion)
    throw new Error(
      `opening the ledger "${file}": it is of an older landfall (version ${version}, this one needs ${ledgerVersion}); start "landfall run" once, which brings it up to date`,
    );
};

/** Durable at every commit but the `recomputable` ones, and what is deleted is overwritten. */
const setUp = (sqlite: DatabaseSync): void =>
  sqlite.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on");

const migrate = async (database: Database, sqlite: DatabaseSync): Promise<void> => {
  const { Migrator } = await import("kysely/migration");
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new LedgerFailure(
      `bringing the ledger up to date: ${error instanceof Error ? error.message : "it failed"}`,
      { cause: error },
    );
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
      const statement =
        prepared.get(text) ?? adaptStatement(sqlite.prepare(text === "begin" ? "begin immediate" : text));
      prepared.set(text, statement);
      return statement;
    },
  };
};

const adaptStatement = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => inPlainWords(() => statement.all(...inputs(parameters))),
  run: (parameters) => inPlainWords(() => statement.run(...inputs(parameters))),
  iterate: (parameters) => statement.iterate(...inputs(parameters)),
});

/** A constraint that does not hold is our own mistake, and stays as it is. */
const constraint = 19;

const inPlainWords = <T>(act: () => T): T => {
  try {
    return act();
  } catch (cause) {
    if (!isOfSqlite(cause) || (cause.errcode & 0xff) === constraint) throw cause;
    throw new LedgerFailure(`the ledger: ${wordsOf(cause)}`, { cause });
  }
};

const inputs = (parameters: readonly unknown[]): readonly SQLInputValue[] => {
  if (parameters.every(isInput)) return parameters;
  throw new TypeError("writing to the ledger: a value that SQLite cannot hold");
};

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || typeof value === "string" || typeof value === "number";
