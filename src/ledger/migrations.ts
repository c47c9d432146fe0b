/** How the ledger came to its present shape. Add to the end; never change what was released. */

import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { first } from "./first-shape.ts";

type Schema = Kysely<unknown>;

/** Some events name an end themselves, such as the day to which a CoPR is valid. */
const eventsUntil: Migration = {
  async up(db: Schema) {
    await db.schema.alterTable("events").addColumn("until", "text").execute();
  },
};

/** Mails that are about no window, and perhaps about no case. SQLite takes "not null" from a column only in a new table. */
const notes: Migration = {
  async up(db: Schema) {
    await db.schema.dropIndex("reminders_by_case").execute();
    await db.schema.alterTable("reminders").renameTo("reminders_before").execute();
    await createRemindersAndNotes(db);
    const kept = sql.raw(
      "id, case_id, due_at, notices, status, claimed_at, sent_at, message_id, subject, outcome",
    );
    await sql`insert into reminders (${kept}) select ${kept} from reminders_before`.execute(db);
    await db.schema.dropTable("reminders_before").execute();
    await sql`create index letters_of_note on letters (seen_at)
      where finding ->> 'trust' = 'suspicious' or finding ->> 'subkind' = 'unknown'`.execute(db);
    await db.schema.alterTable("mailboxes").addColumn("watched_since", "text").execute();
  },
};

/** Before, one mailbox was one case: a letter lies where its event does. */
const whoseCase: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("words")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("said_at", "text", (column) => column.notNull())
      .addColumn("said", "text", (column) => column.notNull())
      .execute();
    await db.schema.alterTable("cases").addColumn("merged_into", "text").execute();
    await db.schema.alterTable("letters").addColumn("case_id", "text").execute();
    await db.schema.alterTable("letters").addColumn("filing", "text").execute();
    await db.schema.createIndex("letters_by_case").on("letters").column("case_id").execute();
    await db.schema.createIndex("events_by_source").on("events").column("source").execute();
    await sql`update letters set case_id =
      (select case_id from events where source = 'letter:' || letters.id limit 1)`.execute(db);
  },
};

/** What became of a reminder, with its times. */
const lives: Migration = {
  async up(db: Schema) {
    for (const name of ["planned_at", "ended_at", "channel", "failing_since"])
      await db.schema.alterTable("reminders").addColumn(name, "text").execute();
    for (const name of ["attempts", "owed"])
      await db.schema
        .alterTable("reminders")
        .addColumn(name, "integer", (column) => column.notNull().defaultTo(0))
        .execute();
    await createOutages(db);
  },
};

/** Answers to reminders. */
const answers: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("answers")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("reminder_id", "text", (column) => column.notNull())
      .addColumn("command", "text")
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .execute();
  },
};

/** Keyed marks of letters that the person wants forgotten. */
const forgotten: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("forgotten")
      .addColumn("mark", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
  },
};

/** So that no question about one case or one reminder reads those of all the others. */
const indexes: Migration = {
  async up(db: Schema) {
    await db.schema.dropIndex("reminders_by_case").execute();
    await db.schema.createIndex("reminders_by_case").on("reminders").columns(["case_id", "status"]).execute();
    await sql`create index reminders_owed on reminders (due_at) where owed = 1`.execute(db);
    await sql`create index cases_by_standing on cases (coalesce(merged_into, id))`.execute(db);
    await sql`create index letters_unjudged on letters (seen_at) where finding is null`.execute(db);
  },
};

/** Sign-ins and passwords, sealed. */
const sealed: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("sealed")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("text", "text", (column) => column.notNull())
      .execute();
  },
};

