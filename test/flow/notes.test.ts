import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Finding } from "../../src/domain/letter.ts";
import { replanNotes } from "../../src/flow/notes.ts";
import { remind } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { suspicious } from "../helpers/notes.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { aFinding, aLetter, aMessage } from "../helpers/samples.ts";
import { after, days, event, hours, minutes, monday } from "../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => world[Symbol.asyncDispose]());

const unknown: Partial<Finding> = { kind: "other_ircc", subkind: "unknown", tasks: [], days: {} };

const came = async (
  id: string,
  at: Date,
  finding: Partial<Finding>,
  subject = "Survey – see http://evil.example/x",
) =>
  world.ledger.store(
    [
      aLetter({
        id,
        seenAt: at,
        message: aMessage({ messageId: `${id}@cic.gc.ca`, subject }),
        finding: aFinding({ receivedAt: at, ...finding }),
      }),
    ],
    null,
  );

/** Everything that is due goes out, as the queue would have it. */
const wakeAll = async (): Promise<void> => {
  await replanNotes(world.ports);
  for (const { id } of await world.ledger.reminders()) await remind(world.ports, id);
};
const subjects = (): readonly string[] => world.outbox.mails.map(({ subject }) => subject);

test("a letter that nobody recognised is told once, and never again", async () => {
  await came("a1", monday, unknown, "Survey about your landing");
  await wakeAll();
  await wakeAll();
  expect(subjects()).toEqual([
    "IRCC wrote something we do not recognise: “Survey about your landing” – please read it",
  ]);
  expect(world.outbox.mails[0]).toMatchObject({
    messageId: "a1-unknown@landfall.example",
    text: expect.stringContaining("INBOX"),
  });
  expect(await world.ledger.reminder("a1-unknown")).toMatchObject({ status: "sent", caseId: null });
});

test("a warning names the reasons, the time to act and the way to tell Landfall, and holds no link of the letter", async () => {
  await came("b2", monday, suspicious, "Act now https://evil.example/login or lose your PR");
  await wakeAll();
  const [mail] = world.outbox.mails;
  expect(mail?.subject).toBe("Careful: a letter under IRCC’s name may be false");
  const text = mail?.text.replaceAll(/\s+/g, " ") ?? "";
  expect(text).toContain("looks like one of IRCC’s and is none");
  expect(text).toContain("landfall correct b2 --trust genuine");
  expect(text).toMatch(/confirm your address and upload your photo by Mon 16 Nov, 10:00/);
  for (const part of [mail?.text, mail?.html, mail?.subject])
    expect(part).not.toMatch(/evil\.example|https:\/\/evil/);
});

test("the first look back sends one e-mail: what it found beside the case goes along", async () => {
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.append(event("credentialed", monday));
  await came("a1", monday, { ...unknown, receivedAt: after(-days(90)) });
  await came("b2", monday, suspicious);
  await replanNotes(world.ports);
  await replan(world.ports, "case-1");
  const [note] = (await world.ledger.reminders()).filter(({ kind }) => kind === "note");
  expect(await remind(world.ports, note!.id)).toEqual({ again: minutes(1) });
  await wakeAll();
  await wakeAll();
  expect(subjects()).toHaveLength(1);
  expect(subjects()[0]).toMatch(/four things to do/);
  expect(world.outbox.mails[0]?.text).toContain("May be false");
  expect((await world.ledger.reminder(note!.id))?.status).toBe("dropped");
});

test("an outage is told in the language of the case's letters", async () => {
  const portal2 = event("credentialed", monday);
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.store(
    [
      aLetter({
        id: portal2.source.slice("letter:".length),
        finding: aFinding({ kind: "portal2", language: "fr" }),
      }),
    ],
    null,
  );
  await world.ledger.append(portal2);
  await world.ledger.setHealth({
    user: world.ports.notes.mailbox,
    state: "connecting",
    lastLookAt: monday,
    watchedSince: monday,
    problem: null,
    refusals: 0,
    refusedAt: null,
  });
  world.clock.set(after(hours(7)));
  await replanNotes(world.ports);
  for (const { id, kind } of await world.ledger.reminders())
    if (kind === "note") await remind(world.ports, id);
  expect(subjects()).toEqual([expect.stringMatching(/^Landfall ne peut plus/)]);
});

test("the web hook hears nothing of what a letter says", async () => {
  const heard: string[] = [];
  await came("a1", monday, unknown, "Decision about A. PERSON");
  await replanNotes(world.ports);
  await remind({ ...world.ports, notify: ({ title }) => void heard.push(title) }, "a1-unknown");
  expect(heard).toEqual(["IRCC wrote something we do not recognise: see your e-mail"]);
});

