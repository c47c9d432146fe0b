import { expect, test } from "@jest/globals";
import { sweep } from "../../src/flow/sweep.ts";
import { busyWeek } from "../helpers/page.ts";
import { openWorld, RememberingQueues } from "../helpers/ports.ts";
import { aLetter } from "../helpers/samples.ts";
import { playIn } from "../helpers/story.ts";

/** Does what is due, and takes nothing that is due later. */
class FailingQueues extends RememberingQueues {
  asked = 0;
  override async addReminder(reminderId: string, delayMs: number): Promise<void> {
    this.asked += 1;
    if (delayMs > 0) throw new Error("Redis cannot be reached");
    await super.addReminder(reminderId, delayMs);
  }
  override async missingLetters(): Promise<readonly string[]> {
    throw new Error("Redis cannot be reached");
  }
  override async missingReminders(): Promise<readonly string[]> {
    throw new Error("Redis cannot be reached");
  }
}

test("while the queue fails, letters and reminders that are due are done all the same, and no others are asked for", async () => {
  await using world = await openWorld();
  const { ports } = await playIn(world, busyWeek);
  const waiting = await world.ledger.waitingReminders();
  const next = waiting.find(({ dueAt }) => dueAt > world.clock.now())!;
  world.clock.set(next.dueAt);
  await world.ledger.store([aLetter({ id: "unread" })], null);
  const queues = new FailingQueues();
  await sweep({ ...ports, queues }, new Map());
  expect([...queues.letters]).toEqual(["unread"]);
  const due = (await world.ledger.waitingReminders()).filter(({ dueAt }) => dueAt <= world.clock.now());
  expect([...queues.reminders.keys()].toSorted()).toEqual(due.map(({ id }) => id).toSorted());
  expect(due.length).toBeGreaterThan(0);
});
