/** A peer that vanished without a word is known by its silence alone. */

import type { ImapFlow } from "imapflow";

/** Asks the server something; what is done with the answer comes afterwards. */
export type Heard = <T>(ask: () => Promise<T>) => Promise<T>;

/** Waits as long as it takes. */
export const patiently: Heard = async (ask) => await ask();

const looks = 5;

/** Asks, and gives the connection up where the server says nothing for `ms` meanwhile; `failed` is told why. */
export const heardWithin =
  (client: ImapFlow, ms: number, failed: (reason: Error) => void): Heard =>
  async (ask) => {
    let [received, at, silent] = [client.stats().received, performance.now(), 0];
    const look = (): void => {
      const [before, lookedAt] = [received, at];
      [received, at] = [client.stats().received, performance.now()];
      // Who could not look in time was busy, or slept: what was said meanwhile is still to be heard.
      const deaf = at - lookedAt > (2 * ms) / looks;
      silent = deaf || received !== before ? 0 : silent + 1;
      if (silent < looks) return;
      failed(Object.assign(new Error(`no answer within ${ms} ms`), { code: "ETIMEDOUT" }));
      client.close();
    };
    const timer = setInterval(look, ms / looks);
    try {
      return await ask();
    } finally {
      clearInterval(timer);
    }
  };
