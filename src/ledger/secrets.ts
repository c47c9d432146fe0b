/** Sealed secrets by name. What they say only the composition knows, which holds the key. */

import type { Secrets } from "../flow/ports.ts";
import type { Database } from "./database.ts";

export const secretStore = (db: Database): Secrets => ({
  secret: async (name) => {
    const row = await db.selectFrom("sealed").select("text").where("name", "=", name).executeTakeFirst();
    return row?.text ?? null;
  },
  secretsLike: async (prefix) => {
    const rows = await db.selectFrom("sealed").selectAll().orderBy("name").execute();
    return new Map(rows.flatMap(({ name, text }) => (name.startsWith(prefix) ? [[name, text]] : [])));
  },
  setSecret: async (name, sealed) => {
    if (sealed === null) await db.deleteFrom("sealed").where("name", "=", name).execute();
    else
      await db
        .insertInto("sealed")
        .values({ name, text: sealed })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ text: sealed }))
        .execute();
  },
});
