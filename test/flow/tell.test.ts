import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "../../src/domain/letter.ts";
import { remind } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { snooze, tell, tellCopr } from "../../src/flow/tell.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, days, event, hours, monday } from "../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => world[Symbol.asyncDispose]());

const told = (task: Task, more: { undo?: boolean; caseId?: string } = {}) => ({
  task,
  undo: false,
  caseId: undefined,
  at: world.clock.now(),
  ...more,
});
const openCase = async (id: string): Promise<void> => {
  await world.ledger.openCase({ id, label: `${id}@example.net`, mailbox: `${id}@example.net` });
  await world.ledger.append(event("credentialed", monday, { caseId: id, id: `${id}-credentialed` }));
  await replan(world.ports, id);
};

test("without a case there is nobody to tell", async () => {
  expect(await tell(world.ports, told("photo"))).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/no case yet: run `landfall run` first/),
  });
});

test("done ends the task's reminders, undone brings them back", async () => {
  await openCase("case-1");
  world.clock.set(after(days(1)));
  const reminded = async () =>
    (await world.ledger.reminders()).filter(
      ({ status, notices }) => status === "planned" && notices.some(({ task }) => task === "photo"),
    ).length;
  const before = await reminded();
  expect(await tell(world.ports, told("photo"))).toMatchObject({ ok: true, window: { state: "done" } });
  expect(await reminded()).toBe(0);
  world.clock.set(after(days(2)));
  expect(await tell(world.ports, told("photo", { undo: true }))).toMatchObject({ window: { state: "open" } });
  expect(await reminded()).toBe(before);
});

test("who says that the eCoPR is printed is told what else that ends, and takes it back with one word", async () => {
  await openCase("case-1");
  const portal = ["password", "presence", "address", "photo"];
  expect(await tell(world.ports, told("photo"))).toMatchObject({ ended: [] });
  expect(await tell(world.ports, told("photo", { undo: true }))).toMatchObject({ ended: [] });
  const answer = await tell(world.ports, told("print"));
  expect(answer.ok && answer.ended.toSorted()).toEqual(portal.toSorted());
  world.clock.set(after(hours(1)));
  expect(await tell(world.ports, told("print", { undo: true }))).toMatchObject({ ok: true, ended: [] });
  world.clock.set(after(hours(2)));
  expect(await tell(world.ports, told("photo"))).toMatchObject({ window: { state: "done" } });
});

test("with several cases the person says which one", async () => {
  await openCase("case-1");
  await openCase("case-2");
  expect(await tell(world.ports, told("photo"))).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/several cases/),
  });
  expect(await tell(world.ports, told("photo", { caseId: "case-9" }))).toMatchObject({ ok: false });
  expect(await tell(world.ports, told("photo", { caseId: "case-2" }))).toMatchObject({
    record: { id: "case-2" },
  });
});

test("the day of a CoPR is watched until it is taken back", async () => {
  await openCase("case-1");
  const tellOf = async (until: Date | null) => tellCopr(world.ports, { caseId: undefined, until });
  expect(await tellOf(after(days(90)))).toMatchObject({
    window: { task: "land", state: "open", closesAt: after(days(90)), basis: "person", days: null },
  });
  world.clock.set(after(days(1)));
  expect(await tellOf(after(days(70)))).toMatchObject({ window: { closesAt: after(days(70)) } });
  world.clock.set(after(days(2)));
  expect(await tellOf(null)).toMatchObject({ ok: true, window: undefined });
});

describe("a snooze", () => {
  const photoTimes = async () =>
    (await world.ledger.reminders())
      .filter(({ status }) => status === "planned")
      .flatMap(({ dueAt, notices }) => (notices.some(({ task }) => task === "photo") ? [dueAt] : []));
  const put = async (ms: number) => snooze(world.ports, { task: "photo", ms, caseId: undefined });

  beforeEach(async () => {
    await openCase("case-1");
    await remind(world.ports, "case-1-credentialed.password.opening");
    world.clock.set(after(days(2)));
  });

  test("drops what is due before its end, and reminds once at it", async () => {
    expect(await put(days(3.5))).toMatchObject({ ok: true, at: after(days(5.5)), cut: false });
    expect(await photoTimes()).toEqual([
      after(days(5.5)),
      after(days(6)),
      after(days(7) - hours(6)),
      after(days(7)),
    ]);
  });

  test("is cut at the last rung, and the later word counts", async () => {
    expect(await put(days(30))).toMatchObject({ at: after(days(7) - hours(6)), cut: true });
    expect(await photoTimes()).toEqual([after(days(7) - hours(6)), after(days(7))]);
    world.clock.set(after(days(2) + hours(1)));
    expect(await put(hours(6))).toMatchObject({ at: after(days(2) + hours(7)), cut: false });
    expect((await photoTimes())[0]).toEqual(after(days(2) + hours(7)));
  });

  test("is taken back by undo", async () => {
    const before = await photoTimes();
    await put(days(4));
    await tell(world.ports, told("photo", { undo: true }));
    expect(await photoTimes()).toEqual(before);
  });

  test("is refused where nothing is left to put off", async () => {
    world.clock.set(after(days(7) - hours(1)));
    expect(await put(hours(1))).toMatchObject({ ok: false, problem: expect.stringMatching(/last reminder/) });
    await tell(world.ports, told("photo"));
    expect(await put(hours(1))).toMatchObject({ ok: false, problem: expect.stringMatching(/no window/) });
  });

  test("does not hold back a newer letter", async () => {
    await put(days(4));
    const newer = event("photo_returned", after(days(3)));
    await world.ledger.append(newer);
    world.clock.set(after(days(3)));
    await replan(world.ports, "case-1");
    expect((await photoTimes()).slice(0, 2)).toEqual([after(days(3)), after(days(6))]);
  });
});
