import { beforeEach, expect, test } from "@jest/globals";
import { Permanent } from "../../src/flow/ports.ts";
import { AtOnce } from "../../src/queue/at-once.ts";
import { ReadableLog } from "../helpers/log.ts";

let log: ReadableLog;
let jobs: [id: string, delayMs: number][];
let queue: AtOnce;

beforeEach(() => {
  log = new ReadableLog();
  jobs = [];
  queue = new AtOnce(async (id, delayMs) => void jobs.push([id, delayMs]), log);
});

/** Reminding that has begun, and ends only once it is let go. */
const holding = () => {
  const begun: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<undefined>();
  const remind = async (id: string) => {
    begun.push(id);
    return held;
  };
  return { begun, remind, letGo: () => letGo(undefined) };
};

test("what is due is done without a job, what is due later is not", async () => {
  const { begun, remind, letGo } = holding();
  const working = queue.work(remind);
  await queue.add("now", 0);
  await queue.add("later", 1000);
  expect(begun).toEqual(["now"]);
  expect(jobs).toEqual([["later", 1000]]);
  letGo();
  await working.close();
  expect(queue.has("now")).toBe(false);
});

test("before and after the work, everything is left to the queue", async () => {
  await queue.add("before", 0);
  const working = queue.work(async () => undefined);
  await working.close();
  await queue.add("after", 0);
  expect(jobs).toEqual([
    ["before", 0],
    ["after", 0],
  ]);
});

test("one that is being sent is not begun again, and no crowd gets ahead of the queue", async () => {
  const { begun, remind, letGo } = holding();
  const working = queue.work(remind);
  for (const id of ["a", "b", "a", "c", "d", "e"]) await queue.add(id, 0);
  expect(begun).toEqual(["a", "b", "c", "d"]);
  expect(jobs).toEqual([["e", 0]]);
  letGo();
  await working.close();
});

test("one that asks to be woken again gets a job, and so does one that failed", async () => {
  const working = queue.work(async (id) => {
    if (id === "hopeless") throw new Permanent("cannot be");
    if (id === "flaky") throw new Error("not now");
    return { again: 500 };
  });
  for (const id of ["early", "flaky", "hopeless"]) await queue.add(id, 0);
  await working.close();
  expect(jobs.map(([id]) => id)).toEqual(["early", "flaky"]);
  expect(jobs[0]).toEqual(["early", 500]);
  expect(jobs[1]?.[1]).toBeGreaterThan(0);
  await log.said("it is tried again");
  await log.said("given up");
});

test("a queue that cannot be reached is left to the sweep", async () => {
  queue = new AtOnce(async () => {
    throw new Error("Redis cannot be reached");
  }, log);
  const working = queue.work(async () => ({ again: 500 }));
  await queue.add("early", 0);
  await working.close();
  await log.said("the next sweep will");
});
