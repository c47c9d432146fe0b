/** One daemon per ledger. */

import { DatabaseSync } from "node:sqlite";
import { lockFile, makePrivateFile } from "./files.ts";

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
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw isBusy(error) ? alreadyRunning(dataDir, error) : error;
  }
  return { [Symbol.dispose]: () => database.close() };
};

const isBusy = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "errcode" in error && error.errcode === busy;

const alreadyRunning = (dataDir: string, cause: unknown): Error =>
  new Error(
    `starting on the ledger in "${dataDir}": another landfall already runs on it; stop that one first, or give this one its own DATA_DIR`,
    { cause },
  );
