/** `landfall repair`: a damaged ledger made whole, while no daemon runs. */

import { ledgerFile } from "../ledger/files.ts";
import { lockLedger } from "../ledger/lock.ts";
import { type Repaired, repairLedger } from "../ledger/repair.ts";
import type { Io } from "./io.ts";

export const repair = async (dataDir: string, { json }: { json: boolean }, io: Io): Promise<number> => {
  using lock = lockLedger(dataDir);
  const repaired = await repairLedger(dataDir, new Date());
  io.stdout.write(`${json ? JSON.stringify(repaired) : sentences(repaired, dataDir)}\n`);
  return lock === undefined ? 1 : 0;
};

const sentences = (repaired: Repaired, dataDir: string): string => {
  if (!repaired.damaged) return `The ledger "${ledgerFile(dataDir)}" is sound; nothing was changed.`;
  const { damage, from, aside, rescued } = repaired;
  return `The ledger was damaged ("${damage}"); it lies in "${aside}" now.
${from === null ? "There was no sound backup: a new ledger was made." : `Put back: "${from}".`}
Read from the damaged one: ${rescued["events"] ?? 0} words of yours, ${rescued["reminders"] ?? 0} reminders that had gone out.
The letters come back with the next \`landfall run\`. See with \`landfall status\` whether what you said was done is still there.`;
};
