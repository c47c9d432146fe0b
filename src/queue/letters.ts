/** The queue of letters to be judged. */

import { setImmediate as nextTurn } from "node:timers/promises";
import { type Job, Queue, Worker } from "bullmq";
import type { Log } from "../flow/ports.ts";
import { InHand } from "./in-hand.ts";
import { type LetterJob, letterJob, letterJobId } from "./jobs.ts";
import { type Base, begin, jobOptions, missing, parse, reporting, workerOptions } from "./work.ts";

const name = "letters";
const firstRetryMs = 1000;
const longestRetryMs = 60_000;

export const letterQueue = (base: Base) => {
  const queue = new Queue<LetterJob>(name, { ...base.options, defaultJobOptions: jobOptions });
  queue.on("error", base.onError);
  let inHand: InHand | null = null;
  return {
    queue,
    add: async (letterId: string): Promise<void> => {
      const added = queue.add("judge", { v: 1, letterId }, { jobId: letterJobId(letterId) });
      inHand?.begin(letterId);
      try {
        await added;
      } catch (error) {
        await inHand?.forget(letterId);
        throw error;
      }
    },
    missing: async (ids: readonly string[]) => missing(base, queue, ids, letterJobId),
    /** From now on, until closed. */
    work: (judge: (letterId: string) => Promise<void>): Pick<Worker, "close"> => {
      const hand = new InHand(judge);
      const worker = letterWorker(base, queue, async (letterId) => hand.finish(letterId));
      worker.once("drained", () => hand.open());
      inHand = hand;
      return { close: async () => void (await Promise.all([worker.close(), hand.close()])) };
    },
  };
};

/** One letter at a time, so that each finds the case as the one before left it. */
const letterWorker = (base: Base, queue: Queue, judge: (letterId: string) => Promise<void>): Worker => {
  const work = async (job: Job, log: Log): Promise<void> => {
    await judge(parse(letterJob, job, log).letterId);
    // What is due at once is under way (`at-once`): the mail server hears of it before the queue hears that this is done.
    await nextTurn();
  };
  const worker = new Worker(name, async (job) => reporting(base.log, job, work), {
    ...workerOptions(base, backoff),
    concurrency: 1,
  });
  begin(base, queue, worker);
  return worker;
};

/** 1 s, 2 s, 4 s … up to a minute. */
const backoff = (attempts: number): number =>
  Math.min(firstRetryMs * 2 ** Math.min(attempts - 1, 16), longestRetryMs);
