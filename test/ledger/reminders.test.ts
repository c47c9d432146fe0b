import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { shift } from "../../src/domain/instants.ts";
import type { Note, PlannedNote } from "../../src/domain/notes.ts";
import type { Waiting } from "../../src/flow/ports.ts";
import { waitingReminders } from "../../src/flow/sweep.ts";
import { type OpenLedger, openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aLetter, aNotice, aReminder, hour, noon } from "../helpers/samples.ts";

const later = new Date(noon.getTime() + hour);

const sent = (answer: string) => ({ at: later, channel: "smtp" as const, answer, owed: false });

const openWithCase = async (path: string): Promise<OpenLedger> => {
  const ledger = await openLedger(path, { messageIdDomain: "mail.example.org" });
  await ledger.openCase(aCase);
  return ledger;
};

test("a planned reminder comes back with a Message-ID that is the same for ever", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  expect(await ledger.plan(aCase.id, [aReminder()], noon)).toEqual(["b1"]);
  const expected = {
    ...aReminder(),
    status: "planned",
    claimedAt: null,
    sentAt: null,
    messageId: "b1@mail.example.org",
    subject: null,
    outcome: null,
    notes: [],
    plannedAt: noon,
    endedAt: null,
    channel: null,
    attempts: 0,
    failingSince: null,
    owed: false,
  };
  expect(await ledger.reminder("b1")).toEqual(expected);
  expect(await ledger.reminders()).toEqual([expected]);
  expect(await ledger.reminders(aCase.id)).toEqual([expected]);
  expect(await ledger.reminders("another case")).toEqual([]);
  expect(await ledger.reminder("unknown")).toBeUndefined();
});

test("only what is new, moved or taken up again must be scheduled", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  const b2 = aReminder({ id: "b2" });
  await ledger.plan(aCase.id, [aReminder(), b2], noon);
  expect(await ledger.plan(aCase.id, [aReminder(), b2], noon)).toEqual([]);
  const more = aReminder({ notices: [aNotice(), aNotice({ key: "presence-rung-1d" })] });
  expect(await ledger.plan(aCase.id, [more, { ...b2, dueAt: later }], noon)).toEqual(["b2"]);
  expect(await ledger.reminder("b1")).toMatchObject(more);
  expect(await ledger.reminder("b2")).toMatchObject({ dueAt: later });
  expect(await ledger.plan(aCase.id, [more], noon)).toEqual([]);
  expect(await ledger.reminder("b2")).toMatchObject({ status: "dropped" });
  expect(await ledger.plan(aCase.id, [more, b2], noon)).toEqual(["b2"]);
  expect(await ledger.reminder("b2")).toMatchObject({ status: "planned", dueAt: noon });
});

test("what waits for a job is what is planned, claimed, or owes a copy", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  const all = ["claimed", "dropped", "owing", "planned", "sent"].map((id) => aReminder({ id }));
  await ledger.plan(aCase.id, all, noon);
  for (const id of ["claimed", "owing", "sent"]) await ledger.claim(aReminder({ id }), "subject", noon);
  await ledger.confirm("sent", sent("250 taken"));
  await ledger.confirm("owing", { ...sent("laid"), channel: "append", owed: true });
  await ledger.plan(aCase.id, [aReminder({ id: "planned" })], noon);
  const waiting = ["claimed", "owing", "planned"];
  expect(await ledger.waitingReminders()).toMatchObject(waiting.map((id) => ({ id, dueAt: noon })));
});

test("what waits for a job is told page by page, each one once, the first one first", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  const times = Array.from({ length: 1200 }, (_, index) => shift(noon, (index % 3) * 60_000));
  const all = times.map((dueAt, index) => aReminder({ id: `one-${index}`, dueAt }));
  await ledger.plan(aCase.id, all, noon);
  const told: Waiting[] = [];
  for await (const page of waitingReminders(ledger)) {
    expect(page.length).toBeLessThan(all.length);
    told.push(...page);
  }
  expect(told).toHaveLength(all.length);
  expect(new Set(told.map(({ id }) => id)).size).toBe(all.length);
  expect(told.map(({ dueAt }) => dueAt.getTime())).toEqual(times.map(Number).toSorted((a, b) => a - b));
});

test("a plan leaves the reminders of other cases alone", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.openCase({ ...aCase, id: "case-2" });
  await ledger.plan("case-2", [aReminder({ id: "b2", caseId: "case-2" })], noon);
  await ledger.plan(aCase.id, [], noon);
  expect(await ledger.reminder("b2")).toMatchObject({ status: "planned" });
});

test("a reminder is claimed by exactly one of two, with what it is about to tell", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.plan(aCase.id, [aReminder()], noon);
  const telling = aReminder({ notices: [aNotice(), aNotice({ key: "presence-rung-1d" })] });
  const claims = [ledger.claim(telling, "Two tasks", later), ledger.claim(telling, "x", later)];
  expect(await Promise.all(claims)).toEqual([true, false]);
  expect(await ledger.reminder("b1")).toMatchObject({
    status: "claimed",
    claimedAt: later,
    subject: "Two tasks",
    notices: telling.notices,
  });
});

test("what is claimed or sent no plan can change", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.plan(aCase.id, [aReminder(), aReminder({ id: "b2" })], noon);
  await ledger.claim(aReminder(), "One", noon);
  await ledger.confirm("b1", sent("250 OK"));
  await ledger.claim(aReminder({ id: "b2" }), "Two", noon);
  expect(await ledger.plan(aCase.id, [aReminder({ dueAt: later })], noon)).toEqual([]);
  expect(await ledger.reminder("b1")).toMatchObject({
    status: "sent",
    sentAt: later,
    outcome: "250 OK",
    dueAt: noon,
  });
  expect(await ledger.reminder("b2")).toMatchObject({ status: "claimed" });
});