test("a note that fell due while Landfall was off lets the reminder of the same start go first", async () => {
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await came("a1", monday, unknown);
  await replanNotes(world.ports);
  await world.ledger.append(event("credentialed", monday));
  world.clock.set(after(days(1)));
  await replan(world.ports, "case-1");
  const started = { ...world.ports, notes: { ...world.ports.notes, awakeSince: () => after(days(1)) } };
  expect(await remind(started, "a1-unknown")).toEqual({ again: minutes(1) });
  for (const { id } of await world.ledger.reminders()) await remind(started, id);
  expect(subjects()).toEqual([expect.stringMatching(/four things to do/)]);
});

test("notes do not wait for ever for a reminder that cannot go out", async () => {
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.append(event("credentialed", monday));
  await replan(world.ports, "case-1");
  await came("a1", monday, unknown);
  await replanNotes(world.ports);
  world.clock.set(after(minutes(11)));
  await remind(world.ports, "a1-unknown");
  expect(subjects()).toHaveLength(1);
});

test("what came in meanwhile is told the next morning", async () => {
  await came("a1", monday, unknown);
  await wakeAll();
  world.clock.set(after(hours(2)));
  await came("a2", after(hours(2)), unknown);
  await came("a3", after(hours(2)), unknown);
  await wakeAll();
  expect(subjects()).toHaveLength(1);
  world.clock.set(after(days(1)));
  await wakeAll();
  expect(subjects()[1]).toMatch(/^IRCC wrote 2 letters/);
});

describe("waiting", () => {
  beforeEach(async () => {
    await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
    await world.ledger.append(event("confirmed", after(-days(40))));
    world.clock.set(after(-days(40)));
    await replan(world.ports, "case-1");
    await wakeAll();
    for (const task of ["print"] as const) await world.ledger.append(event(`done:${task}`, after(-days(39))));
    world.outbox.mails.length = 0;
  });

  test("for the card is told once a step, and ends with the card", async () => {
    for (const day of [19, 21, 22, 79, 81]) {
      world.clock.set(after(days(day)));
      await replan(world.ports, "case-1");
      await wakeAll();
    }
    expect(subjects()).toEqual([
      "The PR card, 60 days after your eCoPR: what is usual",
      "The PR card, 120 days after your eCoPR: what is usual",
    ]);
    await world.ledger.append(event("done:card", after(days(82))));
    world.clock.set(after(days(200)));
    await wakeAll();
    expect(subjects()).toHaveLength(2);
    const rest = (await world.ledger.reminders()).filter(
      ({ kind, status }) => kind === "note" && status !== "sent",
    );
    expect(rest.map(({ status }) => status)).toEqual(["dropped"]);
  });

  test("can be turned off", async () => {
    world.clock.set(after(days(30)));
    const ports = { ...world.ports, notes: { ...world.ports.notes, waiting: [] } };
    expect(await replanNotes(ports)).toEqual([]);
  });

  test("the week is summed up where it is wished for, with what is open and the last look", async () => {
    await world.ledger.append(event("undone:print", after(-days(38))));
    world.clock.set(after(-days(20)));
    await world.ledger.setHealth({
      user: "person@example.net",
      state: "watching",
      lastLookAt: after(-days(20)),
      problem: null,
      refusals: 0,
      refusedAt: null,
    });
    const ports = { ...world.ports, notes: { ...world.ports.notes, weekly: { weekday: 2, minutes: 600 } } };
    await replanNotes(ports);
    const [mail] = (await world.ledger.reminders()).filter(({ notes }) => notes?.[0]?.topic === "weekly");
    expect(mail).toMatchObject({ id: "weekly-2026-10-20", status: "planned" });
    await remind(ports, mail!.id);
    expect(subjects()).toEqual(["Your week: 1 thing is open, the first until Fri 30 Oct, 11:00"]);
  });
});

test("a mailbox that cannot be looked at is told, once, and not after it works again", async () => {
  const health = {
    user: "person@example.net",
    state: "refused",
    lastLookAt: monday,
    problem: "signing in to https://imap.example: the password was refused",
    refusals: 3,
    refusedAt: monday,
  } as const;
  await world.ledger.setHealth({ ...health, watchedSince: monday });
  world.clock.set(after(hours(7)));
  await wakeAll();
  await wakeAll();
  expect(subjects()).toEqual(["Landfall has not been able to look at your mailbox for 7 hours"]);
  expect(world.outbox.mails[0]?.text).toContain("the password was refused");
  world.clock.set(after(days(1) + hours(1)));
  await replanNotes(world.ports);
  await world.ledger.setHealth({ ...health, lastLookAt: after(days(1) + minutes(30)), problem: null });
  await wakeAll();
  expect(subjects()).toHaveLength(1);
});

describe("after a crash between claim and confirmation", () => {
  test("a note is sent again under its Message-ID, and tells the same", async () => {
    await came("a1", monday, unknown, "Survey");
    const [mail] = await replanNotes(world.ports);
    await world.ledger.claim(mail!, "subject", monday);
    world.clock.set(after(minutes(1)));
    await wakeAll();
    expect(world.outbox.mails).toMatchObject([
      { messageId: "a1-unknown@landfall.example", text: expect.stringContaining("“Survey”") },
    ]);
  });
});
