/** The daemon in this process, on real servers: Dovecot, a scripted SMTP server, Redis or the embedded queue. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, type Config } from "../../src/config.ts";
import type { Clock, Verifier } from "../../src/flow/ports.ts";
import { startDaemon, type Daemon } from "../../src/main.ts";
import { systemClock } from "../../src/system.ts";
import { startDovecot, type Dovecot } from "./dovecot.ts";
import { authservId } from "./letters.ts";
import { ReadableLog } from "./log.ts";
import { startRedis, type Redis } from "./redis.ts";
import { startSmtp, type SmtpPeer } from "./smtp.ts";

export type Queue = "Redis" | "embedded";

export type Site = {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpPeer;
  readonly redis: Redis | null;
  readonly dataDir: string;
  readonly environment: Record<string, string>;
  start(clock?: Clock, verifier?: Verifier): Promise<Daemon & { readonly log: ReadableLog }>;
  close(): Promise<void>;
};

/** Servers and a data folder of their own; any number of daemons can be started on them, one after the other. */
export const openSite = async (queue: Queue): Promise<Site> => {
  const [dovecot, smtp, redis] = await Promise.all([
    startDovecot(),
    startSmtp(),
    queue === "Redis" ? startRedis() : null,
  ]);
  const dataDir = await mkdtemp(join(tmpdir(), "landfall-data-"));
  const environment = environmentOf({ dovecot, smtp, redis, dataDir });
  const daemons: Daemon[] = [];
  return {
    dovecot,
    smtp,
    redis,
    dataDir,
    environment,
    start: async (clock = systemClock, verifier) => {
      const log = new ReadableLog();
      const daemon = await startDaemon(configOf(environment), { clock, log, ...(verifier && { verifier }) });
      daemons.push(daemon);
      return { ...daemon, log };
    },
    close: async () => {
      for (const daemon of daemons) await daemon.stop();
      await Promise.all([dovecot.stop(), smtp.close(), redis?.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const configOf = (environment: Record<string, string>): Config => {
  const loaded = loadConfig(environment, environment["DATA_DIR"]!, { mailbox: true, sending: true });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
};

type Servers = {
  readonly dovecot: Pick<Dovecot, "port" | "user" | "password">;
  readonly smtp: Pick<SmtpPeer, "port">;
  readonly redis: Pick<Redis, "url"> | null;
  readonly dataDir: string;
};

export const environmentOf = ({ dovecot, smtp, redis, dataDir }: Servers): Record<string, string> => ({
  IMAP_HOST: "127.0.0.1",
  IMAP_PORT: String(dovecot.port),
  IMAP_SECURITY: "none",
  IMAP_USER: dovecot.user,
  IMAP_PASSWORD: dovecot.password,
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: String(smtp.port),
  SMTP_SECURITY: "none",
  REMIND_TO: "person@example.net",
  REMIND_FROM: "landfall@example.net",
  TIME_ZONE: "America/Toronto",
  AUTHSERV_ID: authservId,
  POLL_MINUTES: "0.02",
  DATA_DIR: dataDir,
  ...(redis === null ? {} : { REDIS_URL: redis.url }),
});
