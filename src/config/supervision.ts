/** What systemd tells the services that it starts: sd_notify(3), sd_watchdog_enabled(3). */

import type { Environment } from "./settings.ts";

export type Supervision = {
  /** It gives up a service that gave no sign of life for so long; null: it waits for ever. */
  readonly watchdogMs: number | null;
};

/** Null where nobody waits for news. */
export const supervision = (env: Environment): Supervision | null => {
  if (!env["NOTIFY_SOCKET"]) return null;
  const microseconds = Number(env["WATCHDOG_USEC"] ?? "");
  return { watchdogMs: microseconds > 0 ? microseconds / 1000 : null };
};
