/** Reminders: what is planned, claimed, sent. */

import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Notice, Reminder } from "../domain/plan.ts";
import type { Settled } from "../domain/reminders.ts";
import type { Ledger, Scope, Waiting } from "../flow/ports.ts";
import type { Database, OpenDatabase } from "./database.ts";
import { claim, confirm, release, settleCopy } from "./claims.ts";
import { inGroups } from "./group.ts";
import { fromRow, toRow } from "./reminder-rows.ts";
import { nameOf, ofReminders } from "./scope.ts";
import { instant, type ReminderRow, type Tables } from "./tables.ts";

type ReminderStore = Pick<
  Ledger,
  | "reminders"
  | "reminder"
  | "waitingReminders"
  | "isAnyDue"
  | "due"
  | "settled"
  | "lastToldAt"
  | "plan"
  | "planNotes"
  | "claim"
  | "confirm"
  | "release"
  | "settleCopy"
>;

type Opened = Pick<OpenDatabase, "db" | "changes" | "recomputable">;

/** `messageIdDomain`: what stands behind the @ of a reminder's Message-ID. */
export const reminderStore = (
  opened: Opened,
  messageIdDomain: string,
  scope: Scope | null,
): ReminderStore => {
  const { db, recomputable } = opened;
  // Lost in a power cut, either costs a second copy of one mail; in a crash it is not lost.
  const together = inGroups(recomputable);
  return {
    reminders: async (caseId) => {
      const rows = db.selectFrom("reminders").selectAll().orderBy("due_at").orderBy("id");
      const wanted =
        caseId === undefined ? rows.where(ofReminders(scope)) : rows.where("case_id", "=", caseId);
      return (await wanted.execute()).map(fromRow);
    },
    reminder: async (id) => {
      const row = await db.selectFrom("reminders").selectAll().where("id", "=", id).executeTakeFirst();
      return row && fromRow(row);
    },
    waitingReminders: async (after) => waitingReminders(db, scope, after),
    isAnyDue: async (now) =>
      (await firstDue(db, now, scope).select("id").limit(1).executeTakeFirst()) !== undefined,
    due: async (now) => (await firstDue(db, now, scope).selectAll().execute()).map(fromRow),
    settled: async (caseId) => settled(db, caseId),
    lastToldAt: async (caseId, but) => lastToldAt(db, caseId, but),
    plan: async (caseId, planned, now) => {
      const rows = planned.map((one) => toRow(one, messageIdDomain, now));
      return plan(opened, sql`kind = 'reminder' and case_id = ${caseId}`, rows, now);
    },
    planNotes: async (planned, now) => {
      const mailbox = nameOf(scope) || null;
      const rows = planned.map((one) => ({ ...toRow(one, messageIdDomain, now), mailbox }));
      return plan(opened, sql`kind = 'note' and ${ofReminders(scope)}`, rows, now);
    },
    claim: async (reminder, subject, now) => together((work) => claim(work, reminder, subject, now)),
    confirm: async (id, sent) => together((work) => confirm(work, id, sent)),
    release: async (id, status, outcome, now) => release(db, id, { status, outcome, now }),
    settleCopy: async (id) => settleCopy(db, id),
  };
};

const pageSize = 500;

const waitingReminders = async (
  db: Database,
  scope: Scope | null,
  after: Waiting | undefined,
): Promise<readonly Waiting[]> => {
  const page = sql`${ofReminders(scope)} and (due_at, id) > (${after ? instant(after.dueAt) : ""}, ${after?.id ?? ""})`;
  const { rows } = await sql<Pick<ReminderRow, "id" | "due_at" | "attempts">>`
    select id, due_at, attempts from reminders where status = 'planned' and ${page}
    union all select id, due_at, attempts from reminders where status = 'claimed' and ${page}
    union all select id, due_at, attempts from reminders where owed = 1 and ${page}
    order by due_at, id limit ${pageSize}`.execute(db);
  return rows.map(({ id, due_at, attempts }) => ({ id, dueAt: new Date(due_at), attempts }));
};

const firstDue = (db: Database, now: Date, scope: Scope | null) =>
  db
    .selectFrom("reminders")
    .where("status", "=", "planned")
    .where("due_at", "<=", instant(now))
    .where("kind", "=", "reminder")
    .where(ofReminders(scope))
    .orderBy("due_at")
    .orderBy("id");

const settled = async (db: Database, caseId: string): Promise<Settled> => {
  const { rows } = await sql<ReminderRow>`
    select * from reminders
    where status in ('claimed', 'sent', 'failed') and case_id in (select ${caseId} union all
      select was.value from letters, json_each(letters.filing, '$.was') as was
        where letters.case_id = ${caseId})`.execute(db);
  return new Map(rows.flatMap((row) => settledBy(fromRow(row))).map(({ key, dueAt }) => [key, dueAt]));
};

