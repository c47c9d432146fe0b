/** Which letters are not to be read again; `forget.ts` writes the marks. */

import type { Ledger } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import type { Database } from "./database.ts";

/** There are few, and each letter that comes is asked about. */
export const forgottenStore = (db: Database, changes: Changes): Pick<Ledger, "forgotten"> => {
  const known = remember(changes, ["forgotten"], async () => {
    const rows = await db.selectFrom("forgotten").select("mark").execute();
    return new Set(rows.map(({ mark }) => mark));
  });
  return {
    forgotten: async (marks) => {
      const all = await known();
      return new Set(marks.filter((mark) => all.has(mark)));
    },
  };
};
