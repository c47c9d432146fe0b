/** The one connection to Redis or Valkey that queues and workers share (each worker adds one to block on). */

import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../flow/ports.ts";

export type Connection = Disposable & {
  readonly redis: Redis;
  /** False from the moment it fails until it is back. */
  reachable(): boolean;
};

const longestRetryMs = 2000;
const sayAgainMs = 60_000;

/** Never waits and never fails: it connects by itself, again and again, and says when it cannot. */
export const connect = (url: string, log: Log): Connection => {
  const redis = new TrackedRedis(url, {
    // BullMQ's workers wait for ever; whoever adds a job gives up by itself, see `within`.
    maxRetriesPerRequest: null,
    // Only cuts what is left after a polite close: the timer would keep the process alive for as long.
    disconnectTimeout: 100,
    retryStrategy: (times) => Math.min(50 * 2 ** times, longestRetryMs),
  });
  const say = complainer(placeOf(url), log);
  let failing = false;
  redis.on("error", (error) => {
    failing = true;
    say.failed(error);
  });
  redis.on("close", () => (failing = true));
  redis.on("ready", () => {
    failing = false;
    say.back();
    warnOfEviction(redis, log).catch(() => undefined);
  });
  return { redis, reachable: () => !failing, [Symbol.dispose]: () => redis.disconnectAll() };
};

/** Remembers the connections made from it, so that all can be cut where closing politely would hang. */
class TrackedRedis extends Redis {
  readonly #copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    // The first connection speaks for all.
    copy.on("error", () => undefined);
    this.#copies.push(copy);
    return copy;
  }

  disconnectAll(): void {
    for (const redis of [this, ...this.#copies]) cut(redis);
  }
}

/**
 * Between two attempts there is nothing to cut, and ioredis would not tell those who wait for it that it ended;
 * an attempt that is given up at once does.
 */
const cut = (redis: Redis): void => {
  redis.disconnect();
  if (redis.status !== "reconnecting") return;
  redis.connect().catch(() => undefined);
  redis.disconnect();
};

/** Host and port alone: the rest of the URL may be secret. */
const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port === "" ? "6379" : port}`;
};

/** Says a failure once, then at most every minute, and once that it is over. */
const complainer = (place: string, log: Log) => {
  let saidAt: number | null = null;
  return {
    failed: (error: Error): void => {
      if (saidAt !== null && performance.now() - saidAt < sayAgainMs) return;
      saidAt = performance.now();
      log.warn({}, `connecting to Redis at "${place}": ${reasonOf(error)}; trying again until it works`);
    },
    back: (): void => {
      if (saidAt !== null) log.info({}, `Redis at "${place}" is back`);
      saidAt = null;
    },
  };
};

const reasonOf = (error: Error): string => {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens there; start Redis, or leave REDIS_URL out";
  if (code === "ENOTFOUND") return "this host name is unknown; check REDIS_URL";
  if (/WRONGPASS|NOAUTH/.test(error.message)) return "it refuses the password; check REDIS_URL";
  return error.message === "" ? code : error.message;
};

/** A Redis that evicts forgets jobs. The sweep puts them back, late. Hosted ones may forbid the question. */
const warnOfEviction = async (redis: Redis, log: Log): Promise<void> => {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info("memory"))?.[1];
  if (policy !== undefined && policy !== "noeviction")
    log.warn(
      { policy },
      "Redis may forget reminders when its memory is full; set its maxmemory-policy to noeviction",
    );
};
