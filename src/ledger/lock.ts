/** One daemon per ledger. */

import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { lockFile, makePrivateFile } from "./files.ts";

/** How long a starting daemon waits for somebody who only glances at the lock. */
const glanceMs = 250;

/** SQLITE_BUSY, https://sqlite.org/rescode.html */
const busy = 5;

/**
 * Takes the ledger for this process until disposed. The lock is a transaction on a second SQLite file, so the
 * operating system releases it however the process ends.
 * @throws Error where another daemon holds it.
 */
export const lockLedger = (dataDir: string): Disposable => {
  const file = lockFile(dataDir);
  makePrivateFile(dataDir, file);
  const database = new DatabaseSync(file, { timeout: glanceMs });
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw isBusy(error) ? alreadyRunning(dataDir, error) : error;
  }
  return { [Symbol.dispose]: () => database.close() };
};

/**
 * True while a daemon holds the ledger. A daemon that starts at this very moment waits the glance out.
 * False where there never was one; true where that cannot be told.
 */
export const isLocked = (dataDir: string): boolean => {
  const file = lockFile(dataDir);
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    // An exclusive transaction of somebody else's keeps readers out as well.
    database.prepare("select count(*) from sqlite_schema").get();
    return false;
  } catch {
    return true;
  } finally {
    database.close();
  }
};

const isBusy = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "errcode" in error && error.errcode === busy;

const alreadyRunning = (dataDir: string, cause: unknown): Error =>
  new Error(
    `starting on the ledger in "${dataDir}": another landfall already runs on it; stop that one first, or give this one its own DATA_DIR`,
    { cause },
  );
