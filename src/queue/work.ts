/** What both queues share: options, and how a job's end is told to BullMQ. */

import {
  DelayedError,
  type Job,
  type JobsOptions,
  type Queue,
  type QueueOptions,
  UnrecoverableError,
  type Worker,
  type WorkerOptions,
} from "bullmq";
import type { z } from "zod";
import { type Log, Permanent } from "../flow/ports.ts";
import type { Connection } from "./connection.ts";

/** What a queue or worker stands on. */
export type Base = {
  readonly connection: Connection;
  readonly options: Pick<QueueOptions, "connection" | "prefix" | "streams">;
  readonly log: Log;
  readonly onError: (error: Error) => void;
};

export const baseOf = (connection: Connection, prefix: string, log: Log): Base => ({
  connection,
  log,
  options: { connection: connection.redis, prefix, streams: { events: { maxLen: 100 } } },
  // While Redis is away the connection says so itself.
  onError: complainer(connection, log),
});

/** Each once a minute: a worker of a Redis that may only be read fails thousands of times. */
const complainer = (connection: Connection, log: Log): ((error: Error) => void) => {
  const saidAt = new Map<string, number>();
  return (error) => {
    const now = performance.now();
    if (!connection.reachable() || now - (saidAt.get(error.message) ?? -Infinity) < sayAgainMs) return;
    if (saidAt.size > 100) saidAt.clear();
    saidAt.set(error.message, now);
    log.warn({ error }, "queue: something went wrong; it goes on");
  };
};

const sayAgainMs = 60_000;

/** A finished job leaves nothing behind, or its id could not be used again. Trying again never ends. */
export const jobOptions: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 1_000_000,
  backoff: { type: "custom" },
  stackTraceLimit: 0,
};

/** A worker without work asks again after this time, in case it missed a call; BullMQ's longest. */
const askAgainSeconds = 10;

/**
 * A job whose end Redis was not told, for it was away, is taken up again within these times. Looked at more often they
 * would be most of what a daemon does that has nothing to do.
 */
const lockMs = 60_000;
const stalledCheckMs = 30_000;

export const workerOptions = (base: Base, backoffStrategy: (attempts: number) => number): WorkerOptions => ({
  ...base.options,
  autorun: false,
  settings: { backoffStrategy },
  drainDelay: askAgainSeconds,
  lockDuration: lockMs,
  stalledInterval: stalledCheckMs,
  // A process that is killed again and again while it works on a job must not cost the job its life.
  maxStalledCount: 1_000_000,
  runRetryDelay: 1000,
});

/** Starts to work, first at what a process that was killed had begun: on one ledger there is never a second one at work. */
export const begin = (base: Base, queue: Queue, worker: Worker): void => {
  worker.on("error", base.onError);
  takeOver(base, queue)
    .catch(base.onError)
    .then(async () => worker.run())
    .catch(base.onError);
};

const takeOver = async ({ connection }: Base, queue: Queue): Promise<void> => {
  for (const job of await queue.getActive()) {
    const lock = await connection.redis.get(`${queue.toKey(job.id ?? "")}:lock`);
    await job.moveToWait(lock ?? noLock);
  }
};

/** By which BullMQ knows that there is nothing to give back. */
const noLock = "0";

/**
 * Does a job's work. What goes wrong is logged here, and reaches Redis without its words, which might tell of a
 * person: a temporary failure is tried again, a `Permanent` one is not.
 */
export const reporting = async (
  log: Log,
  job: Job,
  work: (job: Job, log: Log) => Promise<void>,
): Promise<void> => {
  try {
    await work(job, log);
  } catch (error) {
    if (error instanceof DelayedError || error instanceof UnrecoverableError) throw error;
    const final = error instanceof Permanent;
    log.warn(
      { job: job.id, attempt: job.attemptsMade + 1, error },
      final ? "job given up" : "job failed; it is tried again",
    );
    throw final ? new UnrecoverableError("given up") : new Error("failed");
  }
};

/** The job's payload; one that this program does not understand is dropped, with a word to the operator. */
export const parse = <T>(shape: z.ZodType<T>, job: Job, log: Log): T => {
  const parsed = shape.safeParse(job.data);
  if (parsed.success) return parsed.data;
  log.error({ job: job.id }, "queue: a job is not of this program's making; it is dropped");
  throw new UnrecoverableError("not understood");
};

/** Asked for so many at a time: ten thousand cases have some fifty thousand reminders to come. */
const atOnce = 500;

/** Of these ids, those without a job. As finished jobs are removed, a job that exists is a live one. */
export const missing = async (
  base: Base,
  queue: Queue,
  ids: readonly string[],
  jobId: (id: string) => string,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const exist = await existing(
      base,
      some.map((id) => queue.toKey(jobId(id))),
    );
    found.push(...some.filter((_, index) => !exist[index]));
  }
  return found;
};

const existing = async ({ connection }: Base, keys: readonly string[]): Promise<readonly boolean[]> => {
  const answers = await connection.redis.pipeline(keys.map((key) => ["exists", key])).exec();
  return keys.map((_, index) => {
    const [error, exists] = answers?.[index] ?? [null, 0];
    if (error) throw error;
    return exists !== 0;
  });
};
