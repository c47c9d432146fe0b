/** The heartbeat of the daemon: what its watchers tell of themselves, for whoever looks after the process. */

import type { Pulse } from "./flow/pulse.ts";

export type Heart = {
  /** One for each watcher; `end` where it is not to look any more. */
  pulse(): Pulse & { readonly end: () => void };
  /** True while every watcher is at work, or in a pause that it chose. */
  beats(): boolean;
  /** Connections that were lost, or not to be had, since the start. */
  reconnects(): number;
};

type Watcher = { until: number; lookedAt: number | null };

/** `onLook` is called after a look, once every watcher has looked within `freshMs`. Milliseconds are real ones. */
export const heartOf = (onLook: () => void, freshMs: number, now = () => performance.now()): Heart => {
  const watchers: Watcher[] = [];
  let failures = 0;
  const isFresh = ({ lookedAt }: Watcher): boolean => lookedAt !== null && now() - lookedAt <= freshMs;
  return {
    pulse: () => {
      const watcher: Watcher = { until: Number.POSITIVE_INFINITY, lookedAt: null };
      watchers.push(watcher);
      return {
        beat: (withinMs) => void (watcher.until = now() + withinMs),
        looked: () => {
          watcher.lookedAt = now();
          if (watchers.every(isFresh)) onLook();
        },
        failed: () => void (failures += 1),
        end: () => void watchers.splice(watchers.indexOf(watcher), 1),
      };
    },
    beats: () => watchers.every(({ until }) => now() <= until),
    reconnects: () => failures,
  };
};
