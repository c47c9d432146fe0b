/** How each watched mailbox is doing; survives restarts. */

import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { dateOrNull, instantOrNull } from "./tables.ts";

export const healthStore = (db: Database): Pick<Ledger, "health" | "setHealth"> => ({
  health: async () => {
    const rows = await db.selectFrom("mailboxes").selectAll().orderBy("user").execute();
    return rows.map((row) => ({
      user: row.user,
      state: row.state,
      lastLookAt: dateOrNull(row.last_look_at),
      problem: row.problem,
      refusals: row.refusals,
      refusedAt: dateOrNull(row.refused_at),
      signIn: row.sign_in,
      lookedFor: row.looked_for,
      watchedSince: dateOrNull(row.watched_since),
    }));
  },
  setHealth: async (health) => {
    const row = {
      state: health.state,
      last_look_at: instantOrNull(health.lastLookAt),
      problem: health.problem,
      refusals: health.refusals,
      refused_at: instantOrNull(health.refusedAt),
      sign_in: health.signIn ?? null,
      looked_for: health.lookedFor ?? null,
    };
    const watchedSince = instantOrNull(health.watchedSince ?? null);
    await db
      .insertInto("mailboxes")
      .values({ user: health.user, ...row, watched_since: watchedSince })
      .onConflict((conflict) =>
        conflict.column("user").doUpdateSet((known) => ({
          ...row,
          watched_since: known.fn.coalesce("mailboxes.watched_since", known.val(watchedSince)),
        })),
      )
      .execute();
  },
});
