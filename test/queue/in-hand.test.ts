import { beforeEach, expect, test } from "@jest/globals";
import { InHand } from "../../src/queue/in-hand.ts";

let judged: string[];
let ends: Map<string, PromiseWithResolvers<void>>;
let hand: InHand;

beforeEach(() => {
  judged = [];
  ends = new Map();
  hand = new InHand(async (letterId) => {
    judged.push(letterId);
    const end = Promise.withResolvers<void>();
    ends.set(letterId, end);
    await end.promise;
  });
  hand.open();
});

const end = (letterId: string): void => ends.get(letterId)?.resolve();

test("a letter is judged before its job comes, and the job ends with it", async () => {
  hand.begin("a");
  expect(judged).toEqual(["a"]);
  const finished = hand.finish("a");
  end("a");
  await finished;
  expect(judged).toEqual(["a"]);
});

test("a job that comes when all is done finds it done", async () => {
  hand.begin("a");
  end("a");
  await hand.finish("a");
  expect(judged).toEqual(["a"]);
});

test("no letter is begun beside another, nor before one that waits for its job", async () => {
  hand.begin("a");
  hand.begin("b");
  end("a");
  await hand.finish("a");
  hand.begin("c"); // b's job has not come yet
  expect(judged).toEqual(["a"]);
  const finished = hand.finish("b");
  hand.begin("d");
  await new Promise(setImmediate);
  expect(judged).toEqual(["a", "b"]);
  end("b");
  await finished;
  for (const id of ["c", "d"]) {
    const next = hand.finish(id);
    await new Promise(setImmediate);
    end(id);
    await next;
  }
  hand.begin("e");
  expect(judged).toEqual(["a", "b", "c", "d", "e"]);
});

test("before the queue was empty nothing is begun: what a process before left comes first", () => {
  const fresh = new InHand(async (letterId) => void judged.push(letterId));
  fresh.begin("a");
  expect(judged).toEqual([]);
});

test("a letter whose job cannot be added is begun anew when it comes again", async () => {
  hand.begin("a");
  ends.get("a")?.reject(new Error("the ledger is busy"));
  await hand.forget("a");
  hand.begin("a");
  expect(judged).toEqual(["a", "a"]);
});

test("what failed in hand fails its job, and is judged again when the job is tried again", async () => {
  hand.begin("a");
  ends.get("a")?.reject(new Error("the ledger is busy"));
  await expect(hand.finish("a")).rejects.toThrow("the ledger is busy");
  const again = hand.finish("a");
  await new Promise(setImmediate);
  end("a");
  await again;
  expect(judged).toEqual(["a", "a"]);
});

test("a letter whose job was lost holds up nobody for long", async () => {
  hand.begin("lost");
  end("lost");
  const finished = hand.finish("b");
  await new Promise(setImmediate);
  end("b");
  await finished;
  hand.begin("c");
  expect(judged).toEqual(["lost", "b", "c"]);
});

test("closing waits for what is in hand, and begins nothing more", async () => {
  hand.begin("a");
  let isClosed = false;
  const closed = hand.close().then(() => (isClosed = true));
  await new Promise(setImmediate);
  expect(isClosed).toBe(false);
  end("a");
  await closed;
  hand.begin("b");
  expect(judged).toEqual(["a"]);
});
