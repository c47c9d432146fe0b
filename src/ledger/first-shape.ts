/** The ledger's first shape, as released: never to be changed. */

import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Schema = Kysely<unknown>;

export const first: Migration = {
  async up(db: Schema) {
    await createLetters(db);
    await createCases(db);
    await createReminders(db);
    await createMailboxes(db);
  },
};

const createLetters = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("letters")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("mailbox", "text", (column) => column.notNull())
    .addColumn("message_id", "text")
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("identifiers", "text", (column) => column.notNull())
    .addColumn("seen_at", "text", (column) => column.notNull())
    .addColumn("finding", "text")
    .execute();
  await db.schema.createIndex("letters_by_message_id").on("letters").column("message_id").execute();
};

const createCases = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("cases")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("label", "text", (column) => column.notNull())
    .addColumn("mailbox", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("events")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("case_id", "text", (column) => column.notNull().references("cases.id"))
    .addColumn("milestone", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("seen_at", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("trust", "text", (column) => column.notNull())
    .addColumn("forwarded", "integer", (column) => column.notNull())
    .addColumn("approximate", "integer", (column) => column.notNull())
    .addColumn("tasks", "text", (column) => column.notNull())
    .addColumn("days", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("events_by_case").on("events").column("case_id").execute();
};

const createReminders = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("reminders")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("case_id", "text", (column) => column.notNull().references("cases.id"))
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("notices", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("claimed_at", "text")
    .addColumn("sent_at", "text")
    .addColumn("message_id", "text", (column) => column.notNull().unique())
    .addColumn("subject", "text")
    .addColumn("outcome", "text")
    .execute();
  await db.schema.createIndex("reminders_by_case").on("reminders").column("case_id").execute();
};

const createMailboxes = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("cursors")
    .addColumn("mailbox", "text", (column) => column.notNull())
    .addColumn("folder", "text", (column) => column.notNull())
    .addColumn("uid_validity", "text", (column) => column.notNull())
    .addColumn("last_uid", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("cursors_key", ["mailbox", "folder"])
    .execute();
  await db.schema
    .createTable("mailboxes")
    .addColumn("user", "text", (column) => column.primaryKey())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("last_look_at", "text")
    .addColumn("problem", "text")
    .addColumn("refusals", "integer", (column) => column.notNull())
    .addColumn("refused_at", "text")
    .addColumn("sign_in", "text")
    .addColumn("looked_for", "text")
    .execute();
};
