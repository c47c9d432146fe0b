/** The ledger that is there already, for a command that adds the person's word beside the daemon or without it. */

import type { Planning } from "../domain/reminders.ts";
import type { ReplanPorts } from "../flow/replan.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { silentLog, systemClock } from "../system.ts";

type Refused = { readonly ok: false; readonly problem: string };

/** Refuses where there is no ledger yet. What is planned here is put into the queue by the daemon's sweep. */
export const withLedger = async <T>(
  { dataDir, planning }: { readonly dataDir: string; readonly planning: Planning },
  act: (ports: ReplanPorts) => Promise<T>,
): Promise<T | Refused> => {
  if (!ledgerExists(dataDir))
    return { ok: false, problem: `there is no ledger in "${dataDir}" yet: run \`landfall run\` first` };
  await using ledger = await openLedger(dataDir);
  return await act({ ledger, queues: null, clock: systemClock, log: silentLog, planning });
};
