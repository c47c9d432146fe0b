/** Where the ledger lies on disk, for its owner's eyes only. */

import { closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** The ledger itself. SQLite gives its -wal and -shm the same permissions. */
export const ledgerFile = (dataDir: string): string => join(dataDir, "ledger.db");

/** Held by the daemon for as long as it lives; see `lock.ts`. */
export const lockFile = (dataDir: string): string => join(dataDir, "daemon.lock");

export const ledgerExists = (dataDir: string): boolean =>
  (statSync(ledgerFile(dataDir), { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Makes the folder 0700 and the file 0600 where they are missing.
 * @throws Error in plain words where they cannot be made.
 */
export const makePrivateFile = (dataDir: string, file: string): void => {
  try {
    makeFolder(dataDir);
    closeSync(openSync(file, "a", 0o600));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `opening the ledger in "${dataDir}": ${reason}; set DATA_DIR to a folder that you may write to`,
      { cause },
    );
  }
};

/** Not mkdir's own `recursive`, which never returns where a folder cannot hold another one, as in /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};
