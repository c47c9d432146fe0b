import { expect, test } from "@jest/globals";
import { AFewAtATime, workByHand } from "../../src/flow/by-hand.ts";
import { busyWeek } from "../helpers/page.ts";
import { openWorld } from "../helpers/ports.ts";
import { aLetter } from "../helpers/samples.ts";
import { playIn } from "../helpers/story.ts";
import { silentLog } from "../../src/system.ts";

const at = (role: "inbox" | "sent") => ({ folder: role, role, uid: 1, uidValidity: "1" });

test("without the queue every letter that waits is judged, own replies last, and what is due is reminded of", async () => {
  await using world = await openWorld();
  const { ports } = await playIn(world, busyWeek);
  const next = (await world.ledger.waitingReminders()).find(({ dueAt }) => dueAt > world.clock.now())!;
  world.clock.set(next.dueAt);
  const seenAt = world.clock.now();
  await world.ledger.store([aLetter({ id: "a-reply", place: at("sent"), seenAt })], null);
  await world.ledger.store([aLetter({ id: "b-held", place: at("inbox"), seenAt })], null);
  await world.ledger.store([aLetter({ id: "c-portal1", place: at("inbox"), seenAt })], null);
  const [judged, reminded]: [string[], string[]] = [[], []];
  await workByHand(ports, new Map([["b-held", 1]]), {
    judge: async (id) => {
      judged.push(id);
      if (id === "c-portal1") throw new Error("the ledger is busy"); // keeps nobody else waiting
    },
    remind: (id) => reminded.push(id),
    isOver: () => false,
  });
  expect(judged).toEqual(["c-portal1", "a-reply"]);
  expect(reminded).toContain(next.id);
  const later = (await world.ledger.waitingReminders()).filter(({ dueAt }) => dueAt > world.clock.now());
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter(({ id }) => reminded.includes(id))).toEqual([]);
});

test("a few are at work at a time, each once; at the end those come to theirs, and no more begin", async () => {
  const letGo: (() => void)[] = [];
  const begun: string[] = [];
  const crew = new AFewAtATime(async (id) => {
    begun.push(id);
    await new Promise<void>((resolve) => letGo.push(resolve));
    if (id === "2") throw new Error("refused");
  }, silentLog);
  for (const id of ["1", "2", "3", "4", "5", "6", "1", "5"]) crew.add(id);
  expect(begun).toEqual(["1", "2", "3", "4"]);
  letGo[1]!();
  await new Promise(setImmediate);
  expect(begun).toEqual(["1", "2", "3", "4", "5"]);
  const closed = crew.close();
  for (const go of letGo) go();
  await closed;
  crew.add("7");
  expect(begun).toHaveLength(5);
});
