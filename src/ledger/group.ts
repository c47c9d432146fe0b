/** Commits in groups: what is to be written until a transaction begins costs one wait for the disk together. */

import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** One statement: SQLite undoes what is half done of a statement that fails, and nothing else of the transaction. */
type Work<T> = (transaction: Kysely<Tables>) => Promise<T>;
type Member = {
  /** Does its work, and resolves with what tells its caller so. */
  readonly run: (transaction: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
};

/**
 * Each caller has the answer of its own work, once it is committed. One that fails is undone alone; what keeps the
 * whole transaction from being committed fails them all.
 */
export const inGroups = (
  transact: (work: Work<void>) => Promise<void>,
): (<T>(work: Work<T>) => Promise<T>) => {
  let waiting: Member[] = [];
  /** The last group had more than one: there is a crowd, so more come while the network is listened to. */
  let isCrowd = false;
  const soon = (work: () => void): void => (isCrowd ? void setImmediate(work) : process.nextTick(work));
  const commit = async (): Promise<void> => {
    let group: readonly Member[] = [];
    const answers: (() => void)[] = [];
    try {
      await transact(async (transaction) => {
        [group, waiting] = [waiting, []];
        isCrowd = group.length > 1;
        for (const { run } of group) answers.push(await run(transaction));
      });
      for (const answer of answers) answer();
    } catch (error) {
      if (group.length === 0) [group, waiting] = [waiting, []];
      for (const { fail } of group) fail(error);
    }
  };
  return async (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) soon(() => void commit());
      waiting.push({
        run: async (transaction) => {
          const done = await attempted(transaction, work);
          return () => ("value" in done ? resolve(done.value) : reject(done.error));
        },
        fail: reject,
      });
    });
};

type Done<T> = { readonly value: T } | { readonly error: unknown };

const attempted = async <T>(transaction: Kysely<Tables>, work: Work<T>): Promise<Done<T>> => {
  try {
    return { value: await work(transaction) };
  } catch (error) {
    return { error };
  }
};
