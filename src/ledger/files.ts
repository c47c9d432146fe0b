/** Where the ledger lies on disk, for its owner's eyes only. */

import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** The ledger itself. SQLite gives its -wal and -shm the same permissions. */
export const ledgerFile = (dataDir: string): string => join(dataDir, "ledger.db");

/** Held by the daemon for as long as it lives; see `lock.ts`. */
export const lockFile = (dataDir: string): string => join(dataDir, "daemon.lock");

/** Held while a sign-in is renewed; see `lock.ts`. */
export const signInLockFile = (dataDir: string): string => join(dataDir, "sign-in.lock");

/** One file a day; see `backup.ts`. */
export const backupFolder = (dataDir: string): string => join(dataDir, "backups");

const asides = ["damaged", "before-restore"] as const;

/** Moves the ledger's files into a folder beside them, named after why and when; returns it. */
export const setAside = (dataDir: string, why: (typeof asides)[number], now: Date): string => {
  const folder = join(dataDir, `${why}-${now.toISOString().replaceAll(":", "-")}`);
  mkdirSync(folder, { mode: 0o700 });
  for (const end of ["", "-wal", "-shm"]) {
    const path = `${ledgerFile(dataDir)}${end}`;
    if (existsSync(path)) renameSync(path, join(folder, basename(path)));
  }
  return folder;
};

/** The folders that such ledgers lie in. */
export const asideFolders = (dataDir: string): readonly string[] =>
  readdirSync(dataDir)
    .filter((name) => asides.some((why) => name.startsWith(`${why}-`)))
    .map((name) => join(dataDir, name));

/** Tells one file from another of the same name; null where there is none. */
export const whichLedger = (dataDir: string): string | null => {
  const found = statSync(ledgerFile(dataDir), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
};

/** @throws Error in plain words where one may not even look. */
export const ledgerExists = (dataDir: string): boolean =>
  (looked(dataDir, () => statSync(ledgerFile(dataDir), { throwIfNoEntry: false }))?.size ?? 0) > 0;

const looked = <T>(dataDir: string, look: () => T): T => {
  try {
    return look();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `looking into "${dataDir}": ${reason}; run landfall as the user whose folder it is, or set DATA_DIR to one of yours`,
      { cause },
    );
  }
};

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

/** Whether others could read it. */
export type Loose = { readonly path: string; readonly mode: string; readonly wanted: string };

/** What in the data folder others could read, too; nothing where it is not there. */
export const looseFiles = (dataDir: string): readonly Loose[] =>
  [dataDir, backupFolder(dataDir)].filter(existsSync).flatMap((folder) => [
    ...loose(folder, 0o700),
    ...looked(dataDir, () => readdirSync(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .flatMap(({ name }) => loose(join(folder, name), 0o600)),
  ]);

const loose = (path: string, wanted: number): readonly Loose[] => {
  const mode = statSync(path).mode & 0o777;
  return (mode & 0o077) === 0 ? [] : [{ path, mode: mode.toString(8), wanted: `0${wanted.toString(8)}` }];
};

/** Shuts others out again. @throws Error where the files are not ours. */
export const tighten = (files: readonly Loose[]): void => {
  for (const { path, wanted } of files) chmodSync(path, Number.parseInt(wanted, 8));
};

/** Not mkdir's own `recursive`, which never returns where a folder cannot hold another one, as in /proc. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};
