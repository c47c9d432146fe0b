/** Past facts of a case. What the person said is only added to; what a letter brings follows from the letter. */

import { type Kysely, sql } from "kysely";
import type { CaseEvent } from "../domain/events.ts";
import type { Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import { type EventRow, instant, instantOrNull, type Tables } from "./tables.ts";

export const eventStore = (db: Database): Pick<Ledger, "events" | "append"> => ({
  events: async (caseId) => {
    const rows = await db
      .selectFrom("events")
      .selectAll()
      .where("case_id", "in", (cases) =>
        cases
          .selectFrom("cases")
          .select("id")
          .where(sql<string>`coalesce(merged_into, id)`, "=", caseId),
      )
      .orderBy("at")
      .orderBy("id")
      .execute();
    return rows.map(fromRow).map((event) => ({ ...event, caseId }));
  },
  append: async (event) => insertEvents(db, [event]),
});

/** The same id twice is the same event. */
export const insertEvents = async (work: Kysely<Tables>, events: readonly CaseEvent[]): Promise<void> => {
  for (const event of events)
    await work
      .insertInto("events")
      .values(toRow(event))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
};

/** The events of a letter follow from what it is taken for: they replace those that it brought before. */
export const replaceEvents = async (
  work: Kysely<Tables>,
  letterId: string,
  events: readonly CaseEvent[],
): Promise<void> => {
  await work.deleteFrom("events").where("source", "=", `letter:${letterId}`).execute();
  await insertEvents(work, events);
};

const toRow = (event: CaseEvent): EventRow => ({
  id: event.id,
  case_id: event.caseId,
  milestone: event.milestone,
  at: instant(event.at),
  seen_at: instant(event.seenAt),
  source: event.source,
  trust: event.trust,
  forwarded: Number(event.forwarded),
  approximate: Number(event.approximate),
  tasks: JSON.stringify(event.tasks),
  days: JSON.stringify(event.days),
  until: instantOrNull(event.until ?? null),
});

const fromRow = (row: EventRow): CaseEvent => ({
  id: row.id,
  caseId: row.case_id,
  milestone: row.milestone,
  at: new Date(row.at),
  seenAt: new Date(row.seen_at),
  source: row.source,
  trust: row.trust,
  forwarded: row.forwarded === 1,
  approximate: row.approximate === 1,
  tasks: JSON.parse(row.tasks),
  days: JSON.parse(row.days),
  ...(row.until !== null && { until: new Date(row.until) }),
});
