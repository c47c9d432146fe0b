/** Commits in groups: what is to be written until a transaction begins costs one wait for the disk together. */

import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

type Work<T> = (transaction: Kysely<Tables>) => Promise<T>;
type Member = {
  /** Does its work, and resolves with what tells its caller so. */
  readonly run: (transaction: Kysely<Tables>, alone: boolean) => Promise<() => void>;
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
  const commit = async (): Promise<void> => {
    let group: readonly Member[] = [];
    const answers: (() => void)[] = [];
    try {
      await transact(async (transaction) => {
        [group, waiting] = [waiting, []];
        for (const { run } of group) answers.push(await run(transaction, group.length === 1));
      });
      for (const answer of answers) answer();
    } catch (error) {
      if (group.length === 0) [group, waiting] = [waiting, []];
      for (const { fail } of group) fail(error);
    }
  };
  return async (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void commit());
      waiting.push({
        run: async (transaction, alone) => {
          const done = alone ? { value: await work(transaction) } : await apart(transaction, work);
          return () => ("value" in done ? resolve(done.value) : reject(done.error));
        },
        fail: reject,
      });
    });
};

type Done<T> = { readonly value: T } | { readonly error: unknown };

/** Within a savepoint, so that a failure undoes nothing of the others'. */
const apart = async <T>(transaction: Kysely<Tables>, work: Work<T>): Promise<Done<T>> => {
  await sql`savepoint member`.execute(transaction);
  try {
    const value = await work(transaction);
    await sql`release member`.execute(transaction);
    return { value };
  } catch (error) {
    await sql`rollback to member`.execute(transaction);
    await sql`release member`.execute(transaction);
    return { error };
  }
};
