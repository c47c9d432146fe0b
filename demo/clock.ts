/** A clock that runs many times faster than ours: days of a case pass in seconds, BullMQ's delays stay real. */

import type { Clock } from "../src/flow/ports.ts";

export type FastClock = Clock & { until(instant: Date): Promise<void> };

/** Starts at `start` when it is made and runs `speed` times as fast as the wall clock. */
export const fastClock = (start: Date, speed: number): FastClock => {
  const began = Date.now();
  const now = (): Date => new Date(start.getTime() + (Date.now() - began) * speed);
  const msUntil = (instant: Date): number => Math.max(0, (instant.getTime() - now().getTime()) / speed);
  return {
    now,
    msUntil,
    until: (instant) => new Promise((resolve) => setTimeout(resolve, msUntil(instant))),
  };
};
