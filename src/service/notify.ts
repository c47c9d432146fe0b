/**
 * News for systemd, by its own `systemd-notify`, since Node has no datagrams on Unix sockets. Signs of life are sent
 * while the watchers are at work or in a pause that they chose: a provider's outage never looks like a standstill.
 */

import { execFile } from "node:child_process";
import type { Log } from "../flow/ports.ts";

export type Supervised = {
  readonly watchdogMs: number | null;
  /** True while nothing is stuck. */
  readonly beats: () => boolean;
  readonly log: Log;
  /** For tests. */
  readonly command?: string;
};

/** Says that the service is ready, gives signs of life until disposed, and then says that it stops. */
export const tellSystemd = ({
  watchdogMs,
  beats,
  log,
  command = "systemd-notify",
}: Supervised): AsyncDisposable => {
  const tell = teller(command, log);
  const last: { told: Promise<void> } = { told: tell(["--ready", "--status=Watching"]) };
  const beat = (): void => {
    if (beats()) last.told = tell(["WATCHDOG=1"]);
    else log.error({}, "the watcher gave no sign of life for too long; systemd starts landfall anew");
  };
  // Three signs in the time that one may take.
  const timer = watchdogMs === null ? null : setInterval(beat, watchdogMs / 3);
  return {
    [Symbol.asyncDispose]: async () => {
      if (timer !== null) clearInterval(timer);
      await last.told;
      await tell(["STOPPING=1"]);
    },
  };
};

const answerMs = 5000;

const teller = (command: string, log: Log) => {
  let failed = false;
  return async (news: readonly string[]): Promise<void> =>
    new Promise((resolve) => {
      execFile(command, [...news], { timeout: answerMs }, (error) => {
        if (error !== null && !failed) log.warn({ error }, "telling systemd: systemd-notify failed");
        failed = error !== null;
        resolve();
      });
    });
};
