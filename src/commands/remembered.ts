/** What the ledger remembers, as far as a look at the mailbox cannot tell it. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FiledLetter } from "../domain/casebook.ts";
import type { CaseEvent } from "../domain/events.ts";
import type { ToldNote } from "../domain/notes.ts";
import type { Settled } from "../domain/reminders.ts";
import type { Word } from "../domain/words.ts";
import type { CaseRecord } from "../flow/ports.ts";
import { loadKey } from "../key.ts";
import { ledgerExists } from "../ledger/files.ts";

export type Remembered = {
  readonly cases: readonly (CaseRecord & {
    readonly events: readonly CaseEvent[];
    /** What was told already. */
    readonly settled: Settled;
  })[];
  readonly letters: readonly FiledLetter[];
  readonly words: readonly Word[];
  /** Notes that went out. */
  readonly told: readonly ToldNote[];
  /** Of the identifiers' hashes; without a ledger any will do. */
  readonly key: Uint8Array;
};

const nothing: Remembered = { cases: [], letters: [], words: [], told: [], key: new Uint8Array(32) };

/** Reads the ledger if there is one, and creates nothing. `key` as it is configured. */
export const readRemembered = async (dataDir: string, key: string | null): Promise<Remembered> => {
  if (!ledgerExists(dataDir)) return nothing;
  const { openLedger } = await import("../ledger/ledger.ts");
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const events = await ledger.allEvents();
  const hasKey = key !== null || existsSync(join(dataDir, "key"));
  return {
    cases: await Promise.all(
      (await ledger.cases()).map(async (record) => ({
        ...record,
        events: events.get(record.id) ?? [],
        settled: await ledger.settled(record.id),
      })),
    ),
    letters: await ledger.filedLetters(),
    words: await ledger.words(),
    told: await ledger.toldNotes(),
    key: hasKey ? await loadKey(key, dataDir) : nothing.key,
  };
};
