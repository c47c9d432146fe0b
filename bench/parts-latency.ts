/**
 * What the parts cost when they stand in a row and nothing is thought about: imapflow, mailparser, four commits to SQLite,
 * two BullMQ queues, nodemailer. `node bench/parts-latency.ts IMAP_PORT SMTP_PORT USER PASSWORD`, with REDIS_URL.
 */

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { simpleParser } from "mailparser";
import { outbox, watch } from "./bare-mail.ts";

const db = new DatabaseSync(join(process.env["DATA_DIR"] ?? ".", "parts.db"));
db.exec("pragma journal_mode = wal; pragma synchronous = normal");
db.exec("create table rows (id text primary key, stage text, body text)");
const insert = db.prepare("insert into rows values (?, ?, ?)");
const update = db.prepare("update rows set stage = ? where id = ?");
const select = db.prepare("select * from rows where id = ?");

const connection = new Redis(process.env["REDIS_URL"] ?? "", { maxRetriesPerRequest: null });
const prefix = process.env["QUEUE_PREFIX"] ?? "parts";
const letters = new Queue("letters", { connection, prefix });
const reminders = new Queue("reminders", { connection, prefix });
const options = { removeOnComplete: true, removeOnFail: true };

const commit = (write: () => void): void => {
  db.exec("begin immediate");
  write();
  db.exec("commit");
};

const judge = async (messageId: string): Promise<void> => {
  select.get(messageId);
  commit(() => update.run("judged", messageId));
  commit(() => update.run("planned", messageId));
  await reminders.add("remind", { messageId }, options);
};

const remind = async (messageId: string): Promise<void> => {
  const row = select.get(messageId);
  commit(() => update.run("claimed", messageId));
  const text = String(row?.["body"]);
  await outbox.sendMail({
    from: "a@example.net",
    to: "b@example.net",
    subject: "parts",
    text,
    html: `<p>${text}</p>`,
  });
  commit(() => update.run("sent", messageId));
};

const worker = { connection, prefix, concurrency: 1 };
export const judging = new Worker<{ messageId: string }>(
  "letters",
  async ({ data }) => judge(data.messageId),
  worker,
);
export const reminding = new Worker<{ messageId: string }>(
  "reminders",
  async ({ data }) => remind(data.messageId),
  worker,
);

await watch(async (source) => {
  const { messageId = "", text = "" } = await simpleParser(source);
  commit(() => insert.run(messageId, "stored", text));
  await letters.add("judge", { messageId }, options);
});
