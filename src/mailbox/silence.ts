/** A peer that vanished without a word is known by its silence alone. */

import type { ImapFlow } from "imapflow";

/** Asks the server something. */
export type Heard = <T>(ask: () => Promise<T>) => Promise<T>;

/** Asks, and gives the connection up where the server says nothing for `ms` meanwhile; `failed` is told why. */
export const heardWithin =
  (client: ImapFlow, ms: number, failed: (reason: Error) => void): Heard =>
  async (ask) => {
    let received = client.stats().received;
    const timer = setInterval(() => {
      const before = received;
      received = client.stats().received;
      if (received !== before) return;
      failed(Object.assign(new Error(`no answer within ${ms} ms`), { code: "ETIMEDOUT" }));
      client.close();
    }, ms);
    try {
      return await ask();
    } finally {
      clearInterval(timer);
    }
  };
