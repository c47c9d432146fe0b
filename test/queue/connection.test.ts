import { createServer } from "node:net";
import { once } from "node:events";
import { describe, expect, test } from "@jest/globals";
import { openQueues } from "../../src/queue/queues.ts";
import { ReadableLog } from "../helpers/log.ts";
import { ask, hasRedis, startRedis } from "../helpers/redis.ts";

const nothing = { judge: async () => undefined, remind: async () => undefined };

/** Handlers that resolve a promise with the first id they get. */
const firstCall = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const judge = async (id: string): Promise<void> => resolve(id);
  const remind = async (id: string): Promise<undefined> => {
    resolve(id);
    return undefined;
  };
  return { promise, handlers: { judge, remind } };
};

test("a Redis that is not there is said once, adding fails at once, and closing does not hang", async () => {
  const log = new ReadableLog();
  const queues = await openQueues({ redisUrl: "redis://:secret@127.0.0.1:1", queuePrefix: "p" }, log);
  const worker = queues.work(nothing);
  await log.said("nothing listens there");
  await expect(queues.addLetter("a")).rejects.toThrow(/cannot be reached/);
  await expect(queues.missingReminders(["a"])).rejects.toThrow(/cannot be reached/);
  const begun = Date.now();
  await worker[Symbol.asyncDispose]();
  await queues[Symbol.asyncDispose]();
  expect(Date.now() - begun).toBeLessThan(4500);
  expect(log.lines).toHaveLength(1);
  expect(log.lines.join()).not.toContain("secret");
});

test("a Redis that accepts and stays silent does not hold up whoever adds a job", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  const log = new ReadableLog();
  const queues = await openQueues({ redisUrl: `redis://127.0.0.1:${port}`, queuePrefix: "p" }, log);
  await expect(queues.addLetter("a")).rejects.toThrow(/no answer from Redis/);
  await queues[Symbol.asyncDispose]();
  silent.close();
});

(hasRedis() ? describe : describe.skip)("with Debian's Redis", () => {
  test("workers go on by themselves after Redis was away, with the jobs it kept", async () => {
    const redis = await startRedis();
    const log = new ReadableLog();
    const queues = await openQueues({ redisUrl: redis.url, queuePrefix: "p" }, log);
    const before = firstCall();
    const first = queues.work(before.handlers);
    await queues.addLetter("before");
    expect(await before.promise).toBe("before");
    await first[Symbol.asyncDispose]();
    const after = firstCall();
    await queues.addReminder("kept", 600);
    const second = queues.work(after.handlers);
    await redis.halt();
    await log.said("connecting to Redis");
    await expect(queues.addLetter("x")).rejects.toThrow(/cannot be reached/);
    await redis.restart();
    await log.said("is back");
    expect(await after.promise).toBe("kept");
    expect(await queues.missingLetters(["x"])).toEqual(["x"]);
    await second[Symbol.asyncDispose]();
    await queues[Symbol.asyncDispose]();
    await redis.stop();
  });

  test("a Redis that is away or may only be read does not work, whatever it answers", async () => {
    const redis = await startRedis();
    const log = new ReadableLog();
    const queues = await openQueues({ redisUrl: redis.url, queuePrefix: "p" }, log);
    expect(await queues.works()).toBe(true);
    await ask(redis.url, async (client) => client.call("REPLICAOF", "127.0.0.1", "1"));
    expect(await queues.missingLetters(["a"])).toEqual(["a"]);
    expect(await queues.works()).toBe(false);
    await ask(redis.url, async (client) => client.call("REPLICAOF", "NO", "ONE"));
    expect(await queues.works()).toBe(true);
    await redis.halt();
    await log.said("connecting to Redis");
    expect(await queues.works()).toBe(false);
    await queues[Symbol.asyncDispose]();
    await redis.stop();
  });

  test("closing does not hang when Redis went away", async () => {
    const redis = await startRedis();
    const log = new ReadableLog();
    const queues = await openQueues({ redisUrl: redis.url, queuePrefix: "p" }, log);
    const running = firstCall();
    const worker = queues.work(running.handlers);
    await queues.addLetter("a");
    await running.promise;
    await redis.stop();
    await log.said("connecting to Redis");
    const begun = Date.now();
    await worker[Symbol.asyncDispose]();
    await queues[Symbol.asyncDispose]();
    expect(Date.now() - begun).toBeLessThan(4500);
  });

  test("a Redis that may forget is warned of", async () => {
    const redis = await startRedis();
    await ask(redis.url, async (client) => client.config("SET", "maxmemory-policy", "allkeys-lru"));
    const log = new ReadableLog();
    const queues = await openQueues({ redisUrl: redis.url, queuePrefix: "p" }, log);
    await log.said("noeviction");
    await queues[Symbol.asyncDispose]();
    await redis.stop();
  });
});
