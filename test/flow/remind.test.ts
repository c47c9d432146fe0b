import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { remind } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { tellCopr } from "../../src/flow/tell.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { aFinding, aLetter } from "../helpers/samples.ts";
import { after, days, event, hours, minutes, monday } from "../helpers/world.ts";

let world: World;
const portal2 = event("credentialed", monday);
const opening = `${portal2.id}.password.opening`;
const fourDays = `${portal2.id}.presence.rung-4d`;

beforeEach(async () => {
  world = await openWorld();
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.append(portal2);
  await replan(world.ports, "case-1");
});
afterEach(async () => world[Symbol.asyncDispose]());

const status = async (id: string) => (await world.ledger.reminder(id))?.status;

test("a reminder that is due is sent once, however often it is woken", async () => {
  await remind(world.ports, opening);
  await remind(world.ports, opening);
  expect(world.outbox.mails).toHaveLength(1);
  expect(world.outbox.mails[0]?.messageId).toBe(`${opening}@landfall.example`);
  expect(await status(opening)).toBe("sent");
});

test("two workers that wake for one reminder send one e-mail", async () => {
  await Promise.all([remind(world.ports, opening), remind(world.ports, opening)]);
  const other = { ...world.ports, inFlight: new Set<string>() };
  await Promise.all([remind(world.ports, opening), remind(other, opening)]);
  expect(world.outbox.mails).toHaveLength(1);
});

test("a reminder that is woken early sleeps on", async () => {
  await remind(world.ports, opening);
  world.clock.set(after(days(2)));
  expect(await remind(world.ports, fourDays)).toEqual({ again: days(1) });
  expect(world.outbox.mails).toHaveLength(1);
});

test("a reminder whose tasks are done meanwhile is dropped", async () => {
  await remind(world.ports, opening);
  for (const task of ["presence", "address", "photo"] as const) {
    await world.ledger.append(event(`done:${task}`, after(days(1))));
  }
  world.clock.set(after(days(3)));
  await remind(world.ports, fourDays);
  expect(world.outbox.mails).toHaveLength(1);
  expect(await status(fourDays)).toBe("dropped");
});

test("what the person says between the plan and the mail, here or by the command, still counts", async () => {
  const done = (["password", "presence", "address", "photo"] as const).map((task) =>
    event(`done:${task}`, monday),
  );
  const command = await openLedger(world.dataDir);
  for (const each of done) await command.append(each);
  await command[Symbol.asyncDispose]();
  await remind(world.ports, opening);
  expect(world.outbox.mails).toEqual([]);
  expect(await status(opening)).toBe("dropped");
});

test("of the rungs that passed while nothing was sent, the most urgent one alone goes out", async () => {
  await remind(world.ports, opening);
  world.clock.set(after(days(7) - hours(6)));
  await remind(world.ports, fourDays);
  expect(await status(fourDays)).toBe("dropped");
  await remind(world.ports, `${portal2.id}.presence.rung-6h`);
  expect(world.outbox.mails).toHaveLength(2);
  const passed = (await world.ledger.reminders()).filter(({ dueAt }) => dueAt <= world.clock.now());
  expect(passed.filter(({ status: each }) => each === "planned")).toEqual([]);
});

test("a reminder that is due tells also what falls due in the next two hours", async () => {
  await remind(world.ports, opening);
  const other = event("photo_returned", after(hours(1)));
  await world.ledger.append(other);
  world.clock.set(after(hours(1)));
  await replan(world.ports, "case-1");
  await remind(world.ports, `${other.id}.photo.opening`);
  world.clock.set(after(days(3)));
  await remind(world.ports, fourDays);
  expect(world.outbox.mails).toHaveLength(3);
  const told = (await world.ledger.reminder(fourDays))?.notices.map(({ key }) => key) ?? [];
  expect(told).toContain(`${other.id}.photo.rung-4d`);
});

describe("after a crash between claim and confirmation", () => {
  beforeEach(async () => {
    const planned = await world.ledger.reminder(opening);
    await world.ledger.claim(planned!, "subject", monday);
    world.clock.set(after(minutes(1)));
  });

  test("what was handed over a moment ago gets the time to arrive", async () => {
    world.clock.set(after(4_000));
    expect(await remind(world.ports, opening)).toEqual({ again: 6_000 });
    expect(world.outbox.mails).toHaveLength(0);
  });

  test("the mailbox is asked, and what lies there is not sent again", async () => {
    world.inbox.add(`${opening}@landfall.example`);
    await remind(world.ports, opening);
    expect(world.outbox.mails).toHaveLength(0);
    expect(await status(opening)).toBe("sent");
  });

  test("what is not in the mailbox is sent again under the same Message-ID", async () => {
    await remind(world.ports, opening);
    expect(world.outbox.mails.map(({ messageId }) => messageId)).toEqual([`${opening}@landfall.example`]);
    expect(await status(opening)).toBe("sent");
  });

  test("what has become pointless is not sent again", async () => {
    await world.ledger.append(event("confirmed", after(hours(1))));
    world.clock.set(after(hours(2)));
    await remind(world.ports, opening);
    expect(world.outbox.mails).toHaveLength(0);
    expect(await status(opening)).toBe("dropped");
  });
});

test("of many mails that wake together no more go out than a day may have", async () => {
  const cases = [1, 2, 3, 4, 5].map((number) => `case-${number}`);
  for (const id of cases.slice(1))
    await world.ledger.openCase({ id, label: id, mailbox: "person@example.net" });
  for (const caseId of cases.slice(1)) {
    await world.ledger.append({ ...event("credentialed", monday), id: `${caseId}-credentialed`, caseId });
    await replan(world.ports, caseId);
  }
  const capped = { ...world.ports, notes: { ...world.ports.notes, mailsPerDay: 3 } };
  const due = (await world.ledger.reminders()).filter(({ dueAt }) => dueAt <= world.clock.now());
  await Promise.all(due.map(async ({ id }) => remind(capped, id)));
  expect(due.length).toBeGreaterThan(3);
  expect(world.outbox.mails).toHaveLength(3);
});

test("what the person told themselves is told of in the language of the case's letters", async () => {
  const portal2Letter = event("credentialed", monday);
  await world.ledger.store(
    [
      aLetter({
        id: portal2Letter.source.slice("letter:".length),
        finding: aFinding({ kind: "portal2", language: "fr" }),
      }),
    ],
    null,
  );
  await remind(world.ports, opening);
  world.clock.set(after(hours(3)));
  await tellCopr(world.ports, { caseId: "case-1", until: after(days(120)) });
  const told = (await world.ledger.reminders("case-1")).find(
    ({ status: is, notices }) => is === "planned" && notices.some(({ task }) => task === "land"),
  );
  await remind(world.ports, told!.id);
  expect(world.outbox.mails.map(({ subject }) => subject.slice(0, 10))).toEqual(["Courriel P", "C’est noté"]);
});
