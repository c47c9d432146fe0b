/** `landfall forget [--case ID]`: a case, or everything, erased for good, while no daemon runs. */

import { createInterface } from "node:readline/promises";
import { backupSeal, forgottenMark } from "../flow/identity.ts";
import { loadKey } from "../key.ts";
import { backUp } from "../ledger/backup.ts";
import { ledgerExists } from "../ledger/files.ts";
import { forget as erase, type Forgotten } from "../ledger/forget.ts";
import { openLedger } from "../ledger/ledger.ts";
import { lockLedger } from "../ledger/lock.ts";
import type { KeepingConfig } from "./backup.ts";
import type { Io } from "./io.ts";

export type ForgetOptions = { readonly case?: string | undefined; readonly json: boolean };

export const forget = async (config: KeepingConfig, options: ForgetOptions, io: Io): Promise<number> => {
  const problem = await problemWith(config.dataDir, options.case);
  if (problem !== null) {
    io.stderr.write(`landfall forget: ${problem}\n`);
    return 1;
  }
  const what = options.case === undefined ? "everything" : `all of ${options.case}`;
  if (!(await isMeant(what, io))) {
    io.stderr.write("landfall forget: nothing was erased\n");
    return 1;
  }
  const forgotten = await eraseNow(config, options.case ?? null);
  const proven = forgotten.left.length === 0;
  io.stdout.write(
    `${options.json ? JSON.stringify({ case: options.case ?? null, ...forgotten }) : sentences(forgotten, what)}\n`,
  );
  return proven ? 0 : 1;
};

const problemWith = async (dataDir: string, caseId: string | undefined): Promise<string | null> => {
  if (!ledgerExists(dataDir)) return `there is no ledger in "${dataDir}": nothing is kept there`;
  if (caseId === undefined) return null;
  await using ledger = await openLedger(dataDir);
  const known = (await ledger.cases()).filter(({ mergedInto }) => mergedInto === undefined);
  if (known.some(({ id }) => id === caseId)) return null;
  const names = known.map(({ id, label }) => (label === id ? id : `${id} (${label})`));
  return `there is no case "${caseId}"; the cases are: ${names.join(", ") || "none"}`;
};

/** Asked only where somebody sits there to answer. */
const isMeant = async (what: string, io: Io): Promise<boolean> => {
  if (io.stdin.isTTY !== true) return true;
  const lines = createInterface({ input: io.stdin, output: io.stderr });
  const answer = await lines.question(`This erases ${what}, backups included. Type yes to go on: `);
  lines.close();
  return answer.trim().toLowerCase() === "yes";
};

/** What other cases there are gets a backup of its own at once, as the old ones hold what was to be forgotten. */
const eraseNow = async ({ dataDir, key }: KeepingConfig, caseId: string | null): Promise<Forgotten> => {
  using lock = lockLedger(dataDir);
  const secret = await loadKey(key, dataDir);
  const now = new Date();
  const forgotten = await erase(dataDir, { caseId, markOf: (id) => forgottenMark(id, secret), now });
  if (caseId !== null && lock !== undefined) backUp(dataDir, now, (digest) => backupSeal(digest, secret));
  return forgotten;
};

const sentences = (
  { letters, events, reminders, backups, pieces, files, left }: Forgotten,
  what: string,
): string =>
  `Forgotten, ${what}: ${letters} letters, ${events} events, ${reminders} reminders; ${backups} backups deleted.
${
  left.length === 0
    ? `Looked for ${pieces} pieces of them in the ${files} files of the data folder: none is left.`
    : `Still found in ${left.join(", ")}: delete these files yourself.`
}
A keyed mark of each letter stays, so that it is not read again. Your mailbox was not touched.`;
