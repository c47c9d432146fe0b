import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Queue } from "bullmq";
import { Redis as Client } from "ioredis";
import { Permanent } from "../../src/flow/ports.ts";
import { type Handlers, openQueues } from "../../src/queue/queues.ts";
import { ReadableLog } from "../helpers/log.ts";
import { onBothStores, type Store } from "../helpers/queue.ts";
import { ask } from "../helpers/redis.ts";

/** Calls of a handler, to be waited for. */
const calls = () => {
  const seen: string[] = [];
  const waiting = new Set<() => void>();
  return {
    seen,
    add(id: string): undefined {
      seen.push(id);
      for (const resolve of waiting) resolve();
    },
    async count(wanted: number): Promise<readonly string[]> {
      while (seen.length < wanted) await new Promise<void>((resolve) => waiting.add(resolve));
      return seen;
    },
  };
};

const idle: Handlers = { judge: async () => undefined, remind: async () => undefined };

/** Judging that has begun, and ends only once it is let go. */
const holding = (judged: ReturnType<typeof calls>) => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const judge = async (id: string): Promise<void> => {
    judged.add(id);
    await held;
  };
  return { handlers: { ...idle, judge } satisfies Handlers, letGo };
};

onBothStores((start) => {
  let store: Store;
  let log: ReadableLog;
  beforeEach(async () => {
    store = await start();
    log = new ReadableLog();
  });
  afterEach(async () => store.stop());

  const open = async (queuePrefix = "landfall") => openQueues({ redisUrl: store.url, queuePrefix }, log);

  test("each letter is judged once, in the order they came, and leaves nothing behind", async () => {
    await using queues = await open();
    const judged = calls();
    for (const id of ["a", "b", "a", "c", "b"]) await queues.addLetter(id);
    expect(await queues.missingLetters(["a", "x", "c"])).toEqual(["x"]);
    await using worker = queues.work({ ...idle, judge: async (id) => judged.add(id) });
    expect(worker).toBeDefined();
    expect(await judged.count(3)).toEqual(["a", "b", "c"]);
    await queues.addLetter("a");
    expect(await judged.count(4)).toEqual(["a", "b", "c", "a"]);
  });

  test("a letter is judged while its job is on the way, once what lay in the queue is done", async () => {
    await using queues = await open();
    await queues.addLetter("before");
    const judged = calls();
    await using worker = queues.work({ ...idle, judge: async (id) => judged.add(id) });
    expect(worker).toBeDefined();
    let count = 1;
    for (let isAhead = false; !isAhead; count += 1) {
      expect(await judged.count(count)).toHaveLength(count);
      await queues.state(); // asked until the queue has told that it is empty
      const added = queues.addLetter(`${count}`);
      isAhead = judged.seen.length > count;
      await added;
    }
    expect(judged.seen[0]).toBe("before");
  });

  test("letters that come one after the other are judged in that order, whatever is under way", async () => {
    await using queues = await open();
    const judged = calls();
    await using worker = queues.work({
      ...idle,
      judge: async (id) => {
        judged.add(id);
        await new Promise(setImmediate);
      },
    });
    expect(worker).toBeDefined();
    const ids = Array.from({ length: 40 }, (_, number) => `${number}`);
    for (const id of ids) await queues.addLetter(id);
    expect(await judged.count(ids.length)).toEqual(ids);
  });

  test("a reminder wakes when it is due, and again when it asks to", async () => {
    await using queues = await open();
    const woken = calls();
    const addedAt = Date.now();
    await queues.addReminder("r", 200);
    await using worker = queues.work({
      ...idle,
      remind: async (id) => {
        woken.add(`${id} ${Date.now() - addedAt >= 199 ? "due" : "early"}`);
        return woken.seen.length === 1 ? { again: 100 } : undefined;
      },
    });
    expect(worker).toBeDefined();
    expect(await woken.count(2)).toEqual(["r due", "r due"]);
    expect(Date.now() - addedAt).toBeGreaterThanOrEqual(299);
  });

  test("another delay replaces the first", async () => {
    await using queues = await open();
    const woken = calls();
    await using worker = queues.work({ ...idle, remind: async (id) => woken.add(id) });
    expect(worker).toBeDefined();
    await queues.addReminder("sooner", 86_400_000);
    await queues.addReminder("later", 150);
    await queues.addReminder("later", 86_400_000);
    await queues.addReminder("sooner", 300);
    expect(await woken.count(1)).toEqual(["sooner"]);
    expect(await queues.missingReminders(["later", "unknown"])).toEqual(["unknown"]);
  });

  test("a reminder that was planned earlier than its job knows is woken in time, the others sleep on", async () => {
    await using queues = await open();
    const woken = calls();
    await using worker = queues.work({ ...idle, remind: async (id) => woken.add(id) });
    expect(worker).toBeDefined();
    for (const id of ["overdue", "soon", "right"]) await queues.addReminder(id, 86_400_000);
    expect(
      await queues.rouse([
        { id: "overdue", delayMs: 0 },
        { id: "soon", delayMs: 200 },
        { id: "right", delayMs: 86_400_000 },
        { id: "unknown", delayMs: 0 },
      ]),
    ).toBe(2);
    expect(await woken.count(2)).toEqual(["overdue", "soon"]);
    expect(await queues.missingReminders(["right"])).toEqual([]);
  });

  test("a reminder that woke, and was put to sleep again, is not roused", async () => {
    await using queues = await open();
    const woken = calls();
    const { promise: slept, resolve: sleeps } = Promise.withResolvers<void>();
    await using worker = queues.work({
      ...idle,
      remind: async (id) => {
        woken.add(id);
        if (id === "held") return { again: 86_400_000 };
        sleeps();
        return undefined;
      },
    });
    expect(worker).toBeDefined();
    await queues.addReminder("held", 10);
    await woken.count(1);
    await queues.addReminder("next", 10);
    await slept;
    expect(await queues.rouse([{ id: "held", delayMs: 0 }])).toBe(0);
  });

  test("a reminder that is being sent is left alone", async () => {
    await using queues = await open();
    const woken = calls();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await using worker = queues.work({
      ...idle,
      remind: async (id) => {
        woken.add(id);
        await held;
        return undefined;
      },
    });
    expect(worker).toBeDefined();
    await queues.addReminder("r", 0);
    await woken.count(1);
    await queues.addReminder("r", 0);
    letGo();
    await queues.addReminder("next", 0);
    expect(await woken.count(2)).toEqual(["r", "next"]);
  });

  test("a failed letter is tried again, one that failed for good is not", async () => {
    await using queues = await open();
    const judged = calls();
    await using worker = queues.work({
      ...idle,
      judge: async (id) => {
        judged.add(id);
        if (id === "hopeless") throw new Permanent("cannot be");
        if (judged.seen.filter((seen) => seen === "flaky").length === 1) throw new Error("not now");
      },
    });
    expect(worker).toBeDefined();
    await queues.addLetter("hopeless");
    await queues.addLetter("flaky");
    expect(await judged.count(3)).toEqual(["hopeless", "flaky", "flaky"]);
    expect(await queues.missingLetters(["hopeless"])).toEqual(["hopeless"]);
    await log.said("job given up");
    await log.said("it is tried again");
  });

  test("a flushed queue says what it lost", async () => {
    await using queues = await open();
    await queues.addLetter("a");
    await queues.addReminder("r", 86_400_000);
    expect(await queues.missingLetters(["a"])).toEqual([]);
    expect(await queues.missingReminders(["r"])).toEqual([]);
    await ask(store.url, async (client) => client.flushall());
    expect(await queues.missingLetters(["a"])).toEqual(["a"]);
    expect(await queues.missingReminders(["r"])).toEqual(["r"]);
  });

  test("workers go on after the queue was flushed under them", async () => {
    await using queues = await open();
    const judged = calls();
    await using worker = queues.work({ ...idle, judge: async (id) => judged.add(id) });
    expect(worker).toBeDefined();
    await queues.addLetter("a");
    await judged.count(1);
    await ask(store.url, async (client) => client.flushall());
    await queues.addLetter("b");
    expect(await judged.count(2)).toEqual(["a", "b"]);
  });

  test("two ledgers can share one store", async () => {
    await using mine = await open("mine");
    await using yours = await open("yours");
    await mine.addLetter("a");
    expect(await yours.missingLetters(["a"])).toEqual(["a"]);
  });

  test("what is not understood is refused with a word, and does not come back", async () => {
    await using queues = await open();
    const judged = calls();
    await using worker = queues.work({ ...idle, judge: async (id) => judged.add(id) });
    expect(worker).toBeDefined();
    const client = new Client(store.url, { maxRetriesPerRequest: null });
    const foreign = new Queue("letters", { connection: client, prefix: "landfall" });
    await foreign.add("judge", { v: 2, letter: "a" }, { jobId: "l-a", removeOnFail: true });
    await foreign.close();
    client.disconnect();
    await log.said("not of this program's making");
    await queues.addLetter("b");
    expect(await judged.count(1)).toEqual(["b"]);
    expect(await queues.missingLetters(["a"])).toEqual(["a"]);
  });

  test("running work may come to its end before the worker closes", async () => {
    await using queues = await open();
    const judged = calls();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const worker = queues.work({
      ...idle,
      judge: async (id) => {
        judged.add("begun");
        await held;
        judged.add(`${id} done`);
      },
    });
    await queues.addLetter("a");
    await judged.count(1);
    const closed = worker[Symbol.asyncDispose]();
    letGo();
    await closed;
    expect(judged.seen).toEqual(["begun", "a done"]);
    expect(await queues.missingLetters(["a"])).toEqual(["a"]);
  });

  test("work that does not end cannot hold up the end for long", async () => {
    const queues = await open();
    const judged = calls();
    const { handlers, letGo } = holding(judged);
    const worker = queues.work(handlers);
    await queues.addLetter("a");
    await judged.count(1);
    const begun = Date.now();
    await worker[Symbol.asyncDispose]();
    await queues[Symbol.asyncDispose]();
    expect(Date.now() - begun).toBeLessThan(4500);
    letGo();
  });

  test("what a process had begun that was killed, the next one does at once", async () => {
    const killed = await open();
    const judged = calls();
    const { handlers, letGo } = holding(judged);
    const worker = killed.work(handlers);
    await killed.addLetter("a");
    await judged.count(1);
    await worker[Symbol.asyncDispose]();
    await killed[Symbol.asyncDispose]();
    await using queues = await open();
    await using next = queues.work({ ...idle, judge: async (id) => judged.add(`${id} again`) });
    expect(next).toBeDefined();
    await queues.addLetter("b");
    // Its lock would hold for a minute.
    expect(await judged.count(3)).toEqual(["a", "a again", "b again"]);
    letGo();
  }, 20_000);

  test("the store holds pointers alone, whatever goes wrong", async () => {
    await using queues = await open();
    const tried = calls();
    const failure = new Error("550 <person@example.net> refused: UCI 1234-5678, password hunter2");
    await using worker = queues.work({
      judge: async (id) => {
        tried.add(id);
        throw failure;
      },
      remind: async (id) => {
        tried.add(id);
        throw failure;
      },
    });
    expect(worker).toBeDefined();
    await queues.addLetter("a");
    await queues.addReminder("r", 0);
    await tried.count(2);
    await log.said("it is tried again", 2);
    await queues.addLetter("b");
    await tried.count(3);
    const dump = await ask(store.url, dumpOf);
    expect(dump).toContain("letterId");
    // Times in milliseconds may hold any three digits.
    expect(dump).not.toMatch(/person|example\.net|1234-5678|hunter2|550 <|refused|\.ts:/);
  });
});

/** Every key with everything in it, as text. */
const dumpOf = async (client: Client): Promise<string> => {
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: async (key) => client.get(key),
    hash: async (key) => client.hgetall(key),
    list: async (key) => client.lrange(key, 0, -1),
    set: async (key) => client.smembers(key),
    zset: async (key) => client.zrange(key, "0", "-1"),
    stream: async (key) => client.xrange(key, "-", "+"),
  };
  const parts = [];
  for (const key of await client.keys("*")) parts.push(key, await read[await client.type(key)]?.(key));
  return JSON.stringify(parts);
};
