import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { pauseOf } from "../../src/flow/deliver.ts";
import { NotMade, SendFailure } from "../../src/flow/ports.ts";
import { remind, type RemindPorts } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { KeepingOutbox, openWorld, type World } from "../helpers/ports.ts";
import { after, days, event, hours, minutes, monday } from "../helpers/world.ts";

let world: World;
const portal2 = event("credentialed", monday);
const opening = `${portal2.id}.password.opening`;

beforeEach(async () => {
  world = await openWorld();
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.append(portal2);
  await replan(world.ports, "case-1");
});
afterEach(async () => world[Symbol.asyncDispose]());

const known = async () => (await world.ledger.reminder(opening))!;
const refuse = (permanent: boolean, unknown = false): void => {
  world.outbox.failure = new SendFailure("sending: refused", { permanent, unknown });
};
const alone = (): RemindPorts => ({ ...world.ports, inbox: null });

test("a mail that cannot be put together did not go out: it is planned again, and its copy is still owed", async () => {
  world.outbox.failure = new NotMade(new Error("no template"));
  expect((await remind(world.ports, opening))?.again).toBeGreaterThan(minutes(0.7));
  expect(await known()).toMatchObject({ status: "planned", attempts: 1 });
  refuse(true);
  await remind(world.ports, opening);
  expect(await known()).toMatchObject({ channel: "append", owed: true });
  world.outbox.failure = new NotMade(new Error("no template"));
  expect(await remind(world.ports, opening)).toEqual({ again: hours(1) });
  expect((await known()).owed).toBe(true);
});

describe("a server that asks to come back later", () => {
  beforeEach(() => refuse(false));

  test("leaves the reminder planned, with the time and the reason, and it goes out later", async () => {
    expect((await remind(world.ports, opening))?.again).toBeGreaterThan(minutes(0.7));
    expect(await known()).toMatchObject({
      status: "planned",
      outcome: "sending: refused",
      attempts: 1,
      failingSince: monday,
    });
    world.outbox.failure = null;
    await remind(world.ports, opening);
    expect(await known()).toMatchObject({
      status: "sent",
      channel: "smtp",
      outcome: "250 taken",
      attempts: 2,
      failingSince: null,
    });
    expect(world.laid.mails).toEqual([]);
  });

  test("is asked ever more seldom: from a minute to an hour", () => {
    expect([1, 2, 3, 6, 7, 50].map((tries) => pauseOf(tries, 0) / minutes(1))).toEqual([1, 2, 4, 32, 60, 60]);
    expect(pauseOf(1, 0.999)).toBeGreaterThan(minutes(0.79));
  });

  test("does not bring in the inbox while there is time", async () => {
    await remind(world.ports, opening);
    world.clock.set(after(hours(3)));
    await remind(world.ports, opening);
    expect(world.laid.mails).toEqual([]);
  });

  test("for two hours while less than a day is left has the reminder laid into the inbox", async () => {
    world.clock.set(after(days(6) + hours(2)));
    await remind(world.ports, opening);
    expect(world.laid.mails).toEqual([]);
    world.clock.set(after(days(6) + hours(4) + minutes(1)));
    await remind(world.ports, opening);
    expect(world.laid.mails.map(({ messageId }) => messageId)).toEqual([`${opening}@landfall.example`]);
    expect(await known()).toMatchObject({ status: "sent", channel: "append" });
  });

  test.each([
    ["after two hours to the minute", days(6) + hours(1), hours(2)],
    ["half an hour before the window closes, where that is sooner", days(7) - hours(1.5), hours(1)],
  ])("is given up %s", async (_when, at, within) => {
    world.clock.set(after(at));
    for (
      let waking = await remind(world.ports, opening);
      waking !== undefined && world.laid.mails.length === 0;
    ) {
      world.clock.set(new Date(world.clock.now().getTime() + waking.again));
      waking = await remind(world.ports, opening);
    }
    expect(world.laid.mails).toHaveLength(1);
    expect(world.clock.now().getTime() - after(at).getTime()).toBeLessThanOrEqual(within + minutes(1));
  });

  test("for half a day does so however much time is left", async () => {
    await remind(world.ports, opening);
    world.clock.set(after(hours(12)));
    await remind(world.ports, opening);
    expect(await known()).toMatchObject({ channel: "append" });
  });
});

