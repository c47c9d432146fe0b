import type { Clock } from "../../../src/flow/ports.ts";

/** How soon whoever waits asks again whether the clock was turned. */
const askAgainMs = 200;

/** Stands still until the parent turns it: `{ clockAt: ms since 1970 }`. */
export const turnedClock = (start: number): Clock => {
  let now = start;
  process.on("message", (order: { readonly clockAt?: number }) => (now = order.clockAt ?? now));
  return {
    now: () => new Date(now),
    msUntil: (instant) => (instant.getTime() <= now ? 0 : askAgainMs),
  };
};
