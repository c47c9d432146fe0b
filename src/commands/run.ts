/** `landfall run`: the daemon, until a signal ends it. */

import type { Config } from "../config.ts";
import { openLog } from "../log.ts";
import { startDaemon, type Daemon } from "../main.ts";
import { systemClock } from "../system.ts";
import type { Io } from "./io.ts";

/** What is still running after this is cut off. */
const patienceMs = 4500;

export const run = async (config: Config, io: Io): Promise<number> => {
  const log = openLog(config.logLevel, io.stderr.isTTY === true);
  const signal = firstSignal();
  try {
    const daemon = await startDaemon(config, { clock: systemClock, log });
    log.info(
      { lookbackDays: config.lookbackDays, pollMinutes: config.pollMinutes },
      "landfall is watching; Ctrl-C ends it",
    );
    const name = await signal;
    log.info({ signal: name }, "landfall stops; a second signal ends it at once");
    await stopInTime(daemon);
    log.info({}, "landfall stopped");
    return 0;
  } catch (error) {
    io.stderr.write(`landfall run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

/** A terminal's Ctrl-C reaches the launcher and the daemon, and the launcher passes it on: that is one signal. */
const sameSignalMs = 300;

/** Resolves with the first SIGINT or SIGTERM; the second one ends the process there and then. */
const firstSignal = async (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    let firstAt: number | null = null;
    const onSignal = (name: NodeJS.Signals): void => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameSignalMs) process.exit(0);
      resolve(name);
    };
    process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  });

const stopInTime = async (daemon: Daemon): Promise<void> => {
  const cutOff = setTimeout(() => process.exit(0), patienceMs);
  await daemon.stop();
  clearTimeout(cutOff);
};
