/** Past facts of a case. What the person said is only added to; what a letter brings follows from the letter. */

import { type Kysely, sql } from "kysely";
import type { CaseEvent } from "../domain/events.ts";
import type { Ledger } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import { fromJson } from "./damage.ts";
import type { Database } from "./database.ts";
import { type EventRow, instant, instantOrNull, type Tables } from "./tables.ts";

type EventStore = Pick<Ledger, "events" | "allEvents" | "append">;

export const eventStore = (db: Database, changes: Changes): EventStore => ({
  events: async (caseId) => {
    const { rows } = await sql<EventRow>`
      select * from events where case_id in (select id from cases where coalesce(merged_into, id) = ${caseId})
      order by at, id`.execute(db);
    return rows.map((row) => fromRow({ ...row, case_id: caseId }));
  },
  allEvents: remember(changes, ["events", "cases"], async () => {
    const { rows } = await sql<EventRow>`
      select events.*, coalesce(cases.merged_into, cases.id) as case_id
      from events join cases on cases.id = events.case_id
      order by at, events.id`.execute(db);
    return Map.groupBy(rows.map(fromRow), ({ caseId }) => caseId);
  }),
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
  redated: event.redated === true ? 1 : null,
  date_unread: event.dateUnread === true ? 1 : null,
  people: event.people === undefined ? null : JSON.stringify(event.people),
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
  ...(row.redated === 1 && { redated: true }),
  ...(row.date_unread === 1 && { dateUnread: true }),
  tasks: fromJson(row.tasks),
  days: fromJson(row.days),
  ...(row.until !== null && { until: new Date(row.until) }),
  ...(row.people !== null && { people: fromJson(row.people) }),
});
