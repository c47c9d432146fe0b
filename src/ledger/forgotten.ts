/** Which letters are not to be read again; `forget.ts` writes the marks. */

import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";

export const forgottenStore = (db: Database): Pick<Ledger, "forgotten"> => ({
  forgotten: async (marks) => {
    const rows = await db.selectFrom("forgotten").select("mark").where("mark", "in", marks).execute();
    return new Set(rows.map(({ mark }) => mark));
  },
});
