/** Mailboxes that come and go. */

import { sql } from "kysely";
import type { WholeLedger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import type { FiledLetters } from "./filed-letters.ts";

type MailboxStore = Pick<WholeLedger, "adopt" | "handOver" | "leave">;

export const mailboxStore = (db: Database, filed: Pick<FiledLetters, "reset">): MailboxStore => ({
  adopt: async (mailbox, others) => {
    const known = JSON.stringify([mailbox, ...others]);
    const strangers = sql`mailbox not in (select value from json_each(${known}))`;
    const { rows } = await sql`select id from cases where ${strangers} limit 1`.execute(db);
    if (rows.length === 0) return;
    await db.transaction().execute(async (work) => {
      await sql`update letters set mailbox = ${mailbox} where ${strangers}`.execute(work);
      await sql`update cases set mailbox = ${mailbox} where ${strangers}`.execute(work);
    });
    filed.reset();
  },
  handOver: async (gone, watched) => {
    const isGone = sql`mailbox in (select value from json_each(${JSON.stringify(gone)}))`;
    const heir = sql`(select letters.mailbox from letters where letters.case_id = cases.id
      and letters.mailbox in (select value from json_each(${JSON.stringify(watched)}))
      order by letters.seen_at desc limit 1)`;
    await sql`update cases set mailbox = ${heir} where ${isGone} and ${heir} is not null`.execute(db);
  },
  leave: async (mailbox) =>
    db.transaction().execute(async (work) => {
      await work.deleteFrom("mailboxes").where("user", "=", mailbox).execute();
      await work.deleteFrom("cursors").where("mailbox", "=", mailbox).execute();
      await work.deleteFrom("providers").where("mailbox", "=", mailbox).execute();
      await work.deleteFrom("outages").where("mailbox", "=", mailbox).execute();
    }),
});
