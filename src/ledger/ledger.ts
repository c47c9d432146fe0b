/** The ledger: the truth, in one SQLite file that the command line can read while the daemon runs. */

import type { Ledger, Scope, Secrets, WholeLedger } from "../flow/ports.ts";
import { answerStore } from "./answers.ts";
import { caseStore } from "./cases.ts";
import { cursorStore } from "./cursors.ts";
import { openDatabase } from "./database.ts";
import { eventStore } from "./events.ts";
import { forgetIn, type ForgetOptions, type Forgotten } from "./forget.ts";
import { forgottenStore } from "./forgotten.ts";
import { filedLetters } from "./filed-letters.ts";
import { filingStore } from "./filings.ts";
import { healthStore } from "./health.ts";
import { letterStore } from "./letters.ts";
import { mailboxStore } from "./mailboxes.ts";
import { noteStore } from "./notes.ts";
import { providerStore } from "./providers.ts";
import { outageStore } from "./outages.ts";
import { reminderStore } from "./reminders.ts";
import { secretStore } from "./secrets.ts";
import { wordStore } from "./words.ts";

export type OpenLedger = WholeLedger &
  Secrets &
  AsyncDisposable & {
    /** Erases for good, copies included, while the daemon goes on. */
    forget(options: ForgetOptions): Promise<Forgotten>;
  };

export type LedgerOptions = {
  /** For a look while the daemon runs: creates and changes nothing; the ledger must exist. */
  readonly readOnly?: boolean;
  /** What stands behind the @ of a reminder's Message-ID. */
  readonly messageIdDomain?: string;
};

/**
 * Opens the ledger in `dataDir`; makes it (folder 0700, files 0600) or brings it up to date where needed.
 * @throws Error in plain words where it cannot be opened or is newer than this program.
 */
export const openLedger = async (dataDir: string, options: LedgerOptions = {}): Promise<OpenLedger> => {
  const { readOnly = false, messageIdDomain = "landfall.invalid" } = options;
  const { db, changes, recomputable } = await openDatabase(dataDir, readOnly);
  const filed = filedLetters(db, changes);
  const { words } = wordStore(db, changes);
  const of = (scope: Scope | null): Ledger => ({
    words,
    ...letterStore({ db, recomputable }, { filed, words, scope }),
    ...cursorStore(db),
    ...caseStore(db, changes, scope),
    ...eventStore(db, changes),
    ...filingStore({ db, recomputable }, filed),
    ...reminderStore({ db, changes, recomputable }, messageIdDomain, scope),
    ...noteStore(db, scope),
    ...outageStore(db, scope),
    ...answerStore(db, changes, scope),
    ...healthStore(db),
    ...providerStore(db, changes),
    ...forgottenStore(db, changes),
    planState: () => changes.state(["letters", "cases", "events", "reminders"]),
  });
  return {
    ...of(null),
    ...mailboxStore(db, filed),
    ...secretStore(db),
    of,
    forget: async (what) => forgetIn(db, dataDir, what).finally(filed.reset),
    [Symbol.asyncDispose]: async () => db.destroy(),
  };
};
