/** A resolver that stops waiting: a key that does not come in time is a key that is not there. */

import { setTimeout as sleep } from "node:timers/promises";

/** Asks the DNS for the TXT records of a name, the only type that keys are kept in; as lists of strings. */
export type Resolve = (name: string, type: string) => Promise<string[][]>;

export type Deadline = AsyncDisposable & { readonly resolve: Resolve };

/** All answers together may take `ms` milliseconds; what comes later is refused. */
export const withDeadline = (resolve: Resolve, ms: number): Deadline => {
  const ended = new AbortController();
  const late = sleep(ms, undefined, { signal: ended.signal }).then(
    () =>
      Promise.reject(Object.assign(new Error("looking up a key: the DNS did not answer in time"), timeOut)),
    () => [],
  );
  late.catch(() => undefined); // where nobody asks any more
  return {
    resolve: async (name, type) => await Promise.race([resolve(name, type), late]),
    [Symbol.asyncDispose]: async () => ended.abort(),
  };
};

const timeOut = { code: "ETIMEOUT" };
