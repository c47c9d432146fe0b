/** What each mailbox taught of its provider. */

import type { LearnedProvider } from "../domain/learn-provider.ts";
import type { Ledger } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import type { Database } from "./database.ts";
import { instant, type ProviderRow } from "./tables.ts";

export const providerStore = (db: Database, changes: Changes): Pick<Ledger, "provider" | "setProvider"> => {
  const all = remember(changes, ["providers"], async () => {
    const rows = await db.selectFrom("providers").selectAll().execute();
    return new Map(rows.map((row) => [row.mailbox, fromRow(row)]));
  });
  return {
    provider: async (mailbox) => (await all()).get(mailbox),
    setProvider: async (mailbox, provider) => setProvider(db, mailbox, provider),
  };
};

const setProvider = async (
  db: Database,
  mailbox: string,
  { domain, sampled, learnedAt }: LearnedProvider,
): Promise<void> => {
  const row = { domain, sampled, learned_at: instant(learnedAt) };
  await db
    .insertInto("providers")
    .values({ mailbox, ...row })
    .onConflict((conflict) => conflict.column("mailbox").doUpdateSet(row))
    .execute();
};

const fromRow = ({ domain, sampled, learned_at }: ProviderRow): LearnedProvider => ({
  domain,
  sampled,
  learnedAt: new Date(learned_at),
});
