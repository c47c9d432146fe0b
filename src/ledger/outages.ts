/** Servers that refuse to send, so that a restart does not ask them again at once. */

import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { instant } from "./tables.ts";

export const outageStore = (db: Database): Pick<Ledger, "outages" | "setOutage"> => ({
  outages: async () => {
    const rows = await db.selectFrom("outages").selectAll().orderBy("channel").execute();
    return rows.map(({ sign_in: signIn, ...row }) => ({
      ...row,
      since: new Date(row.since),
      until: new Date(row.until),
      permanent: row.permanent === 1,
      signIn,
    }));
  },
  setOutage: async (channel, outage) => {
    await db.deleteFrom("outages").where("channel", "=", channel).execute();
    if (outage === null) return;
    const { since, until, permanent, problem, tries, signIn } = outage;
    const row = {
      since: instant(since),
      until: instant(until),
      permanent: Number(permanent),
      problem,
      tries,
    };
    await db
      .insertInto("outages")
      .values({ channel, ...row, sign_in: signIn })
      .onConflict((conflict) => conflict.column("channel").doUpdateSet({ ...row, sign_in: signIn }))
      .execute();
  },
});
