/** `landfall web`: the page, until stopped; where the daemon serves one already, only a link to it. */

import type { LocalConfig } from "../config.ts";
import type { QueueState } from "../flow/pulse.ts";
import { pagePath, secretIn } from "../key.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isLocked } from "../ledger/lock.ts";
import { inspectQueue } from "../queue/inspect.ts";
import { serve } from "../serve.ts";
import { silentLog, systemClock } from "../system.ts";
import type { Site } from "../web/server.ts";
import { tokensOf } from "../web/tokens.ts";
import type { Io } from "./io.ts";
import { untilStopped } from "./signals.ts";
import { planningsOf } from "./with-ledger.ts";

export type WebOptions = {
  readonly json: boolean;
  /** Shows the link in a browser; null: it is only printed. */
  readonly open: ((url: string) => Promise<boolean>) | null;
};

/** Where no port is asked for: this one, else any that is free. */
const usualPort = 4320;

export const web = async (config: LocalConfig, options: WebOptions, io: Io): Promise<number> => {
  const served = await linkToDaemon(config);
  if (served !== null) {
    await show(served, "", options, io);
    return 0;
  }
  const stopped = untilStopped();
  await using ledger = await openLedger(config.dataDir);
  const { planning } = config;
  const several = await planningsOf(ledger, config);
  const ports = { ledger, queues: null, clock: systemClock, log: silentLog, planning, ...several };
  await using site = await listening(config, async (port) =>
    serve(config, port, {
      ledger,
      ports,
      alive: () => isLocked(config.dataDir),
      queue: async () => queueOf(config),
      reconnects: () => null,
    }),
  );
  await show(site.link(), " Ctrl-C ends the page.", options, io);
  await stopped;
  return 0;
};

const listening = async ({ page }: LocalConfig, open: (port: number) => Promise<Site>): Promise<Site> => {
  try {
    return await open(page.port ?? usualPort);
  } catch (error) {
    if (codeOf(error) !== "EADDRINUSE") throw error;
    if (page.port !== null)
      throw new Error(
        `opening the page: port ${page.port} is taken by another program; set WEB_PORT to another one`,
        {
          cause: error,
        },
      );
    return await open(0);
  }
};

/** What the daemon's page tells of itself shows that it is there, and ours. */
const linkToDaemon = async ({ page, dataDir }: LocalConfig): Promise<string | null> => {
  if (page.port === null || !isLocked(dataDir)) return null;
  const origin = `${page.tls === null ? "http" : "https"}://127.0.0.1:${page.port}`;
  if (page.tls === null && !(await isLandfall(origin))) return null;
  const tokens = tokensOf(await secretIn(pagePath(dataDir)), systemClock);
  return `${page.origin ?? origin}/?token=${tokens.link()}`;
};

const isLandfall = async (origin: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5000) });
    const told: unknown = await answer.json();
    return typeof told === "object" && told !== null && "landfall" in told;
  } catch {
    return false;
  }
};

const queueOf = async ({ redisUrl, dataDir }: LocalConfig): Promise<QueueState> => {
  if (redisUrl === null)
    return { where: "daemon", problem: isLocked(dataDir) ? null : "no daemon runs", jobs: null };
  try {
    await inspectQueue(redisUrl);
    return { where: "Redis", problem: null, jobs: null };
  } catch (error) {
    return { where: "Redis", problem: error instanceof Error ? error.message : String(error), jobs: null };
  }
};

const show = async (url: string, hint: string, { json, open }: WebOptions, io: Io): Promise<void> => {
  if (json) io.stdout.write(`${JSON.stringify({ url })}\n`);
  else io.stdout.write(`The page: ${url}\nThe link opens it once, within 15 minutes.${hint}\n`);
  if (open !== null && !(await open(url))) io.stderr.write("There is no browser to open it with.\n");
};

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
