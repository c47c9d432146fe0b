/** `landfall restore [FILE]`: a backup put back in the ledger's place, while no daemon runs. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { backupSeal, forgottenMark } from "../flow/identity.ts";
import { keyPath, loadKey } from "../key.ts";
import { backups } from "../ledger/backup.ts";
import { backupFolder } from "../ledger/files.ts";
import { lockLedger } from "../ledger/lock.ts";
import { type Restored, restoreLedger } from "../ledger/restore.ts";
import { tellAnswer, type Answered } from "./answer.ts";
import type { KeepingConfig } from "./backup.ts";
import type { Io } from "./io.ts";

export type RestoreOptions = {
  /** A file, or the name of one among the backups; undefined: the newest. */
  readonly file: string | undefined;
  /** Take one whose seal is missing or does not hold. */
  readonly unsealed: boolean;
  readonly json: boolean;
};

type Done = Restored & { readonly ok: true; readonly file: string };

export const restore = async (config: KeepingConfig, options: RestoreOptions, io: Io): Promise<number> =>
  tellAnswer(
    await restoreNow(config, options),
    {
      command: "restore",
      json: options.json,
      toJson: ({ ok, ...restored }) => (ok ? restored : null),
      toText: sentences,
    },
    io,
  );

const restoreNow = async (
  { dataDir, key }: KeepingConfig,
  { file: wanted, unsealed }: RestoreOptions,
): Promise<Answered<Done>> => {
  const file = find(dataDir, wanted);
  if (file === undefined)
    return { ok: false, problem: `there is no backup in "${backupFolder(dataDir)}": name a file` };
  if (key === null && !existsSync(keyPath(dataDir)) && !unsealed)
    return { ok: false, problem: withoutKey(keyPath(dataDir)) };
  const held = lockLedger(dataDir);
  try {
    const secret = await loadKey(key, dataDir);
    const sign = (digest: string): string => backupSeal(digest, secret);
    const markOf = (id: string): string => forgottenMark(id, secret);
    const asked = { sign, markOf, unsealed, now: new Date() };
    return { ok: true, file, ...(await restoreLedger(dataDir, file, asked)) };
  } finally {
    held[Symbol.dispose]();
  }
};

const find = (dataDir: string, wanted: string | undefined): string | undefined => {
  if (wanted === undefined) return backups(dataDir).at(-1);
  const among = join(backupFolder(dataDir), wanted);
  return !existsSync(wanted) && existsSync(among) ? among : resolve(wanted);
};

const withoutKey = (path: string): string =>
  `the key of the ledger is not here: put it to "${path}" (or set LANDFALL_KEY, if that was used) before the first start, since without it letters are not known again and kept passwords cannot be opened; --unsealed goes on without it`;

const sentences = ({ file, aside, letters, events, sentSince, forgottenSince }: Done): string =>
  [
    `Restored: ${file} (${letters} letters, ${events} events).`,
    aside === null ? null : `The ledger that was there lies in ${aside} now; delete it once all is well.`,
    sentSince === 0
      ? null
      : `${sentSince} mails had gone out since then; they are remembered, and not sent again.`,
    forgottenSince === 0
      ? null
      : `${forgottenSince} of its letters had been forgotten since, and are back: \`landfall forget\` erases them again.`,
    "What came into the mailbox since is read with the next `landfall run`; what you said since (done, corrections) say again.",
  ]
    .filter((line) => line !== null)
    .join("\n");
