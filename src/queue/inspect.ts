/** One look at the settings of a Redis or Valkey, for `landfall doctor`. */

import { Redis } from "ioredis";

export type QueueReport = {
  /** Null where it was not told. */
  readonly policy: string | null;
  readonly version: string | null;
};

/** @throws Error where it cannot be reached. */
export const inspectQueue = async (url: string): Promise<QueueReport> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 5000,
    maxRetriesPerRequest: 0,
  });
  redis.on("error", () => undefined); // thrown by the commands as well
  try {
    await redis.connect();
    // INFO and not CONFIG GET: many hosted ones forbid the latter.
    const info = await redis.info();
    return { policy: fieldOf(info, "maxmemory_policy"), version: fieldOf(info, "(?:valkey|redis)_version") };
  } finally {
    redis.disconnect();
  }
};

const fieldOf = (info: string, name: string): string | null =>
  new RegExp(`^${name}:(\\S+)`, "mu").exec(info)?.[1] ?? null;