test("a reminder that another process claims while its plan is being written stays claimed", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  using other = new DatabaseSync(join(folder.path, "ledger.db"));
  const claim = other.prepare("update reminders set status = 'claimed' where id = ? and status = 'planned'");
  for (let turns = 0; turns < 80; turns += 1) {
    const reminder = aReminder({ id: `b${turns}` });
    await ledger.plan(aCase.id, [reminder], noon);
    const planning = ledger.plan(aCase.id, [{ ...reminder, dueAt: later }], noon);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const wasClaimed = tryTo(() => claim.run(reminder.id).changes === 1);
    await planning;
    const status = wasClaimed ? "claimed" : "planned";
    expect(await ledger.reminder(reminder.id)).toMatchObject({ status });
  }
});

/** False also while the plan holds the ledger. */
const tryTo = (write: () => boolean): boolean => {
  try {
    return write();
  } catch {
    return false;
  }
};

test("a claimed reminder that was not sent is planned again, and one given up stays failed", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.plan(aCase.id, [aReminder()], noon);
  await ledger.claim(aReminder(), "One", noon);
  await ledger.release("b1", "planned", "421 try later", later);
  expect(await ledger.reminder("b1")).toMatchObject({
    status: "planned",
    claimedAt: null,
    outcome: "421 try later",
  });
  await ledger.claim(aReminder(), "One", noon);
  await ledger.release("b1", "failed", "550 no", later);
  await ledger.confirm("b1", sent("never said"));
  expect(await ledger.reminder("b1")).toMatchObject({ status: "failed", outcome: "550 no" });
  expect(await ledger.claim(aReminder(), "One", noon)).toBe(false);
});

test("a claimed reminder that became pointless is dropped", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.plan(aCase.id, [aReminder()], noon);
  await ledger.claim(aReminder(), "One", noon);
  await ledger.release("b1", "dropped", "settled", later);
  expect(await ledger.reminder("b1")).toMatchObject({ status: "dropped", outcome: "settled" });
});

test("a dropped reminder cannot be claimed", async () => {
  using folder = temporaryFolder();
  await using ledger = await openWithCase(folder.path);
  await ledger.plan(aCase.id, [aReminder()], noon);
  await ledger.plan(aCase.id, [], noon);
  expect(await ledger.claim(aReminder(), "One", noon)).toBe(false);
});

describe("notes", () => {
  const note: Note = { key: "a1-unknown", topic: "unknown", caseId: null, wantedAt: noon, dueAt: noon };
  const mail: PlannedNote = {
    kind: "note",
    id: note.key,
    caseId: null,
    dueAt: noon,
    notices: [],
    notes: [note],
  };

  test("stand beside the reminders of the cases, and neither plan touches the other", async () => {
    using folder = temporaryFolder();
    await using ledger = await openWithCase(folder.path);
    await ledger.plan(aCase.id, [aReminder()], noon);
    expect(await ledger.planNotes([mail], noon)).toEqual([mail.id]);
    expect(await ledger.planNotes([mail], noon)).toEqual([]);
    await ledger.plan(aCase.id, [aReminder()], noon);
    expect(await ledger.reminder(mail.id)).toMatchObject({ ...mail, status: "planned" });
    await ledger.planNotes([], noon);
    expect((await ledger.reminders()).map(({ status }) => status)).toEqual(["dropped", "planned"]);
  });

  test("are told by one mail alone, though two go out together", async () => {
    using folder = temporaryFolder();
    await using ledger = await openWithCase(folder.path);
    await ledger.plan(aCase.id, [aReminder()], noon);
    await ledger.planNotes([mail], noon);
    expect(await ledger.claim({ ...aReminder(), notes: [note] }, "subject", noon)).toBe(true);
    expect(await ledger.claim(mail, "subject", noon)).toBe(false);
    expect(await ledger.toldNotes()).toEqual([{ key: note.key, topic: "unknown", at: noon }]);
    await ledger.release("b1", "planned", "refused", noon);
    expect(await ledger.toldNotes()).toEqual([]);
    expect(await ledger.claim(mail, "subject", noon)).toBe(true);
  });

  test("are made of letters that no other mail tells of", async () => {
    using folder = temporaryFolder();
    await using ledger = await openWithCase(folder.path);
    await ledger.store([aLetter({ finding: aFinding({ trust: "suspicious" }) })], null);
    await ledger.store([aLetter({ id: "a2", finding: aFinding() })], null);
    expect(await ledger.lettersToNote()).toEqual([
      {
        id: "a1",
        seenAt: noon,
        folder: "INBOX",
        subject: "PR Portal",
        sender: "ircc@cic.gc.ca",
        finding: aFinding({ trust: "suspicious" }),
      },
    ]);
    const told = { ...note, key: "a1-suspicious", topic: "suspicious" } as const;
    await ledger.planNotes([{ ...mail, notes: [told] }], noon);
    await ledger.claim({ ...mail, notes: [told] }, "subject", noon);
    expect(await ledger.lettersToNote()).toEqual([]);
    expect(await ledger.lettersToNote(mail.id)).toHaveLength(1);
  });

  test("only reminders count as due", async () => {
    using folder = temporaryFolder();
    await using ledger = await openWithCase(folder.path);
    await ledger.plan(aCase.id, [aReminder()], noon);
    await ledger.planNotes([mail], noon);
    expect((await ledger.due(noon)).map(({ id }) => id)).toEqual(["b1"]);
    expect(await ledger.isAnyDue(noon)).toBe(true);
    expect(await ledger.isAnyDue(new Date(noon.getTime() - 1))).toBe(false);
    await ledger.plan(aCase.id, [], noon);
    expect(await ledger.isAnyDue(noon)).toBe(false);
  });
});
