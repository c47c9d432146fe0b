/** Answers to reminders: which there were, what became of them. Nothing of their text. */

import { type Kysely, sql, type SqlBool } from "kysely";
import type { Ledger, Scope, StoredAnswer } from "../flow/ports.ts";
import { type Changes, remember } from "./changes.ts";
import { fromJson } from "./damage.ts";
import type { Database } from "./database.ts";
import { insertEvents } from "./events.ts";
import { ofReminders } from "./scope.ts";
import { type AnswerRow, instant, type Tables } from "./tables.ts";

type AnswerStore = Pick<
  Ledger,
  | "remindersSentAs"
  | "waitingAnswers"
  | "applyAnswer"
  | "settleAnswer"
  | "answeredBefore"
  | "answersConfirmedSince"
>;

export const answerStore = (db: Database, changes: Changes, scope: Scope | null): AnswerStore => ({
  remindersSentAs: async (ids) => remindersSentAs(db, ids),
  // Asked with every look at the mailbox.
  waitingAnswers: remember(changes, scope === null ? ["answers"] : ["answers", "reminders", "cases"], () =>
    waitingAnswers(db, scope),
  ),
  applyAnswer: async (id, events, command) =>
    db.transaction().execute(async (work) => {
      await insertEvents(work, events);
      const row = { status: "applied" as const, ...(command && { command: JSON.stringify(command) }) };
      await work.updateTable("answers").set(row).where("id", "=", id).where("status", "=", "taken").execute();
    }),
  settleAnswer: async (id, status) => {
    await db.updateTable("answers").set({ status }).where("id", "=", id).execute();
  },
  answeredBefore: async ({ id, reminderId }) => {
    const answered = db.selectFrom("answers").selectAll().where("reminder_id", "=", reminderId);
    const last = await answered
      .where("id", "<>", id)
      .where("status", "in", ["applied", "confirmed", "silent"])
      .where("command", "is not", null)
      .orderBy("at", "desc")
      .executeTakeFirst();
    const command = last === undefined ? null : fromRow(last).command;
    return command === null || command.tasks === "all" ? null : { ...command, tasks: command.tasks };
  },
  answersConfirmedSince: async (since) => {
    const confirmed = db.selectFrom("answers").select("id").where("status", "=", "confirmed");
    return (await confirmed.where("at", ">=", instant(since)).execute()).length;
  },
});

const waitingAnswers = async (db: Database, scope: Scope | null): Promise<readonly StoredAnswer[]> => {
  const waiting = db.selectFrom("answers").selectAll().where("status", "in", ["taken", "applied"]);
  const own =
    scope === null
      ? waiting
      : waiting.where(sql<SqlBool>`reminder_id in (select id from reminders where ${ofReminders(scope)})`);
  return (await own.orderBy("at").orderBy("id").execute()).map(fromRow);
};

/** Part of the transaction that stores letters: the same answer in two folders is one. */
export const insertAnswers = async (
  work: Kysely<Tables>,
  answers: readonly StoredAnswer[],
): Promise<void> => {
  for (const answer of answers)
    await work
      .insertInto("answers")
      .values(toRow(answer))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
};

/** By their own Message-IDs, or by that of a confirmation. */
const remindersSentAs = async (db: Database, ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from reminders
    where message_id in (select value from json_each(${JSON.stringify(ids)})) and status in ('claimed', 'sent')
    union
    select reminder_id from answers
    where id in (select substr(value, 8, 16) from json_each(${JSON.stringify(ids)}) where value like 'answer-%')`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

const toRow = ({ id, reminderId, command, at, status }: StoredAnswer): AnswerRow => ({
  id,
  reminder_id: reminderId,
  command: command && JSON.stringify(command),
  at: instant(at),
  status,
});

const fromRow = (row: AnswerRow): StoredAnswer => ({
  id: row.id,
  reminderId: row.reminder_id,
  command: row.command === null ? null : fromJson(row.command),
  at: new Date(row.at),
  status: row.status,
});
