/**
 * `npm run bench:memory`: resident memory of `landfall run` a few seconds after its first look at an empty mailbox,
 * with the queue in Redis and embedded, and the processor time that it takes to wait for a minute.
 */

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { landfallRun, processorMs, start, untilWatching } from "./daemon.ts";
import { startDovecot } from "../test/helpers/dovecot.ts";
import { startRedis } from "../test/helpers/redis.ts";

/** What code is loaded after the first look is loaded by then. */
const settlingMs = 6000;
const idleSeconds = Number(process.argv[2] ?? 60);

const measure = async (name: string, redisUrl?: string): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  const dovecot = await startDovecot();
  const daemon = start(landfallRun(), {
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: "none",
    IMAP_USER: dovecot.user,
    IMAP_PASSWORD: dovecot.password,
    REMIND_TO: "person@example.net",
    REMIND_FROM: "landfall@example.net",
    DATA_DIR: dataDir,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });
  await untilWatching(daemon);
  await sleep(settlingMs);
  const [atStart, peak] = [megabytes(daemon, "VmRSS"), megabytes(daemon, "VmHWM")];
  const before = processorMs(daemon);
  await sleep(idleSeconds * 1000);
  const share = (processorMs(daemon) - before) / idleSeconds / 10;
  process.stdout.write(
    `${name.padEnd(9)} at start ${atStart} MB (peak ${peak} MB), after ${idleSeconds} s ${megabytes(daemon, "VmRSS")} MB, idle ${share.toFixed(2)} % of a core\n`,
  );
  daemon.kill("SIGTERM");
  await once(daemon, "exit");
  await dovecot.stop();
  rmSync(dataDir, { recursive: true, force: true });
};

const megabytes = ({ pid }: ChildProcess, field: string): number => {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(line?.[1]) / 1024);
};

const redis = await startRedis();
await measure("Redis", redis.url);
await redis.stop();
await measure("embedded");
