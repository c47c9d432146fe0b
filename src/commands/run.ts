/** `landfall run`: the daemon, until a signal ends it. */

import { attend, openHeart } from "../attend.ts";
import { systemEnvironment } from "../config.ts";
import type { RunConfig } from "../desks.ts";
import { supervision } from "../config/supervision.ts";
import type { Log } from "../flow/ports.ts";
import type { Trace } from "../flow/pulse.ts";
import { settler, stayLean } from "../memory.ts";
import { systemClock } from "../system.ts";
import type { Io } from "./io.ts";
import { firstSignal } from "./signals.ts";

/** What is still running after this is cut off. */
const patienceMs = 4500;

export const run = async (config: RunConfig, options: { json: boolean }, io: Io): Promise<number> => {
  const ended = (): void => void (options.json && io.stdout.write(`${JSON.stringify({ stopped: true })}\n`));
  const cutOff = (): never => {
    ended();
    process.exit(0);
  };
  const signal = firstSignal(cutOff);
  try {
    stayLean();
    const [{ openLog }, { startDaemon }] = await Promise.all([import("../log.ts"), import("../main.ts")]);
    const { logLevel: level, logPrivate: isPrivate } = config;
    const log = openLog({ level, onTerminal: io.stderr.isTTY === true, isPrivate });
    const heart = await openHeart(config, log);
    const parts = { clock: systemClock, log, heart, ...settler() };
    const daemon = await startDaemon(config, { ...parts, ...(await tracing(config, log)) });
    const beside = await attend(config, { daemon, heart, log }, supervision(systemEnvironment()));
    log.info(
      { lookbackDays: config.lookbackDays, pollMinutes: config.pollMinutes },
      "landfall is watching; Ctrl-C ends it",
    );
    const name = await signal;
    log.info({ signal: name }, "landfall stops; a second signal ends it at once");
    await stopInTime(async () => {
      await beside[Symbol.asyncDispose]();
      await daemon.stop();
    }, cutOff);
    log.info({}, "landfall stopped");
    ended();
    return 0;
  } catch (error) {
    io.stderr.write(`landfall run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

const tracing = async (
  { protocolLog, logPrivate }: RunConfig,
  log: Log,
): Promise<{ readonly trace?: Trace }> => {
  if (protocolLog === null) return {};
  const { openProtocolLog } = await import("../protocol-log.ts");
  return { trace: openProtocolLog(protocolLog, logPrivate, log) };
};

const stopInTime = async (stop: () => Promise<void>, cutOff: () => never): Promise<void> => {
  const timer = setTimeout(cutOff, patienceMs);
  await stop();
  clearTimeout(timer);
};
