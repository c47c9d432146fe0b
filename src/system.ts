/** The real clock, and a log that says nothing: for commands that speak for themselves. */

import type { Clock, Log } from "./flow/ports.ts";

export const systemClock: Clock = {
  now: () => new Date(),
  msUntil: (instant) => Math.max(0, instant.getTime() - Date.now()),
};

const nothing = (): void => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
