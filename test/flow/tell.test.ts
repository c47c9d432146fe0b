import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Task } from "../../src/domain/letter.ts";
import { replan } from "../../src/flow/replan.ts";
import { tell } from "../../src/flow/tell.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, days, event, monday } from "../helpers/world.ts";

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
