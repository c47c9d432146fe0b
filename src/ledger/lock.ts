/** One daemon per ledger. */

import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { lockFile, makePrivateFile, signInLockFile } from "./files.ts";

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

/** How long another process may take to renew a sign-in, and how often it is looked for. */
const patienceMs = 60_000;
const lookAgainMs = 50;

/**
 * Does the work while no other process does work under this file's lock.
 * @throws Error where it was not to be had for a minute.
 */
export const alone = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  const file = signInLockFile(dataDir);
  makePrivateFile(dataDir, file);
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    await taken(database, dataDir);
    return await work();
  } finally {
    database.close();
  }
};

const taken = async (database: DatabaseSync, dataDir: string): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return database.exec("begin exclusive");
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt)
        throw new Error(
          `renewing a sign-in kept in "${dataDir}": another landfall has been at it for a minute; try again later`,
          { cause: error },
        );
    }
    await sleep(lookAgainMs);
  }
};
