/** What the ledger remembers, as far as a look at the mailbox cannot tell it. */

import type { CaseEvent } from "../domain/events.ts";
import type { Settled } from "../domain/reminders.ts";
import { ledgerExists } from "../ledger/files.ts";

export type Remembered = {
  readonly events: readonly CaseEvent[];
  /** When each letter was first seen. */
  readonly seenAt: ReadonlyMap<string, Date>;
  /** What was told already. */
  readonly settled: Settled;
};

const nothing: Remembered = { events: [], seenAt: new Map(), settled: new Map() };

/** Reads the ledger if there is one, and creates nothing. */
export const readRemembered = async (dataDir: string): Promise<Remembered> => {
  if (!ledgerExists(dataDir)) return nothing;
  const { openLedger } = await import("../ledger/ledger.ts");
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const cases = await ledger.cases();
  const events = await Promise.all(cases.map(({ id }) => ledger.events(id)));
  const letters = await ledger.letters();
  const settled = await Promise.all(cases.map(({ id }) => ledger.settled(id)));
  return {
    events: events.flat(),
    seenAt: new Map(letters.map(({ id, seenAt }) => [id, seenAt])),
    settled: new Map(settled.flatMap((notices) => [...notices])),
  };
};
