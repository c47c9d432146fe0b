import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { take, type IngestPorts } from "../../src/flow/ingest.ts";
import { judgeLetter, nothingUnplanned } from "../../src/flow/judge.ts";
import { assign, label, merge, split } from "../../src/flow/move.ts";
import { remind } from "../../src/flow/remind.ts";
import { takeSnapshot } from "../../src/flow/snapshot.ts";
import { tell } from "../../src/flow/tell.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { authservId, ecopr, forged, portal1, portal2 } from "../helpers/letters.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, hours, monday } from "../helpers/world.ts";

let world: World;
let ports: IngestPorts;
let uid = 0;

beforeEach(async () => {
  world = await openWorld();
  ports = {
    ...world.ports,
    reading: {
      ownAddresses: ["person@example.net"],
      trustedForwarders: [],
      authservId,
      timeZone: "America/Toronto",
    },
    mailboxName: "person@example.net",
    verifier: null,
    key: new Uint8Array(32),
    held: new Map(),
    unplanned: nothingUnplanned(),
  };
});
afterEach(async () => world[Symbol.asyncDispose]());

/** A letter comes in; its id. */
const receive = async (raw: string): Promise<string> => {
  uid += 1;
  const message = await parseMessage(Buffer.from(raw), world.clock.now());
  const place = { folder: "INBOX", role: "inbox", uid, uidValidity: "1" } as const;
  await take(ports, [{ message, place, bodyFetched: true }], null);
  const [id] = await world.ledger.unjudged();
  await judgeLetter(ports, id!);
  return id!;
};

const of = (raw: string, who: string, id: string): string =>
  raw
    .replaceAll("person@example.net", `${who}@example.net`)
    .replace(/^Message-ID: .*$/m, `Message-ID: <${id}>`);

const anna = () => receive(of(portal2({ at: monday }), "anna", "a2@cic.gc.ca"));
const ben = () => receive(of(portal2({ at: monday }), "ben", "b2@cic.gc.ca"));
const milestones = async (caseId: string) =>
  (await world.ledger.events(caseId)).map(({ milestone }) => milestone);
const caseOf = async (id: string) => (await world.ledger.letter(id))?.filing;

test("an ordinary person's letters all lie in one case", async () => {
  await receive(portal1({ at: monday }));
  await receive(portal2({ at: monday }));
  await receive(ecopr({ at: monday }));
  expect((await world.ledger.cases()).map(({ id }) => id)).toEqual(["case-1"]);
});

test("a letter that fits two cases is told of by itself, until the person says whose it is", async () => {
  await anna();
  await ben();
  const nobodys = ecopr({ at: after(hours(1)) }).replace("To: person@example.net", "To: undisclosed:;");
  const id = await receive(nobodys);
  expect(await caseOf(id)).toMatchObject({ certain: false, candidates: ["case-1", "case-2"] });
  expect(await milestones("case-3")).toEqual(["confirmed"]);
  expect(await milestones("case-1")).toEqual(["credentialed"]);
  const planned = (await world.ledger.reminders("case-3")).map((reminder) => reminder.id);
  expect(planned).toContain(`${id}-confirmed.print.opening`);
  expect(await assign(ports, id.slice(0, 5), "case-2")).toMatchObject({ ok: true, caseId: "case-2" });
  expect(await milestones("case-2")).toEqual(["credentialed", "confirmed"]);
  expect(await milestones("case-3")).toEqual([]);
  expect(await assign(ports, id, null)).toMatchObject({ ok: true, caseId: "case-3" });
  expect(await milestones("case-2")).toEqual(["credentialed"]);
  // However often the person changes their mind.
  expect(await assign(ports, id, "case-1")).toMatchObject({ caseId: "case-1" });
  expect(await assign(ports, id, "case-9")).toMatchObject({ problem: expect.not.stringContaining("case-3") });
  expect(await assign(ports, id, null)).toMatchObject({ caseId: "case-3" });
});

/** A letter that fits Anna's case and Ben's; its id. */
const nobodys = async (): Promise<string> => {
  await anna();
  await ben();
  return receive(ecopr({ at: after(hours(1)) }).replace("To: person@example.net", "To: undisclosed:;"));
};
const doneIn = async (task: "print" | "photo", caseId: string) =>
  tell(world.ports, { task, undo: false, caseId, at: world.clock.now() });
const windowOf = async (caseId: string, task: string) =>
  (await snapshot()).find(({ id }) => id === caseId)?.windows.find((window) => window.task === task)?.state;
const snapshot = async () => {
  const beholder = {
    timeZone: "America/Toronto",
    notes: { pollMs: 60_000, mailsPerDay: 20 },
    alive: true,
  };
  return (await takeSnapshot(world.ledger, beholder, world.clock.now())).cases;
};
const shown = async () => (await snapshot()).map(({ id }) => id);

test("what the person said of an uncertain letter goes along with it, and comes back with it", async () => {
  const id = await nobodys();
  world.clock.set(after(hours(2)));
  await doneIn("print", "case-3");
  expect(await assign(ports, id, "case-2")).toMatchObject({
    caseId: "case-2",
    said: [{ caseId: "case-3", milestones: ["done:print"], into: "case-2" }],
  });
  expect(await windowOf("case-2", "print")).toBe("done");
  expect(await shown()).toEqual(["case-1", "case-2"]);
  expect(await assign(ports, id, "case-1")).toMatchObject({ caseId: "case-1", said: [{ into: "case-1" }] });
  expect(await milestones("case-2")).toEqual(["credentialed"]);
  expect(await windowOf("case-1", "print")).toBe("done");
  expect(await assign(ports, id, null)).toMatchObject({ caseId: "case-3" });
  expect(await milestones("case-3")).toEqual(["confirmed", "done:print"]);
  expect(await milestones("case-1")).toEqual(["credentialed"]);
});

