/**
 * Looks after the data folder while the daemon runs: nobody else reads it, there is a backup of each day, and what
 * need not be kept any longer is erased.
 */

import { isOutlived } from "./domain/retention.ts";
import { backupSeal, forgottenMark } from "./flow/identity.ts";
import type { Clock, Log } from "./flow/ports.ts";
import { backUp, isBackupDue } from "./ledger/backup.ts";
import { looseFiles, tighten, whichLedger } from "./ledger/files.ts";
import type { OpenLedger } from "./ledger/ledger.ts";

type Keeping = {
  readonly dataDir: string;
  readonly ledger: OpenLedger;
  readonly key: Uint8Array;
  readonly timeZone: string;
  /** Null: cases that ended are kept. */
  readonly retainDays: number | null;
  readonly clock: Clock;
  readonly log: Log;
};

const lookEveryMs = 60_000;

/** The first look at the backups comes after a minute: whoever starts has better things to do. */
export const keepSafe = (keeping: Keeping, everyMs = lookEveryMs): Disposable => {
  shutOthersOut(keeping);
  const opened = whichLedger(keeping.dataDir);
  const look = (): void => {
    if (whichLedger(keeping.dataDir) === opened) void daily(keeping);
    else tellOfLoss(keeping);
  };
  const timer = setInterval(look, everyMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
};

/** Files that were removed while they are open live on until they are closed: reminders still go out, and nobody sees what is written. */
const tellOfLoss = ({ dataDir, log }: Keeping): void =>
  log.error(
    { dataDir },
    "the ledger that this process has open is not in DATA_DIR any more: put the folder back, or restart landfall, which reads the mailbox anew; what you say with other commands does not reach this process",
  );

const shutOthersOut = ({ dataDir, log }: Keeping): void => {
  const loose = looseFiles(dataDir);
  if (loose.length === 0) return;
  const files = loose.map(({ path, mode }) => `${mode} ${path}`);
  log.warn({ files }, "others could read these files; not any more");
  tighten(loose);
};

const daily = async (keeping: Keeping): Promise<void> => {
  const { dataDir, key, clock, log } = keeping;
  try {
    if (!isBackupDue(dataDir, clock.now())) return;
    await eraseOutlived(keeping);
    const { bytes } = backUp(dataDir, clock.now(), (digest) => backupSeal(digest, key));
    log.info({ bytes }, "the ledger was backed up");
  } catch (error) {
    log.error({ error }, "backup: it failed; it is tried again in a minute");
  }
};

/** Older backups hold it too, and go with it; the one of today is made right afterwards. */
const eraseOutlived = async (keeping: Keeping): Promise<void> => {
  const { ledger, key, timeZone, retainDays, clock, log } = keeping;
  if (retainDays === null) return;
  for (const { id, mergedInto } of await ledger.cases()) {
    const now = clock.now();
    if (mergedInto !== undefined || !isOutlived(await ledger.events(id), { timeZone, retainDays }, now))
      continue;
    const { letters, left } = await ledger.forget({
      caseId: id,
      markOf: (letterId) => forgottenMark(letterId, key),
      now,
    });
    log.info({ case: id, letters, left }, "a case that ended long ago was erased (RETAIN_DAYS)");
  }
};