describe("a server that refuses a reminder for good", () => {
  beforeEach(() => refuse(true));

  test("has it laid into the inbox at once, and is asked again every hour for a copy", async () => {
    expect(await remind(world.ports, opening)).toEqual({ again: hours(1) });
    expect(world.laid.mails).toHaveLength(1);
    expect(await known()).toMatchObject({ status: "sent", channel: "append", owed: true });
    world.clock.set(after(hours(1)));
    expect(await remind(world.ports, opening)).toEqual({ again: hours(1) });
    world.outbox.failure = null;
    world.clock.set(after(hours(2)));
    expect(await remind(world.ports, opening)).toBeUndefined();
    expect(world.outbox.mails.map(({ messageId }) => messageId)).toEqual([`${opening}@landfall.example`]);
    expect(world.laid.mails).toHaveLength(1);
    expect(await known()).toMatchObject({ channel: "smtp", owed: false, sentAt: monday });
  });

  test("is not asked for a copy any more once the windows have closed", async () => {
    await remind(world.ports, opening);
    world.outbox.failure = null;
    world.clock.set(after(days(15)));
    expect(await remind(world.ports, opening)).toBeUndefined();
    expect(world.outbox.mails).toEqual([]);
    expect((await known()).owed).toBe(false);
  });

  test("is not asked for a copy of what a newer reminder has told since", async () => {
    await remind(world.ports, opening);
    world.outbox.failure = null;
    world.clock.set(after(days(3)));
    const { planned } = await replan(world.ports, "case-1");
    await remind(world.ports, planned[0]!.id);
    await remind(world.ports, opening);
    expect(world.outbox.mails.map(({ messageId }) => messageId)).not.toContain(`${opening}@landfall.example`);
  });

  test("is asked every hour where there is no second channel, as long as a window is open", async () => {
    expect(await remind(alone(), opening)).toEqual({ again: hours(1) });
    expect((await known()).status).toBe("planned");
  });

  test("ends the reminder only once every window has closed", async () => {
    world.clock.set(after(days(20)));
    expect(await remind(alone(), opening)).toBeUndefined();
    expect(await known()).toMatchObject({ status: "failed", endedAt: after(days(20)) });
  });
});

test("where neither way works the reminder stays planned", async () => {
  refuse(true);
  world.laid.failure = new SendFailure("no write access", { permanent: true, unknown: false });
  expect(await remind(world.ports, opening)).toEqual({ again: hours(1) });
  expect((await known()).status).toBe("planned");
});

test("with nobody knowing whether it took the mail the claim stands", async () => {
  refuse(false, true);
  await expect(remind(world.ports, opening)).rejects.toThrow("refused");
  expect((await known()).status).toBe("claimed");
  expect(world.laid.mails).toEqual([]);
});

test("without SMTP the inbox is the way", async () => {
  await remind({ ...world.ports, outbox: null }, opening);
  expect(await known()).toMatchObject({ status: "sent", channel: "append", owed: false });
});

test("a server in trouble is not asked, and nothing is claimed for it", async () => {
  const waiting = new KeepingOutbox();
  const until = after(minutes(10));
  const outbox = Object.assign(waiting, {
    trouble: () => ({ since: monday, until, permanent: false, problem: "nobody listens" }),
  });
  expect(await remind({ ...world.ports, outbox }, opening)).toEqual({ again: minutes(10) });
  expect(await known()).toMatchObject({ status: "planned", attempts: 0 });
});

test("a server that refuses every login is not asked: the inbox serves at once", async () => {
  const trouble = { since: monday, until: after(minutes(10)), permanent: true, problem: "535 no" };
  const outbox = Object.assign(new KeepingOutbox(), { trouble: () => trouble });
  expect(await remind({ ...world.ports, outbox }, opening)).toEqual({ again: hours(1) });
  expect(outbox.mails).toEqual([]);
  expect(await known()).toMatchObject({ channel: "append", owed: true });
});

test("the web hook hears of a reminder once, and nothing but its title and the time left", async () => {
  const heard: unknown[] = [];
  refuse(false);
  const ports = { ...world.ports, notify: (news: unknown) => void heard.push(news) };
  await remind(ports, opening);
  world.outbox.failure = null;
  await remind(ports, opening);
  expect(heard).toEqual([{ title: expect.any(String), left: expect.stringContaining("left") }]);
});
