/** What of a machine can be looked at without asking a server: Node, folder, disk, ledger, backups, queue, zone. */

import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { dayMs } from "../domain/instants.ts";
import { backups } from "../ledger/backup.ts";
import { damageOf } from "../ledger/damage.ts";
import { ledgerExists, ledgerFile, looseFiles } from "../ledger/files.ts";
import { inspectQueue } from "../queue/inspect.ts";
import type { Check } from "./doctor.ts";

export type LocalParts = {
  readonly dataDir: string;
  readonly redisUrl: string | null;
  /** IANA name. */
  readonly timeZone: string;
};

export const checkHere = async (parts: LocalParts): Promise<readonly Check[]> => [
  node(),
  folder(parts),
  disk(parts),
  ledger(parts),
  copies(parts),
  await queue(parts),
  zone(parts),
];

const oldestNode = 24;

/** Said of a clone whose sources changed since `npm ci`. */
const unbuilt = import.meta.url.endsWith(".ts")
  ? ", runs the sources: after `npm run build` it starts sooner and takes 30 MB less"
  : "";

const node = (): Check => {
  const ok = Number(process.versions.node.split(".")[0]) >= oldestNode;
  const message = ok
    ? `${process.version}${unbuilt}`
    : `${process.version} is too old: get Node ${oldestNode} or newer from nodejs.org`;
  return { name: "node", ok, message };
};

/** It only informs: dates are told in some zone in any case. */
const zone = ({ timeZone }: LocalParts): Check =>
  timeZone === "UTC"
    ? {
        name: "zone",
        ok: true,
        warning: true,
        message:
          "dates are told in UTC, and quiet hours counted in it: set TIME_ZONE, such as America/Toronto",
      }
    : { name: "zone", ok: true, message: timeZone };

/** Of a disk: below it a year of letters might not fit any more. */
const leastFreeBytes = 16 * 1024 * 1024;

/** The folder itself may not be there yet. */
const disk = ({ dataDir }: LocalParts): Check => {
  const { bavail, bsize } = statfsSync(nearest(dataDir));
  const free = bavail * bsize;
  const megabytes = `${Math.floor(free / 1024 / 1024)} MB`;
  return free >= leastFreeBytes
    ? { name: "disk", ok: true, message: `${megabytes} free` }
    : {
        name: "disk",
        ok: false,
        message: `only ${megabytes} free where "${dataDir}" lies: make room there, or set DATA_DIR to another disk`,
      };
};

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

const folder = ({ dataDir }: LocalParts): Check => {
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

const ledger = ({ dataDir }: LocalParts): Check => {
  if (!ledgerExists(dataDir))
    return { name: "ledger", ok: true, message: "there is none yet; `landfall run` makes it" };
  const damage = damageOf(ledgerFile(dataDir));
  return damage === null
    ? { name: "ledger", ok: true, message: "sound" }
    : { name: "ledger", ok: false, message: `damaged ("${damage}"); stop landfall, then: landfall repair` };
};

const copies = ({ dataDir }: LocalParts): Check => {
  const newest = backups(dataDir).at(-1);
  if (newest === undefined) return withoutCopies(dataDir);
  const damage = damageOf(newest);
  if (damage !== null)
    return {
      name: "backups",
      ok: false,
      message: `the newest, "${newest}", is damaged; make one: landfall backup`,
    };
  const old = Date.now() - statSync(newest).mtimeMs > 2 * dayMs;
  return {
    name: "backups",
    ok: !old,
    message: old
      ? `the newest, "${newest}", is more than two days old; make one: landfall backup`
      : `the newest is "${newest}"`,
  };
};

/** `run` makes the first one after a minute: right after the first start there is none, and nothing is wrong. */
const withoutCopies = (dataDir: string): Check => {
  if (!ledgerExists(dataDir)) return { name: "backups", ok: true, message: "nothing to back up yet" };
  const fresh = Date.now() - statSync(ledgerFile(dataDir)).birthtimeMs < dayMs;
  return fresh
    ? { name: "backups", ok: true, message: "none yet; `landfall run` makes one a day" }
    : { name: "backups", ok: false, message: "there is none; make one: landfall backup" };
};

const queue = async ({ redisUrl }: LocalParts): Promise<Check> => {
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
