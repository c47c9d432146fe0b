/** Cases: which there are, and the mailbox each belongs to. */

import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";

export const caseStore = (db: Database): Pick<Ledger, "cases" | "openCase"> => ({
  cases: async () => db.selectFrom("cases").selectAll().orderBy("id").execute(),
  openCase: async (record) => {
    await db
      .insertInto("cases")
      .values({ id: record.id, label: record.label, mailbox: record.mailbox })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  },
});
