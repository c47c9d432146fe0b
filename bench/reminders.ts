/**
 * `npm run bench:reminders [COUNT] [LATE]`: reminders that are due all at once, how fast they go out over a local SMTP
 * server, beside bare BullMQ with bare nodemailer (pool) on the same Redis; and how late reminders are that fall due
 * at random moments of a minute. Client, server and both contestants share this one process.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue, Worker } from "bullmq";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { composeReminder } from "../src/delivery/compose.ts";
import { openOutbox } from "../src/delivery/smtp.ts";
import type { CaseEvent } from "../src/domain/events.ts";
import type { Ledger, Mail, Waiting } from "../src/flow/ports.ts";
import { nothingUnderWay, remind, type RemindPorts } from "../src/flow/remind.ts";
import { replan } from "../src/flow/replan.ts";
import { waitingReminders } from "../src/flow/sweep.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { openQueues } from "../src/queue/queues.ts";
import { silentLog, systemClock } from "../src/system.ts";
import { startRedis } from "../test/helpers/redis.ts";
import { toronto } from "../test/helpers/world.ts";

const [count = 100_000, lateCount = 1000] = process.argv.slice(2).map(Number);
const domain = "bench.example";

/** Takes every mail, keeps its Message-ID and when it came. */
const startServer = async () => {
  const ids: string[] = [];
  const times = new Map<string, number>();
  let wanted = Infinity;
  let done = (): void => undefined;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const id = /^Message-ID:\s*<(.*?)>/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "";
        ids.push(id);
        times.set(id, Date.now());
        answer(null, "taken");
        if (ids.length >= wanted) done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    ids,
    times,
    all: async (number: number) =>
      new Promise<void>((resolve) => {
        wanted = number;
        done = resolve;
        if (ids.length >= number) resolve();
      }),
    close: async () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

const envelope = {
  from: "landfall@example.net",
  to: "person@example.net",
  answers: { address: "person@example.net", token: "0".repeat(20) },
};

/** A photo came back: its window opens `at`, and is told at once. */
const photoReturned = (caseId: string, at: Date): CaseEvent => ({
  id: `${caseId}-photo`,
  caseId,
  milestone: "photo_returned",
  at,
  seenAt: at,
  source: "person",
  trust: "verified",
  forwarded: false,
  approximate: false,
  tasks: ["photo"],
  days: {},
});

type Stage = AsyncDisposable & {
  readonly ports: RemindPorts;
  readonly queues: Awaited<ReturnType<typeof openQueues>>;
  readonly server: Awaited<ReturnType<typeof startServer>>;
  /** A mail as it went out. */
  readonly sample: () => Mail;
};

const setUp = async (redisUrl: string, queuePrefix: string): Promise<Stage> => {
  const server = await startServer();
  const dataDir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  const ledger = await openLedger(dataDir, { messageIdDomain: domain });
  const queues = await openQueues({ redisUrl, queuePrefix }, silentLog);
  const outbox = openOutbox({
    host: "127.0.0.1",
    port: server.port,
    security: "none",
    user: null,
    password: null,
  });
  await outbox.warm();
  let sample: Mail | undefined;
  const ports: RemindPorts = {
    ledger,
    queues: null,
    clock: systemClock,
    log: silentLog,
    planning: toronto,
    notes: {
      waiting: [],
      weekly: null,
      pollMs: 60_000,
      mailsPerDay: null,
      mailbox: envelope.to,
      awakeSince: () => new Date(),
    },
    language: "en",
    outbox,
    inbox: null,
    notify: null,
    mailbox: { holds: async () => false },
    ...nothingUnderWay(),
    compose: (words, reminder) => (sample = composeReminder(words, { ...envelope, ...reminder })),
  };
  return {
    ports,
    queues,
    server,
    sample: () => sample!,
    [Symbol.asyncDispose]: async () => {
      await queues[Symbol.asyncDispose]();
      await outbox.close();
      await ledger[Symbol.asyncDispose]();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** So many cases, each with a window that opens at its own time. Returns the ids of the reminders due by `until`. */
const plan = async ({ ports }: Stage, times: readonly Date[], until: Date): Promise<readonly string[]> => {
  await openCases(ports.ledger, times);
  const [before, began] = [heapMegabytes(), performance.now()];
  for (const number of times.keys()) await replan(ports, caseOf(number));
  const each = ((performance.now() - began) / times.length).toFixed(2);
  const grown = (heapMegabytes() - before).toFixed(1);
  console.log(`planned ${times.length} cases, ${each} ms each; the heap grew by ${grown} MB`);
  const waiting: Waiting[] = [];
  for await (const page of waitingReminders(ports.ledger)) waiting.push(...page);
  return waiting.flatMap(({ id, dueAt }) => (dueAt <= until ? [id] : []));
};

const caseOf = (number: number): string => `case-${number}`;

/** A thousand in one transaction, or the disk would be waited for with every one. */
const openCases = async (ledger: Ledger, times: readonly Date[]): Promise<void> => {
  for (let from = 0; from < times.length; from += 1000) {
    const some = times.slice(from, from + 1000).map((at, index) => ({ at, id: caseOf(from + index) }));
    await ledger.record({ cases: some.map(({ id }) => ({ id, label: id, mailbox: envelope.to })) });
    await ledger.applyAnswer(
      "none",
      some.map(({ id, at }) => photoReturned(id, at)),
      null,
    );
  }
};

const heapMegabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

const perSecond = (number: number, began: number): number => (1000 * number) / (performance.now() - began);

/** Reminders due at once, through the flow, the ledger and the queue. */
const ours = async (redisUrl: string): Promise<{ readonly rate: number; readonly sample: Mail }> => {
  await using stage = await setUp(redisUrl, "ours");
  const now = new Date();
  const due = await plan(
    stage,
    Array.from({ length: count }, () => now),
    now,
  );
  for (let from = 0; from < due.length; from += 500)
    await Promise.all(due.slice(from, from + 500).map(async (id) => stage.queues.addReminder(id, 0)));
  const began = performance.now();
  const all = stage.server.all(due.length);
  const working = stage.queues.work({
    judge: async () => undefined,
    remind: (id) => remind(stage.ports, id),
  });
  await all;
  const rate = perSecond(due.length, began);
  await working[Symbol.asyncDispose]();
  const { ids } = stage.server;
  console.log(`Landfall: ${ids.length} mails, ${new Set(ids).size} distinct, ${rate.toFixed(0)} a second`);
  if (ids.length !== count || new Set(ids).size !== count) process.exitCode = 1;
  return { rate, sample: stage.sample() };
};

/** The same mail by the two libraries alone. */
const bare = async (redisUrl: string, sample: Mail): Promise<number> => {
  const server = await startServer();
  const transport = createTransport({ host: "127.0.0.1", port: server.port, ignoreTLS: true, pool: true });
  const url = new URL(redisUrl);
  const connection = { host: url.hostname, port: Number(url.port), maxRetriesPerRequest: null };
  const queue = new Queue("bare", { connection });
  for (let from = 0; from < count; from += 500)
    await queue.addBulk(
      Array.from({ length: Math.min(500, count - from) }, (_, index) => ({
        name: "send",
        data: { number: from + index },
        opts: { removeOnComplete: true },
      })),
    );
  const { text, html, attachments: files = [] } = await sample.content();
  const attachments = files.map((file) => ({
    filename: file.name,
    contentType: file.type,
    content: file.text,
  }));
  const { from, to, subject } = sample;
  const began = performance.now();
  const all = server.all(count);
  const worker = new Worker<{ number: number }>(
    "bare",
    async ({ data }) => {
      const messageId = `<bare-${data.number}@${domain}>`;
      await transport.sendMail({ from, to, subject, text, html, messageId, attachments });
    },
    { connection, concurrency: 20 },
  );
  await all;
  const rate = perSecond(count, began);
  console.log(`bare BullMQ and nodemailer: ${server.ids.length} mails, ${rate.toFixed(0)} a second`);
  await worker.close();
  await queue.close();
  transport.close();
  await server.close();
  return rate;
};

/** How late reminders are that fall due at random milliseconds of the next minute. */
const lateness = async (redisUrl: string): Promise<void> => {
  await using stage = await setUp(redisUrl, "late");
  const start = Date.now() + 15_000;
  const end = new Date(start + 60_000);
  const times = Array.from({ length: lateCount }, () => new Date(start + Math.random() * 60_000));
  const due = await plan(stage, times, end);
  for (const [number, at] of times.entries())
    await stage.queues.addReminder(
      due.find((id) => id.startsWith(`case-${number}-`))!,
      at.getTime() - Date.now(),
    );
  if (Date.now() > start) console.log("(the first ones fell due before all were planned)");
  const all = stage.server.all(lateCount);
  const working = stage.queues.work({
    judge: async () => undefined,
    remind: (id) => remind(stage.ports, id),
  });
  await all;
  await working[Symbol.asyncDispose]();
  const late = times
    .map(
      (at, number) => stage.server.times.get(`case-${number}-photo.photo.opening@${domain}`)! - at.getTime(),
    )
    .toSorted((a, b) => a - b);
  const at = (share: number): string => `${late[Math.floor(share * (late.length - 1))]} ms`;
  console.log(
    `late of ${lateCount} over a minute: median ${at(0.5)}, 99th percentile ${at(0.99)}, most ${at(1)}`,
  );
};

const redis = await startRedis();
const { rate, sample } = await ours(redis.url);
const other = await bare(redis.url, sample);
console.log(`Landfall reaches ${((100 * rate) / other).toFixed(0)} % of the bare libraries`);
if (lateCount > 0) await lateness(redis.url);
await redis.stop();
process.exit();