test("a letter can be put back into the case that it left empty, by its name", async () => {
  const id = await nobodys();
  await doneIn("print", "case-3");
  await assign(ports, id, "case-2");
  expect(await assign(ports, id, "case-3")).toMatchObject({ caseId: "case-3" });
  expect(await milestones("case-3")).toEqual(["confirmed", "done:print"]);
});

test("where the letters of a case went several ways, what was said of it is told, and the empty case is not shown", async () => {
  const first = await receive(portal1({ at: monday }));
  const second = await receive(portal2({ at: after(hours(1)) }));
  world.clock.set(after(hours(2)));
  await doneIn("photo", "case-1");
  await split(ports, [first]);
  expect(await split(ports, [second])).toMatchObject({
    caseId: "case-3",
    said: [{ caseId: "case-1", milestones: ["done:photo"], into: null }],
  });
  expect(await shown()).toEqual(["case-2", "case-3"]);
  expect(await windowOf("case-3", "photo")).toBe("open");
});

test("a forged letter that is split off lies nowhere, and it is said so", async () => {
  const id = await receive(portal2({ at: monday, results: forged }));
  expect(await split(ports, [id])).toMatchObject({ caseId: null, nowhere: [id] });
});

test("what was told of a letter is not told again in the case that it moves to", async () => {
  await anna();
  const id = await ben();
  const opening = `${id}-credentialed.password.opening`;
  await remind(world.ports, opening);
  expect(world.outbox.mails).toHaveLength(1);
  await assign(ports, id, "case-1");
  const open = (await world.ledger.reminders()).filter(({ status }) => status === "planned");
  expect(open.flatMap(({ notices }) => notices.map(({ key }) => key))).not.toContain(opening);
  await remind(world.ports, open[0]!.id);
  expect((await world.ledger.reminder(open[0]!.id))?.caseId).toBe("case-1");
});

test("a letter that was taken for the same case can be split off, and named", async () => {
  await receive(portal1({ at: monday }));
  const id = await anna();
  await assign(ports, id, "case-1");
  const answer = await split(ports, [id]);
  expect(answer).toMatchObject({ ok: true, letterIds: [id] });
  const caseId = answer.ok ? answer.caseId! : "";
  await label(ports, caseId, "Anna");
  expect((await world.ledger.cases()).find((record) => record.id === caseId)?.label).toBe("Anna");
  expect(await milestones(caseId)).toEqual(["credentialed"]);
  expect(await milestones("case-1")).toEqual(["invited"]);
});

test("a name that was given can be taken back, the last one first", async () => {
  await anna();
  await ben();
  const labels = async () => (await world.ledger.cases()).map((record) => record.label);
  const before = await labels();
  await label(ports, "case-2", "Ben");
  await label(ports, "case-2", "Benjamin");
  await label(ports, "case-1", "Anna");
  expect(await label(ports, "case-2", null)).toMatchObject({ record: { label: "Ben" } });
  expect(await label(ports, "case-2", null)).toMatchObject({ record: { label: before[1] } });
  expect(await label(ports, "case-1", null)).toMatchObject({ record: { label: before[0] } });
  expect(await label(ports, "case-1", null)).toMatchObject({ ok: false });
  expect(await labels()).toEqual(before);
});

test("merged cases share what the person did in either, and part again when that is taken back", async () => {
  await anna();
  await ben();
  await tell(world.ports, { task: "photo", undo: false, caseId: "case-2", at: world.clock.now() });
  expect(await merge(ports, "case-2", "case-1")).toMatchObject({ ok: true, into: "case-1" });
  expect(await milestones("case-1")).toEqual(["credentialed", "credentialed", "done:photo"]);
  expect(await milestones("case-2")).toEqual([]);
  expect(await merge(ports, "case-2", null)).toMatchObject({ ok: true, into: null });
  expect(await milestones("case-2")).toEqual(["credentialed", "done:photo"]);
});

test("a task is meant of the only case where its window is open", async () => {
  await anna();
  await ben();
  await receive(of(ecopr({ at: after(hours(1)) }), "anna", "a3@cic.gc.ca"));
  world.clock.set(after(hours(2)));
  const done = async (task: "photo" | "print" | "reply") =>
    tell(world.ports, { task, undo: false, caseId: undefined, at: world.clock.now() });
  expect(await done("photo")).toMatchObject({ record: { id: "case-2" } });
  expect(await done("print")).toMatchObject({ record: { id: "case-1" } });
  expect(await done("reply")).toMatchObject({ ok: false, problem: expect.stringContaining("case-1") });
});

test("a wrong or ambiguous name of a letter or case says what to do", async () => {
  const id = await anna();
  expect(await assign(ports, "zzz", "case-1")).toMatchObject({
    problem: expect.stringMatching(/landfall status/),
  });
  expect(await assign(ports, id, "case-9")).toMatchObject({
    problem: expect.stringMatching(/the cases are case-1/),
  });
  expect(await merge(ports, "case-1", "case-1")).toMatchObject({ ok: false });
  expect(await assign(ports, id, null)).toMatchObject({ ok: false });
});
