/** Where the ledger lies on disk, for its owner's eyes only. */

import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { join } from "node:path";

/** The ledger itself. SQLite gives its -wal and -shm the same permissions. */
export const ledgerFile = (dataDir: string): string => join(dataDir, "ledger.db");

/** Held by the daemon for as long as it lives; see `lock.ts`. */
export const lockFile = (dataDir: string): string => join(dataDir, "daemon.lock");

export const ledgerExists = (dataDir: string): boolean =>
  (statSync(ledgerFile(dataDir), { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Makes the folder 0700 and the file 0600 where they are missing. */
export const makePrivateFile = (dataDir: string, file: string): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
};
