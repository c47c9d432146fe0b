import type { Clock } from "../../../src/flow/ports.ts";

/** Shows real time until `start` (ms since 1970), and from then on so many seconds for each. */
export const fastClock = (start: number, speed: number): Clock => {
  const now = (): number => start + (Date.now() - start) * speed;
  return {
    now: () => new Date(now()),
    msUntil: (instant) => Math.max(0, (instant.getTime() - now()) / speed),
  };
};
