/** What each mailbox taught of its provider. */

import type { LearnedProvider } from "../domain/learn-provider.ts";
import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { instant } from "./tables.ts";

export const providerStore = (db: Database): Pick<Ledger, "provider" | "setProvider"> => ({
  provider: async (mailbox): Promise<LearnedProvider | undefined> => {
    const row = await db
      .selectFrom("providers")
      .selectAll()
      .where("mailbox", "=", mailbox)
      .executeTakeFirst();
    return row && { domain: row.domain, sampled: row.sampled, learnedAt: new Date(row.learned_at) };
  },
  setProvider: async (mailbox, { domain, sampled, learnedAt }) => {
    const row = { domain, sampled, learned_at: instant(learnedAt) };
    await db
      .insertInto("providers")
      .values({ mailbox, ...row })
      .onConflict((conflict) => conflict.column("mailbox").doUpdateSet(row))
      .execute();
  },
});
