/** `landfall doctor`: is everything as it has to be, and if not, which command mends it. */

import { statSync } from "node:fs";
import { backups, damageOf } from "../ledger/backup.ts";
import { ledgerExists, ledgerFile, looseFiles } from "../ledger/files.ts";
import { inspectQueue } from "../queue/inspect.ts";
import type { Io } from "./io.ts";

export type DoctorConfig = { readonly dataDir: string; readonly redisUrl: string | null };

export type Check = {
  readonly name: "folder" | "ledger" | "backups" | "queue";
  readonly ok: boolean;
  readonly message: string;
};

/** Exit code 1 where something is not well. */
export const doctor = async (config: DoctorConfig, { json }: { json: boolean }, io: Io): Promise<number> => {
  const checks = [folder(config), ledger(config), copies(config), await queue(config)];
  const ok = checks.every((check) => check.ok);
  const text = json
    ? JSON.stringify({ ok, checks })
    : checks
        .map((check) => `${check.ok ? "ok  " : "BAD "} ${check.name.padEnd(8)} ${check.message}`)
        .join("\n");
  io.stdout.write(`${text}\n`);
  return ok ? 0 : 1;
};

const folder = ({ dataDir }: DoctorConfig): Check => {
  const loose = looseFiles(dataDir);
  if (loose.length === 0)
    return { name: "folder", ok: true, message: `"${dataDir}": nobody else can read it` };
  const commands = loose.map(({ path, wanted }) => `chmod ${wanted.slice(1)} "${path}"`).join(" && ");
  return {
    name: "folder",
    ok: false,
    message: `others can read what is yours alone; mend it with: ${commands}`,
  };
};

const ledger = ({ dataDir }: DoctorConfig): Check => {
  if (!ledgerExists(dataDir))
    return { name: "ledger", ok: true, message: "there is none yet; `landfall run` makes it" };
  const damage = damageOf(ledgerFile(dataDir));
  return damage === null
    ? { name: "ledger", ok: true, message: "sound" }
    : { name: "ledger", ok: false, message: `damaged ("${damage}"); stop landfall, then: landfall repair` };
};

const twoDaysMs = 2 * 86_400_000;

const copies = ({ dataDir }: DoctorConfig): Check => {
  const newest = backups(dataDir).at(-1);
  if (newest === undefined) {
    const ok = !ledgerExists(dataDir);
    return {
      name: "backups",
      ok,
      message: ok ? "nothing to back up yet" : "there is none; make one: landfall backup",
    };
  }
  const damage = damageOf(newest);
  if (damage !== null)
    return {
      name: "backups",
      ok: false,
      message: `the newest, "${newest}", is damaged; make one: landfall backup`,
    };
  const old = Date.now() - statSync(newest).mtimeMs > twoDaysMs;
  return {
    name: "backups",
    ok: !old,
    message: old
      ? `the newest, "${newest}", is more than two days old; make one: landfall backup`
      : `the newest is "${newest}"`,
  };
};

const queue = async ({ redisUrl }: DoctorConfig): Promise<Check> => {
  if (redisUrl === null) return { name: "queue", ok: true, message: "embedded: nothing to set" };
  const { host } = new URL(redisUrl);
  try {
    const { policy, version } = await inspectQueue(redisUrl);
    if (policy === "noeviction")
      return { name: "queue", ok: true, message: `Redis ${version ?? ""} at "${host}" forgets nothing` };
    return {
      name: "queue",
      ok: false,
      message: policy === null ? unknownPolicy(host) : evicts(host, policy),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      name: "queue",
      ok: false,
      message: `Redis at "${host}" cannot be asked: ${reason}; start it, or leave REDIS_URL out`,
    };
  }
};

const evicts = (host: string, policy: string): string =>
  `Redis at "${host}" WILL FORGET REMINDERS when its memory is full (maxmemory-policy ${policy}); mend it with: ${command(host)}, and set it in its configuration or its provider's console, where CONFIG is forbidden`;

const unknownPolicy = (host: string): string =>
  `Redis at "${host}" does not tell its maxmemory-policy; make sure that it is noeviction: ${command(host)}`;

const command = (host: string): string => {
  const [name = "localhost", port = "6379"] = host.split(":");
  return `redis-cli -h ${name} -p ${port} CONFIG SET maxmemory-policy noeviction`;
};
