/** Copies of the ledger: one a day, each read back before it counts, the newest fourteen kept. */

import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sealBackup, type Sign } from "./backup-seal.ts";
import { damageOf } from "./damage.ts";
import { backupFolder, ledgerFile, makeFolder } from "./files.ts";

export type Backup = {
  readonly path: string;
  readonly bytes: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
};

const kept = 14;
const everyMs = 86_400_000;

/**
 * Writes a copy beside the others while the daemon may go on writing, reads it back, and seals it.
 * @throws Error where it cannot be written, or is not what was to be copied.
 */
export const backUp = (dataDir: string, now: Date, sign: Sign): Backup => {
  const folder = backupFolder(dataDir);
  makeFolder(folder);
  const path = join(folder, `ledger-${now.toISOString().replaceAll(":", "-")}.db`);
  const unproven = `${path}.unproven`;
  try {
    closeSync(openSync(unproven, "w", 0o600));
    const rows = copy(ledgerFile(dataDir), unproven);
    const problem = damageOf(unproven);
    if (problem !== null || !isSame(rows, rowsOf(unproven)))
      throw new Error(`it was not read back as it was written (${problem ?? "rows are missing"})`);
    sealBackup(unproven, sign);
    renameSync(unproven, path);
    prune(folder);
    return { path, bytes: statSync(path).size, rows };
  } catch (cause) {
    rmSync(unproven, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`backing up the ledger to "${path}": ${reason}; check the disk's room and rights`, {
      cause,
    });
  }
};

/** True where the newest copy is a day old, or there is none. */
export const isBackupDue = (dataDir: string, now: Date): boolean => {
  const newest = backups(dataDir).at(-1);
  return newest === undefined || now.getTime() - statSync(newest).mtimeMs >= everyMs;
};

/** Paths of all copies, oldest first. */
export const backups = (dataDir: string): readonly string[] => {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^ledger-.*\.db$/u.test(name))
    .toSorted()
    .map((name) => join(folder, name));
};

/** In one transaction, without the space that deleted rows left. */
const copy = (from: string, to: string): Backup["rows"] => {
  using database = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  database.exec("pragma temp_store = memory");
  database.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  return rowsOf(to);
};

const rowsOf = (file: string): Backup["rows"] => {
  using database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      String(name),
      Number(database.prepare(`select count(*) as n from "${String(name)}"`).get()?.["n"]),
    ]),
  );
};

const isSame = (one: Backup["rows"], other: Backup["rows"]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const prune = (folder: string): void => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".db"))
    .toSorted();
  for (const name of names.slice(0, -kept)) rmSync(join(folder, name));
};
