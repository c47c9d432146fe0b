/** Reminders: what is planned, claimed, sent. */

import { type Kysely, sql } from "kysely";
import type { Notice, PlannedReminder, Reminder } from "../domain/plan.ts";
import type { Ledger } from "../flow/ports.ts";
import { type Database, recomputable } from "./database.ts";
import { dateOrNull, instant, type ReminderRow, type Tables } from "./tables.ts";

type ReminderStore = Pick<
  Ledger,
  "reminders" | "reminder" | "settled" | "plan" | "claim" | "confirm" | "release"
>;

/** `messageIdDomain`: what stands behind the @ of a reminder's Message-ID. */
export const reminderStore = (db: Database, messageIdDomain: string): ReminderStore => ({
  reminders: async (caseId) => {
    const rows = db.selectFrom("reminders").selectAll().orderBy("due_at").orderBy("id");
    const wanted = caseId === undefined ? rows : rows.where("case_id", "=", caseId);
    return (await wanted.execute()).map(fromRow);
  },
  reminder: async (id) => {
    const row = await db.selectFrom("reminders").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  },
  settled: async (caseId) => {
    const rows = await db
      .selectFrom("reminders")
      .select("notices")
      .where("case_id", "=", caseId)
      .where("status", "in", ["claimed", "sent", "failed"])
      .execute();
    return new Map(
      rows.flatMap((row) => toNotices(JSON.parse(row.notices))).map(({ key, dueAt }) => [key, dueAt]),
    );
  },
  plan: async (caseId, planned) =>
    plan(
      db,
      caseId,
      planned.map((one) => toRow(one, messageIdDomain)),
    ),
  // Lost in a power cut, it costs a second copy of one mail; in a crash it is not lost.
  claim: async (reminder, subject, now) => recomputable(db, (work) => claim(work, reminder, subject, now)),
  confirm: async (id, sentAt, outcome) => {
    await claimed(db, id)
      .set({ status: "sent", sent_at: instant(sentAt), outcome })
      .execute();
  },
  release: async (id, status, outcome) => {
    const reopened = status === "planned" ? { claimed_at: null } : {};
    await claimed(db, id)
      .set({ status, outcome, ...reopened })
      .execute();
  },
});

/** Looks first without a transaction: mostly nothing changes, and then nothing is written. */
const plan = async (
  db: Database,
  caseId: string,
  planned: readonly ReminderRow[],
): Promise<readonly string[]> => {
  const ids = planned.map(({ id }) => id);
  if (isEmpty(difference(await rowsOf(db, caseId, ids), planned))) return [];
  return recomputable(db, async (work) => {
    const change = difference(await rowsOf(work, caseId, ids), planned);
    await put(work, change.put);
    await drop(work, change.drop);
    return change.schedule;
  });
};

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
  isSameTime(known, row) && known?.notices === row.notices;

const isEmpty = (change: Change): boolean => change.put.length === 0 && change.drop.length === 0;

/** What is planned for a case, and whatever is known of the given ids. Lists are one JSON parameter. */
const rowsOf = async (
  work: Kysely<Tables>,
  caseId: string,
  ids: readonly string[],
): Promise<readonly ReminderRow[]> => {
  const { rows } = await sql<ReminderRow>`
    select * from reminders where case_id = ${caseId} and status = 'planned'
    union
    select * from reminders where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(work);
  return rows;
};

const put = async (work: Kysely<Tables>, rows: readonly ReminderRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await work
    .insertInto("reminders")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((known) => ({
        due_at: known.ref("excluded.due_at"),
        notices: known.ref("excluded.notices"),
        status: known.ref("excluded.status"),
      })),
    )
    .execute();
};

const drop = async (work: Kysely<Tables>, rows: readonly ReminderRow[]): Promise<void> => {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql`update reminders set status = 'dropped' where id in (select value from json_each(${ids}))`.execute(
    work,
  );
};

/** Exactly one row changed, so it was us. */
const claim = async (
  db: Kysely<Tables>,
  reminder: PlannedReminder,
  subject: string,
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable("reminders")
    .set({
      status: "claimed",
      claimed_at: instant(now),
      notices: fromNotices(reminder.notices),
      subject,
      outcome: null,
    })
    .where("id", "=", reminder.id)
    .where("status", "=", "planned")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const claimed = (db: Database, id: string) =>
  db.updateTable("reminders").where("id", "=", id).where("status", "=", "claimed");

const toRow = (reminder: PlannedReminder, messageIdDomain: string): ReminderRow => ({
  id: reminder.id,
  case_id: reminder.caseId,
  due_at: instant(reminder.dueAt),
  notices: fromNotices(reminder.notices),
  status: "planned",
  claimed_at: null,
  sent_at: null,
  message_id: `${reminder.id}@${messageIdDomain}`,
  subject: null,
  outcome: null,
});

const fromRow = (row: ReminderRow): Reminder => ({
  id: row.id,
  caseId: row.case_id,
  dueAt: new Date(row.due_at),
  notices: toNotices(JSON.parse(row.notices)),
  status: row.status,
  claimedAt: dateOrNull(row.claimed_at),
  sentAt: dateOrNull(row.sent_at),
  messageId: row.message_id,
  subject: row.subject,
  outcome: row.outcome,
});

/** Always with the same fields in the same order, so that equal notices are equal text. */
const fromNotices = (notices: readonly Notice[]): string =>
  JSON.stringify(notices.map(({ key, task, step, dueAt }) => ({ key, task, step, dueAt })));

const toNotices = (
  stored: readonly (Omit<Notice, "dueAt"> & { readonly dueAt: string })[],
): readonly Notice[] => stored.map((notice) => ({ ...notice, dueAt: new Date(notice.dueAt) }));
