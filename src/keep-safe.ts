/** Looks after the data folder while the daemon runs: nobody else reads it, and there is a backup of each day. */

import type { Clock, Log } from "./flow/ports.ts";
import { backUp, isBackupDue } from "./ledger/backup.ts";
import { looseFiles, tighten } from "./ledger/files.ts";

type Parts = { readonly clock: Clock; readonly log: Log };

const lookEveryMs = 60_000;

/** The first look at the backups comes after a minute: whoever starts has better things to do. */
export const keepSafe = (dataDir: string, parts: Parts): Disposable => {
  shutOthersOut(dataDir, parts.log);
  const timer = setInterval(() => backUpDaily(dataDir, parts), lookEveryMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
};

const shutOthersOut = (dataDir: string, log: Log): void => {
  const loose = looseFiles(dataDir);
  if (loose.length === 0) return;
  const files = loose.map(({ path, mode }) => `${mode} ${path}`);
  log.warn({ files }, "others could read these files; not any more");
  tighten(loose);
};

const backUpDaily = (dataDir: string, { clock, log }: Parts): void => {
  try {
    if (!isBackupDue(dataDir, clock.now())) return;
    const { bytes } = backUp(dataDir, clock.now());
    log.info({ bytes }, "the ledger was backed up");
  } catch (error) {
    log.error({ error }, "backup: it failed; it is tried again in a minute");
  }
};
