/** The motor: two BullMQ queues in a Redis or Valkey, or in the embedded one. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Queue, Worker } from "bullmq";
import type { Log, Queues } from "../flow/ports.ts";
import type { Jobs, QueueState } from "../flow/pulse.ts";
import { connect, type Connection } from "./connection.ts";
import { startEmbedded } from "./embedded.ts";
import { AtOnce } from "./at-once.ts";
import { letterQueue } from "./letters.ts";
import { type Remind, reminderQueue, reminderWorker } from "./reminders.ts";
import { baseOf } from "./work.ts";

export type QueueSettings = {
  /** Null: the embedded queue. */
  readonly redisUrl: string | null;
  /** Sets the keys of several ledgers apart that share a Redis. */
  readonly queuePrefix: string;
};

/**
 * A handler that throws is tried again, ever more slowly; one that throws `Permanent` is not. Either may be called
 * more than once for the same id.
 */
export type Handlers = {
  readonly judge: (letterId: string) => Promise<void>;
  readonly remind: Remind;
};

export type OpenQueues = Queues &
  AsyncDisposable & {
    /** Starts to work off jobs, until disposed: what runs may come to its end, for 3 s. */
    work(handlers: Handlers): AsyncDisposable;
    /** Whether it answers, and how much waits in it. */
    state(): Promise<QueueState>;
  };

/** How long adding a job waits for Redis. */
const answerMs = 2000;
/** How long it is not asked again after that. */
const silentMs = 30_000;
/** How long running handlers may take to end, and how long Redis has to say goodbye. */
const drainMs = 3000;
const goodbyeMs = 500;

/** Does not wait for Redis: while it cannot be reached jobs cannot be added, and the sweep adds them later. */
export const openQueues = async (settings: QueueSettings, log: Log): Promise<OpenQueues> => {
  await using opened = new AsyncDisposableStack();
  const url = settings.redisUrl ?? opened.use(await startEmbedded(sayDead(log))).url;
  const connection = opened.use(connect(url, log));
  const base = baseOf(connection, settings.queuePrefix, log);
  const letters = letterQueue(base);
  const reminders = reminderQueue(base);
  opened.defer(async () => {
    await endWithin(goodbyeMs, [letters.queue.close(), reminders.queue.close()]);
  });
  const running = opened.move();
  const asker = new Asker(connection);
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => asker.ask(ask);
  const atOnce = new AtOnce(async (id, delayMs) => asking(async () => reminders.add(id, delayMs)), log);
  return {
    addLetter: async (id) => asking(async () => letters.add(id)),
    addReminder: async (id, delayMs) => atOnce.add(id, delayMs),
    rouse: async (due) => asking(async () => reminders.rouse(due.filter(({ id }) => !atOnce.has(id)))),
    missingLetters: async (ids) => asking(async () => letters.missing(ids)),
    missingReminders: async (ids) => {
      const lost = await asking(async () => reminders.missing(ids));
      return lost.filter((id) => !atOnce.has(id));
    },
    works: async () => asker.works(`${settings.queuePrefix}:works`),
    state: async () => ({
      where: settings.redisUrl === null ? "embedded" : "Redis",
      ...(await askedFor(async () => asking(async () => jobsIn([letters.queue, reminders.queue])))),
    }),
    work: ({ judge, remind }) =>
      closing([letters.work(judge), reminderWorker(base, reminders.queue, remind), atOnce.work(remind)]),
    [Symbol.asyncDispose]: async () => running.disposeAsync(),
  };
};

const jobsIn = async (queues: readonly Queue[]): Promise<readonly Jobs[]> =>
  Promise.all(
    queues.map(async (queue) => ({
      queue: queue.name,
      counts: await queue.getJobCounts("waiting", "active", "delayed"),
    })),
  );

const askedFor = async (ask: () => Promise<readonly Jobs[]>): Promise<Omit<QueueState, "where">> => {
  try {
    return { problem: null, jobs: await ask() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), jobs: null };
  }
};

const sayDead = (log: Log) => (error: unknown) =>
  log.error({ error }, "the embedded queue died; another one takes its place, and the next sweep fills it");

/** Whoever adds a job has better things to do than wait for a Redis that is away, or for one that is silent again and again. */
class Asker {
  readonly #connection: Connection;
  #silentUntil = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async ask<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.#connection.reachable())
      throw new Error("asking the queue: Redis cannot be reached; it is tried again");
    if (performance.now() < this.#silentUntil) throw silence();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      this.#silentUntil = performance.now() + silentMs;
      reject(silence());
    }, answerMs);
    try {
      return await Promise.race([ask(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Asked with a write: what may only be read gives answers enough, and takes no job. */
  async works(key: string): Promise<boolean> {
    this.#silentUntil = 0;
    try {
      await this.ask(async () => this.#connection.redis.set(key, "1", "EX", 60));
      return true;
    } catch {
      return false;
    }
  }
}

const silence = (): Error =>
  new Error(`asking the queue: no answer from Redis within ${answerMs} ms; it is tried again`);

const closing = (workers: readonly Pick<Worker, "close">[]): AsyncDisposable => ({
  [Symbol.asyncDispose]: async () => {
    await endWithin(
      drainMs,
      workers.map(async (worker) => worker.close()),
    );
  },
});

/** BullMQ's close can wait for ever for a Redis that is gone; the connection is cut afterwards in any case. */
const endWithin = async (ms: number, ends: readonly Promise<void>[]): Promise<void> => {
  const impatience = new AbortController();
  const late = sleep(ms, undefined, { signal: impatience.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(ends), late]);
  impatience.abort();
};
