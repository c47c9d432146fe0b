/** What the person said of letters and cases: added to, never edited. */

import { type Kysely, sql } from "kysely";
import type { Said, Word } from "../domain/words.ts";
import type { Ledger } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import { fromJson } from "./damage.ts";
import type { Database } from "./database.ts";
import { instant, type Tables } from "./tables.ts";

export const wordStore = (db: Database, changes: Changes): Pick<Ledger, "words"> => ({
  words: remember(changes, ["words"], async () => {
    const rows = await db
      .selectFrom("words")
      .selectAll()
      .orderBy("said_at")
      .orderBy(sql`rowid`)
      .execute();
    return rows.map(({ id, said_at, said }) => ({
      id,
      saidAt: new Date(said_at),
      said: toSaid(fromJson(said)),
    }));
  }),
});

export const insertWord = async (work: Kysely<Tables>, { id, saidAt, said }: Word): Promise<void> => {
  await work
    .insertInto("words")
    .values({ id, said_at: instant(saidAt), said: JSON.stringify(said) })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
};

const toSaid = (stored: Said): Said => {
  if (stored.what !== "corrected" || stored.correction.receivedAt === undefined) return stored;
  const { correction } = stored;
  return { ...stored, correction: { ...correction, receivedAt: new Date(stored.correction.receivedAt) } };
};
