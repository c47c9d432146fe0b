import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { replanNotes } from "../../src/flow/notes.ts";
import { remind } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, days, event, minutes, monday } from "../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => world[Symbol.asyncDispose]());

const cap = 3;
const wakeAll = async (): Promise<void> => {
  const ports = { ...world.ports, notes: { ...world.ports.notes, mailsPerDay: cap } };
  for (const { id } of await world.ledger.cases()) await replan(ports, id);
  await replanNotes(ports);
  for (const { id } of await world.ledger.reminders()) await remind(ports, id);
};
const subjects = (): readonly string[] => world.outbox.mails.map(({ subject }) => subject);

test("five cases at once: three mails, one summary of what waits, the rest tomorrow, and a last day never waits", async () => {
  for (const number of [1, 2, 3, 4, 5]) {
    const caseId = `case-${number}`;
    await world.ledger.openCase({ id: caseId, label: `client ${number}`, mailbox: "office@example.net" });
    await world.ledger.append(event("confirmed", monday, { caseId, id: `c${number}` }));
  }
  await wakeAll();
  expect(subjects()).toHaveLength(cap);
  world.clock.set(after(minutes(3)));
  await wakeAll();
  await wakeAll();
  expect(subjects()).toHaveLength(cap + 1);
  expect(subjects().at(-1)).toBe("Enough for today: 2 reminders more wait until tomorrow");
  await world.ledger.append(
    event("photo_returned", after(minutes(4)), { caseId: "case-5", id: "p5", days: { photo: 1 } }),
  );
  world.clock.set(after(minutes(5)));
  await wakeAll();
  expect(subjects()).toHaveLength(cap + 2);
  world.clock.set(after(days(1)));
  await wakeAll();
  expect(subjects()).toHaveLength(cap + 4);
  expect(new Set(world.outbox.mails.map(({ messageId }) => messageId)).size).toBe(cap + 4);
});
