/** Cases: which there are, the mailbox each belongs to, and which were merged. */

import type { Kysely } from "kysely";
import { byCaseNumber } from "../domain/whose.ts";
import type { CaseRecord, Ledger, Scope } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import type { Database } from "./database.ts";
import type { CaseRow, Tables } from "./tables.ts";

type CaseStore = Pick<Ledger, "cases" | "ownCases" | "case" | "openCase">;

export const caseStore = (db: Database, changes: Changes, scope: Scope | null): CaseStore => {
  const cases = remember(changes, ["cases"], async () => {
    const rows = await db.selectFrom("cases").selectAll().execute();
    return rows.map(fromRow).toSorted((a, b) => byCaseNumber(a.id, b.id));
  });
  return {
    cases,
    ownCases: async () =>
      (await cases()).filter(({ mailbox }) => scope === null || mailbox === scope.mailbox),
    ...singleCases(db),
  };
};

const singleCases = (db: Database): Pick<Ledger, "case" | "openCase"> => ({
  case: async (id) => {
    const row = await db.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  },
  openCase: async (record) => {
    await db
      .insertInto("cases")
      .values(toRow(record))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  },
});

/** A new case, or a known one with its name and where it was merged to. */
export const saveCase = async (work: Kysely<Tables>, record: CaseRecord): Promise<void> => {
  const { label, merged_into } = toRow(record);
  await work
    .insertInto("cases")
    .values(toRow(record))
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ label, merged_into }))
    .execute();
};

const toRow = ({ id, label, mailbox, mergedInto }: CaseRecord): CaseRow => ({
  id,
  label,
  mailbox,
  merged_into: mergedInto ?? null,
});

const fromRow = ({ id, label, mailbox, merged_into }: CaseRow): CaseRecord => ({
  id,
  label,
  mailbox,
  ...(merged_into === null ? {} : { mergedInto: merged_into }),
});
