/** Opens the ledger's file, or says in plain words why not. */

import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { LedgerFailure } from "../flow/failures.ts";
import { backups } from "./backup.ts";
import { garbageIn, mend } from "./damage.ts";
import { ledgerExists, ledgerFile, makePrivateFile } from "./files.ts";
import { ledgerVersion } from "./migrations.ts";
import { cannotOpen, isOfSqlite } from "./plain-words.ts";
import { openToRead } from "./to-read.ts";

/**
 * The ledger's file, opened: brought to a form that commits as it should, or read-only. The version is that of its tables, 0 where it is new.
 * @throws Error in plain words where it cannot be opened, is damaged, or is newer than this program: then it is left untouched.
 */
export const openFile = (
  dataDir: string,
  readOnly: boolean,
): { readonly sqlite: DatabaseSync; readonly version: number } => {
  const file = ledgerFile(dataDir);
  if (!readOnly) {
    refuseLoss(dataDir, file);
    refuseNewer(dataDir, file);
    makePrivateFile(dataDir, file);
  }
  const sqlite = openSqlite(file, readOnly);
  try {
    const version = versionOf(sqlite);
    refuseWrongVersion(version, file, readOnly);
    if (!readOnly) refuseDamage(sqlite, file);
    if (!readOnly) setUp(sqlite);
    return { sqlite, version };
  } catch (error) {
    sqlite.close();
    throw isOfSqlite(error) ? cannotOpen(file, error) : error;
  }
};

/** How long a statement waits while another process writes. */
const busyTimeoutMs = 5000;

const openSqlite = (file: string, readOnly: boolean): DatabaseSync => {
  try {
    if (readOnly) return openToRead(file, busyTimeoutMs);
    return new DatabaseSync(file, { timeout: busyTimeoutMs });
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
};

/** A disk may lose all of a file. A new ledger in its place would tell everything anew, and forget what the person said. */
const refuseLoss = (dataDir: string, file: string): void => {
  if (!existsSync(file) || ledgerExists(dataDir) || backups(dataDir).length === 0) return;
  throw new LedgerFailure(
    `opening the ledger "${file}": it is empty, though there are copies of it; ${mend}`,
  );
};

/** Asked of a connection that may only read: one that may write brings the log of a newer program into its file when it closes. */
const refuseNewer = (dataDir: string, file: string): void => {
  if (!ledgerExists(dataDir)) return;
  const sqlite = openSqlite(file, true);
  try {
    refuseWrongVersion(versionOf(sqlite), file, false);
  } catch (error) {
    throw isOfSqlite(error) ? cannotOpen(file, error) : error;
  } finally {
    sqlite.close();
  }
};

/** Damage in a page that is not read today would be found when it is too late for the newest backup. */
const refuseDamage = (sqlite: DatabaseSync, file: string): void => {
  const answer = String(sqlite.prepare("pragma quick_check(1)").get()?.["quick_check"]);
  const damage = answer === "ok" ? garbageIn(sqlite) : answer;
  if (damage === null) return;
  throw new LedgerFailure(`opening the ledger "${file}": it is damaged ("${damage}"); ${mend}`);
};

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

/** Durable at every commit but the `recomputable` ones, and what is deleted is overwritten; nothing of it lies in the system's folder for temporary files. */
const setUp = (sqlite: DatabaseSync): void =>
  sqlite.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma temp_store = memory",
  );
