/** A clock that runs many times faster than ours: days of a case pass in seconds, BullMQ's delays stay real. */

import type { Clock } from "../src/flow/ports.ts";

export type FastClock = Clock & {
  until(instant: Date): Promise<void>;
  /** From now on so many times as fast as the wall clock. */
  runAt(speed: number): void;
};

/** Starts at `start` when it is made and runs `speed` times as fast as the wall clock. */
export const fastClock = (start: Date, speed: number): FastClock => {
  let pace = { from: start.getTime(), began: Date.now(), speed };
  const now = (): Date => new Date(pace.from + (Date.now() - pace.began) * pace.speed);
  const msUntil = (instant: Date): number => Math.max(0, (instant.getTime() - now().getTime()) / pace.speed);
  return {
    now,
    msUntil,
    until: (instant) => new Promise((resolve) => setTimeout(resolve, msUntil(instant))),
    runAt: (faster) => {
      pace = { from: now().getTime(), began: Date.now(), speed: faster };
    },
  };
};