/** Mails of notes, and servers that refuse, of several mailboxes. SQLite takes another primary key only in a new table. */
const mailboxes: Migration = {
  async up(db: Schema) {
    await db.schema.alterTable("reminders").addColumn("mailbox", "text").execute();
    await db.schema.alterTable("outages").renameTo("outages_before").execute();
    await db.schema
      .createTable("outages")
      .addColumn("mailbox", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("since", "text", (column) => column.notNull())
      .addColumn("until", "text", (column) => column.notNull())
      .addColumn("permanent", "integer", (column) => column.notNull())
      .addColumn("problem", "text", (column) => column.notNull())
      .addColumn("tries", "integer", (column) => column.notNull())
      .addColumn("sign_in", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("one_outage_a_channel", ["mailbox", "channel"])
      .execute();
    const kept = sql.raw("channel, since, until, permanent, problem, tries, sign_in");
    await sql`insert into outages (mailbox, ${kept}) select '', ${kept} from outages_before`.execute(db);
    await db.schema.dropTable("outages_before").execute();
  },
};

/** Whom the letter of an event names: one eCoPR says nothing of the others in a family. */
const eventsPeople: Migration = {
  async up(db: Schema) {
    await db.schema.alterTable("events").addColumn("people", "text").execute();
  },
};

/** Events that are dated by a forward, since the date in it could not be read. */
const eventsUnread: Migration = {
  async up(db: Schema) {
    await db.schema.alterTable("events").addColumn("date_unread", "integer").execute();
  },
};

/** Events that the person dated earlier than they were read. */
const eventsRedated: Migration = {
  async up(db: Schema) {
    await db.schema.alterTable("events").addColumn("redated", "integer").execute();
  },
};

export const migrations: Readonly<Record<string, Migration>> = {
  "0001 letters, cases, reminders, mailboxes": first,
  "0002 events that name an end": eventsUntil,
  "0003 providers": { up: createProviders },
  "0004 notes": notes,
  "0005 what the person says, and which case each letter is filed in": whoseCase,
  "0006 lives of reminders": lives,
  "0007 answers": answers,
  "0008 what is forgotten": forgotten,
  "0009 indexes": indexes,
  "0010 sealed sign-ins": sealed,
  "0011 several mailboxes": mailboxes,
  "0012 whom events are about": eventsPeople,
  "0013 events dated by a forward": eventsUnread,
  "0014 events that the person dated earlier": eventsRedated,
};

/** Which shape of the ledger this program knows; kept in SQLite's `user_version`. */
export const ledgerVersion = Object.keys(migrations).length;

async function createProviders(db: Schema): Promise<void> {
  await db.schema
    .createTable("providers")
    .addColumn("mailbox", "text", (column) => column.primaryKey())
    .addColumn("domain", "text")
    .addColumn("sampled", "integer", (column) => column.notNull())
    .addColumn("learned_at", "text", (column) => column.notNull())
    .execute();
}

const createRemindersAndNotes = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("reminders")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull().defaultTo("reminder"))
    .addColumn("case_id", "text", (column) => column.references("cases.id"))
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("notices", "text", (column) => column.notNull())
    .addColumn("notes", "text", (column) => column.notNull().defaultTo("[]"))
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("claimed_at", "text")
    .addColumn("sent_at", "text")
    .addColumn("message_id", "text", (column) => column.notNull().unique())
    .addColumn("subject", "text")
    .addColumn("outcome", "text")
    .execute();
  await db.schema.createIndex("reminders_by_case").on("reminders").column("case_id").execute();
  await db.schema.createIndex("reminders_by_claim").on("reminders").column("claimed_at").execute();
  await db.schema.createIndex("reminders_by_due").on("reminders").columns(["status", "due_at"]).execute();
  await sql`create index reminders_with_notes on reminders (status) where notes <> '[]'`.execute(db);
};

const createOutages = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable("outages")
    .addColumn("channel", "text", (column) => column.primaryKey())
    .addColumn("since", "text", (column) => column.notNull())
    .addColumn("until", "text", (column) => column.notNull())
    .addColumn("permanent", "integer", (column) => column.notNull())
    .addColumn("problem", "text", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("sign_in", "text", (column) => column.notNull())
    .execute();
};
