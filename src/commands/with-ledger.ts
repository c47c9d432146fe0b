/** The ledger that is there already, for a command that adds the person's word beside the daemon or without it. */

import { existsSync } from "node:fs";
import type { LocalConfig } from "../config.ts";
import type { ReplanPorts } from "../flow/replan.ts";
import { keyPath } from "../key.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger, type OpenLedger } from "../ledger/ledger.ts";
import { silentLog, systemClock } from "../system.ts";

type Refused = { readonly ok: false; readonly problem: string };

/** Of the settings, what a word about a case needs. */
export type WordConfig = Pick<LocalConfig, "dataDir" | "planning" | "key" | "inherited">;

/** Refuses where there is no ledger yet. What is planned here is put into the queue by the daemon's sweep. */
export const withLedger = async <T>(
  config: WordConfig,
  act: (ports: ReplanPorts) => Promise<T>,
): Promise<T | Refused> => {
  const { dataDir, planning } = config;
  if (!ledgerExists(dataDir))
    return { ok: false, problem: `there is no ledger in "${dataDir}" yet: run \`landfall run\` first` };
  await using ledger = await openLedger(dataDir);
  const ports = { ledger, queues: null, clock: systemClock, log: silentLog, planning };
  return await act({ ...ports, ...(await planningsOf(ledger, config)) });
};

/**
 * The zone of each mailbox that the ledger keeps, for a look: undefined where there is none of that name, or where the key
 * that its settings are sealed with is not at hand.
 */
export const zonesOf = async (
  ledger: OpenLedger,
  config: Omit<WordConfig, "planning">,
): Promise<(mailbox: string) => string | undefined> => {
  if (config.key === null && !existsSync(keyPath(config.dataDir))) return () => undefined;
  try {
    const { planningOf } = await planningsOf(ledger, config);
    return (mailbox) => planningOf?.(mailbox)?.timeZone;
  } catch {
    return () => undefined;
  }
};

/** Where there are several mailboxes, a case is planned as its own wants it. */
export const planningsOf = async (
  ledger: OpenLedger,
  config: Omit<WordConfig, "planning">,
): Promise<Pick<ReplanPorts, "planningOf">> => {
  const { configOfMailbox, opened, sealedMailboxes } = await import("../mailboxes.ts");
  const sealed = await sealedMailboxes(ledger);
  if (sealed.size === 0) return {};
  const { loadKey } = await import("../key.ts");
  const others = opened(sealed, await loadKey(config.key, config.dataDir));
  return {
    planningOf: (user) => {
      const mailbox = others.find((each) => each.user === user && each.state !== "removed");
      return mailbox && configOfMailbox(mailbox, config).planning;
    },
  };
};
