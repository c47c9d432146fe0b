/** Signs of life: whoever looks after the process learns from them that the watcher is not stuck. */

import type { Taker } from "../flow/ports.ts";
import type { Pulse } from "../flow/pulse.ts";

/** What is done in one go (a connection, a search, a batch of messages) takes no longer than this. */
export const WORK = 10 * 60_000;

export const noPulse: Pulse = { beat: () => {}, looked: () => {}, failed: () => {} };

/** The same taker: each message that it is shown is a sign of life, so that a long look back is none of being stuck. */
export const beating = (taker: Taker, pulse: Pulse): Taker => {
  const beat = (): void => pulse.beat(WORK);
  return {
    wanted: async (message, role) => {
      beat();
      return await taker.wanted(message, role);
    },
    take: async (found, cursor) => {
      beat();
      await taker.take(found, cursor);
    },
    verified: (message, source) => taker.verified(message, source),
    wantsSample: () => taker.wantsSample(),
    learn: (sample) => taker.learn(sample),
    looked: () => taker.looked(),
  };
};
