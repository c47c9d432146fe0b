/** Servers that refuse to send, so that a restart does not ask them again at once. */

import type { Ledger, Scope } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { nameOf } from "./scope.ts";
import { instant } from "./tables.ts";

export const outageStore = (db: Database, scope: Scope | null): Pick<Ledger, "outages" | "setOutage"> => ({
  outages: async () => {
    const all = db.selectFrom("outages").selectAll().orderBy("mailbox").orderBy("channel");
    const rows = await (scope === null ? all : all.where("mailbox", "=", nameOf(scope))).execute();
    return rows.map(({ sign_in: signIn, ...row }) => ({
      ...row,
      since: new Date(row.since),
      until: new Date(row.until),
      permanent: row.permanent === 1,
      signIn,
    }));
  },
  setOutage: async (channel, outage) => {
    const mailbox = nameOf(scope);
    const known = db.deleteFrom("outages").where("mailbox", "=", mailbox);
    await known.where("channel", "=", channel).execute();
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
      .values({ mailbox, channel, ...row, sign_in: signIn })
      .onConflict((conflict) =>
        conflict.columns(["mailbox", "channel"]).doUpdateSet({ ...row, sign_in: signIn }),
      )
      .execute();
  },
});
