/** The queue of reminders: delayed jobs that wake `remind` when one falls due. */

import { DelayedError, type Job, Queue, Worker } from "bullmq";
import type { Delayed, Log } from "../flow/ports.ts";
import { type ReminderJob, reminderJob, reminderJobId } from "./jobs.ts";
import { type Base, begin, jobOptions, missing, parse, reporting, workerOptions } from "./work.ts";

const name = "reminders";
/** As many as keep the outbox's connections busy, and let the ledger commit in groups. */
const concurrency = 20;
const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;

/** Wakes, or says in how many milliseconds it wants to be woken again. */
export type Remind = (reminderId: string) => Promise<{ readonly again: number } | undefined>;

export const reminderQueue = (base: Base) => {
  const queue = new Queue<ReminderJob>(name, { ...base.options, defaultJobOptions: jobOptions });
  queue.on("error", base.onError);
  return {
    queue,
    add: async (reminderId: string, delayMs: number): Promise<void> => {
      const jobId = reminderJobId(reminderId);
      const delay = Math.max(0, Math.ceil(delayMs));
      // Asked and added in one go: a job that is known already is not added again.
      const [known] = await Promise.all([
        queue.getJob(jobId),
        queue.add("remind", { v: 1, reminderId }, { jobId, delay }),
      ]);
      if (known) await changeDelay(known, delay);
    },
    rouse: async (due: readonly Delayed[]): Promise<number> => {
      const late = await oversleeping(base, queue, due);
      for (const { id, delayMs } of late) {
        const job = await queue.getJob(reminderJobId(id));
        if (job) await changeDelay(job, delayMs);
      }
      return late.length;
    },
    missing: async (ids: readonly string[]) => missing(base, queue, ids, reminderJobId),
  };
};

/** Clocks and timers are not exact. */
const slackMs = 1_000;
/** In BullMQ's set of delayed jobs a score is the time to wake, in milliseconds, times this. */
const scoreOfMs = 0x1000;

/** Those whose job sleeps beyond their time. One that is due, and woke before, was put to sleep again: it stays so. */
const oversleeping = async (
  { connection }: Base,
  queue: Queue,
  due: readonly Delayed[],
): Promise<readonly Delayed[]> => {
  const answers = await connection.redis
    .pipeline(
      due.flatMap(({ id }) => [
        ["zscore", queue.toKey("delayed"), reminderJobId(id)],
        ["hexists", queue.toKey(reminderJobId(id)), "processedOn"],
      ]),
    )
    .exec();
  return due.filter(({ delayMs }, index) => {
    const [score, woke] = [answers?.[2 * index]?.[1] ?? null, answers?.[2 * index + 1]?.[1]];
    const sleepsMs = score === null ? 0 : Number(score) / scoreOfMs - Date.now();
    return sleepsMs > delayMs + slackMs && (delayMs > 0 || woke === 0);
  });
};

/** A job that is awake already, or just ended, is left alone; should one be missing then, the sweep finds out. */
const changeDelay = async (job: Job, delay: number): Promise<void> => {
  try {
    await job.changeDelay(delay);
  } catch (error) {
    if (!isNotDelayed(error)) throw error;
  }
};

/** BullMQ's answers "no such job" (-1) and "not in the delayed state" (-3). */
const isNotDelayed = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && (error.code === -1 || error.code === -3);

export const reminderWorker = (base: Base, queue: Queue, remind: Remind): Worker => {
  const work = async (job: Job, log: Log): Promise<void> => {
    const waking = await remind(parse(reminderJob, job, log).reminderId);
    if (waking !== undefined) await sleepOn(job, waking.again);
  };
  const worker = new Worker(name, async (job) => reporting(base.log, job, work), {
    ...workerOptions(base, backoff),
    concurrency,
  });
  begin(base, queue, worker);
  return worker;
};

const sleepOn = async (job: Job, ms: number): Promise<never> => {
  await job.moveToDelayed(Date.now() + Math.ceil(ms), job.token);
  throw new DelayedError();
};

/** 1 min doubling to 1 h, each up to a fifth shorter, so that many that failed together do not all come back at once. */
export const backoff = (attempts: number): number => {
  const longest = Math.min(firstRetryMs * 2 ** Math.min(attempts - 1, 16), longestRetryMs);
  return Math.round(longest * (1 - Math.random() / 5));
};
