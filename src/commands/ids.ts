/** `landfall completion SHELL --ids WHAT`: what a shell offers where a letter, a case or a mailbox is to be named. */

import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { IdKind } from "./id-kinds.ts";

/** None where there is no ledger yet. */
export const idsOf = async (kind: IdKind, dataDir: string): Promise<readonly string[]> => {
  if (!ledgerExists(dataDir)) return [];
  await using ledger = await openLedger(dataDir, { readOnly: true });
  if (kind === "mailboxes") return (await ledger.health()).map(({ user }) => user);
  const all = kind === "cases" ? await ledger.cases() : await ledger.letters();
  return all.map(({ id }) => id);
};