/** A closing that was to go along in a mail that never went is still to be told. */
const settledBy = ({ id, status, notices }: Reminder): readonly Notice[] =>
  status === "failed" ? notices.filter(({ step, key }) => step !== "closing" || key === id) : notices;

const lastToldAt = async (db: Database, caseId: string, but = ""): Promise<Date | null> => {
  const last = await db
    .selectFrom("reminders")
    .select((row) => row.fn.max("claimed_at").as("at"))
    .where("case_id", "=", caseId)
    .where("status", "in", ["claimed", "sent"])
    .where("id", "<>", but)
    .executeTakeFirst();
  return last?.at ? new Date(last.at) : null;
};

/** Looks first without a transaction: mostly nothing changes, and then nothing is written. It looks again where somebody wrote meanwhile. */
const plan = async (
  { db, changes, recomputable }: Opened,
  part: Part,
  planned: readonly ReminderRow[],
  now: Date,
): Promise<readonly string[]> => {
  const ids = planned.map(({ id }) => id);
  const state = changes.state(["reminders"]);
  const seen = difference(await rowsOf(db, part, ids), planned);
  if (isEmpty(seen)) return [];
  return recomputable(async (work) => {
    const isAsSeen = changes.state(["reminders"]) === state;
    const change = isAsSeen ? seen : difference(await rowsOf(work, part, ids), planned);
    await put(work, change.put);
    await drop(work, change.drop, now);
    return change.schedule;
  });
};

/** Whose plan it is: that of the reminders of a case, or that of the notes. */
type Part = RawBuilder<unknown>;

/** What it takes to get from the known reminders of a case to the planned ones. */
type Change = {
  readonly put: readonly ReminderRow[];
  readonly drop: readonly ReminderRow[];
  /** Ids whose time is new. */
  readonly schedule: readonly string[];
};

const difference = (known: readonly ReminderRow[], planned: readonly ReminderRow[]): Change => {
  const before = new Map(known.map((row) => [row.id, row]));
  const wanted = new Set(planned.map((row) => row.id));
  const isOpen = (id: string): boolean => isReplannable(before.get(id));
  const put = planned.filter((row) => isOpen(row.id) && !isSame(before.get(row.id), row));
  return {
    put,
    drop: known.filter((row) => row.status === "planned" && !wanted.has(row.id)),
    schedule: put.filter((row) => !isSameTime(before.get(row.id), row)).map((row) => row.id),
  };
};

/** What was claimed, sent or given up stays as it is. */
const isReplannable = (row: ReminderRow | undefined): boolean =>
  row === undefined || row.status === "planned" || row.status === "dropped";

const isSameTime = (known: ReminderRow | undefined, row: ReminderRow): boolean =>
  known?.status === row.status && known.due_at === row.due_at;

const isSame = (known: ReminderRow | undefined, row: ReminderRow): boolean =>
  isSameTime(known, row) &&
  known?.notices === row.notices &&
  known.notes === row.notes &&
  known.case_id === row.case_id;

const isEmpty = (change: Change): boolean => change.put.length === 0 && change.drop.length === 0;

/** What is planned in this scope, and whatever is known of the given ids. Lists are one JSON parameter. */
const rowsOf = async (
  work: Kysely<Tables>,
  part: Part,
  ids: readonly string[],
): Promise<readonly ReminderRow[]> => {
  const { rows } = await sql<ReminderRow>`
    select * from reminders where ${part} and status = 'planned'
    union
    select * from reminders where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(work);
  return rows;
};

/** One statement, the same for however many rows: they are one JSON parameter. */
const put = async (work: Kysely<Tables>, rows: readonly ReminderRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into reminders (id, kind, case_id, due_at, notices, notes, status, message_id, planned_at, mailbox)
    select row.value ->> 'id', row.value ->> 'kind', row.value ->> 'case_id', row.value ->> 'due_at',
      row.value ->> 'notices', row.value ->> 'notes', row.value ->> 'status', row.value ->> 'message_id',
      row.value ->> 'planned_at', row.value ->> 'mailbox'
    from json_each(${JSON.stringify(rows)}) as row where true
    on conflict (id) do update set
      due_at = excluded.due_at,
      -- A letter that moves to another case takes its reminders along.
      case_id = excluded.case_id,
      notices = excluded.notices,
      notes = excluded.notes,
      status = excluded.status,
      -- One that was dropped and is taken up again is planned from now on.
      planned_at = iif(reminders.status = 'dropped', excluded.planned_at, reminders.planned_at),
      ended_at = null`.execute(work);
};

const drop = async (work: Kysely<Tables>, rows: readonly ReminderRow[], now: Date): Promise<void> => {
  if (rows.length === 0) return;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql`update reminders set status = 'dropped', ended_at = ${instant(now)}
    where id in (select value from json_each(${ids}))`.execute(work);
};
