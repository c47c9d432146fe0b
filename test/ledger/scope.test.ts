import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Finding } from "../../src/domain/letter.ts";
import { replanNotes } from "../../src/flow/notes.ts";
import type { Ledger } from "../../src/flow/ports.ts";
import { remind, type RemindPorts } from "../../src/flow/remind.ts";
import { replan, replanAll } from "../../src/flow/replan.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { aFinding, aJudgement, aLetter, aMessage, aReminder } from "../helpers/samples.ts";
import { after, days, event, monday, toronto } from "../helpers/world.ts";

let world: World;
let maria: RemindPorts;
let petra: RemindPorts;

/** The ports of one of two mailboxes; Maria's is that of the settings. */
const portsOf = (mailbox: string, isMain: boolean): RemindPorts => ({
  ...world.ports,
  ledger: world.ledger.of({ mailbox, isMain }),
  notes: { ...world.ports.notes, mailbox, tag: isMain ? "" : "p" },
});

beforeEach(async () => {
  world = await openWorld();
  maria = portsOf("maria", true);
  petra = portsOf("petra", false);
});
afterEach(async () => world[Symbol.asyncDispose]());

const unknown: Partial<Finding> = { kind: "other_ircc", subkind: "unknown", tasks: [], days: {} };

const came = async (id: string, mailbox: string, finding: Partial<Finding> | null) =>
  world.ledger.store(
    [
      {
        ...aLetter({
          id,
          seenAt: monday,
          message: aMessage({ messageId: `${id}@cic.gc.ca`, subject: `For ${mailbox}` }),
        }),
        mailbox,
        finding: finding && aFinding({ receivedAt: monday, ...finding }),
      },
    ],
    null,
  );

const idsOf = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.reminders()).map(({ id }) => id).toSorted();

test("a note is planned for the mailbox that the letter came into, and sent by it alone", async () => {
  await came("m1", "maria", unknown);
  await came("p1", "petra", unknown);
  await replanNotes(maria);
  await replanNotes(petra);
  await replanNotes(maria);
  expect(await idsOf(maria.ledger)).toEqual(["m1-unknown"]);
  expect(await idsOf(petra.ledger)).toEqual(["p1-unknown"]);
  expect(await world.ledger.reminder("p1-unknown")).toMatchObject({ status: "planned", mailbox: "petra" });
  await remind(petra, "p1-unknown");
  expect(world.outbox.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("For petra")]);
  expect(await petra.ledger.toldNotes()).toHaveLength(1);
  expect(await maria.ledger.toldNotes()).toEqual([]);
});

test("what one mailbox's day has spent, another's has not", async () => {
  await came("p1", "petra", unknown);
  await replanNotes(petra);
  await remind(petra, "p1-unknown");
  expect(await petra.ledger.spentSince(after(-days(1)))).toHaveLength(1);
  expect(await maria.ledger.spentSince(after(-days(1)))).toEqual([]);
});

test("a summary that both are to get is told to each, under a name of its own", async () => {
  const weekly = { weekday: 1, minutes: 8 * 60 };
  for (const [ports, id] of [
    [maria, "case-1"],
    [petra, "case-2"],
  ] as const) {
    const mailbox = ports.notes.mailbox;
    await world.ledger.openCase({ id, label: mailbox, mailbox });
    await world.ledger.append({ ...event("credentialed", monday), id: `e-${id}`, caseId: id });
    await replanNotes({ ...ports, notes: { ...ports.notes, weekly } });
  }
  const [ofMaria] = await idsOf(maria.ledger);
  expect(ofMaria).toMatch(/^weekly-/);
  expect(await idsOf(petra.ledger)).toEqual([`${ofMaria}-p`]);
});

test("cases, letters to be judged, answers and servers that refuse are each mailbox's own", async () => {
  await came("m1", "maria", null);
  await came("p1", "petra", null);
  expect(await petra.ledger.unjudged()).toEqual(["p1"]);
  expect(await world.ledger.unjudged()).toHaveLength(2);
  await world.ledger.openCase({ id: "case-1", label: "maria", mailbox: "maria" });
  await world.ledger.openCase({ id: "case-2", label: "petra", mailbox: "petra" });
  expect((await petra.ledger.ownCases()).map(({ id }) => id)).toEqual(["case-2"]);
  expect(await petra.ledger.cases()).toHaveLength(2);
  const outage = { since: monday, until: monday, permanent: false, problem: "no", tries: 1, signIn: "x" };
  await petra.ledger.setOutage("smtp", outage);
  expect(await maria.ledger.outages()).toEqual([]);
  expect(await petra.ledger.outages()).toMatchObject([{ mailbox: "petra", channel: "smtp" }]);
  await maria.ledger.setOutage("smtp", outage);
  await petra.ledger.setOutage("smtp", null);
  expect(await world.ledger.outages()).toMatchObject([{ mailbox: "" }]);
});

test("a case is planned as its own mailbox wants it, whoever's letter changed it", async () => {
  await world.ledger.openCase({ id: "case-2", label: "petra", mailbox: "petra" });
  await world.ledger.append({ ...event("credentialed", monday), caseId: "case-2" });
  const quiet = { ...toronto, quietHours: { from: 0, to: 12 * 60 } };
  const ports = { ...maria, planningOf: (mailbox: string) => (mailbox === "petra" ? quiet : toronto) };
  await replan(ports, "case-2");
  const [first, ...rest] = await petra.ledger.reminders();
  expect(first).toBeDefined();
  await replanAll({ ...petra, planning: quiet });
  expect(await petra.ledger.reminders()).toEqual([first, ...rest]);
  expect(await maria.ledger.reminders()).toEqual([]);
});

test("a mailbox that was renamed takes over its cases and letters, and nobody else's", async () => {
  await came("m1", "maria-before", unknown);
  await came("p1", "petra", unknown);
  await world.ledger.openCase({ id: "case-1", label: "x", mailbox: "maria-before" });
  await world.ledger.openCase({ id: "case-2", label: "x", mailbox: "petra" });
  await world.ledger.adopt("maria", ["petra"]);
  expect((await world.ledger.cases()).map(({ mailbox }) => mailbox)).toEqual(["maria", "petra"]);
  expect(await maria.ledger.lettersToNote()).toHaveLength(1);
});

test("a case whose mailbox is gone goes to the one that its letters come into now, if there is one", async () => {
  await came("p1", "petra", unknown);
  await came("m1", "maria", unknown);
  for (const id of ["case-1", "case-2"]) await world.ledger.openCase({ id, label: "x", mailbox: "petra" });
  for (const [letterId, caseId] of [
    ["p1", "case-1"],
    ["m1", "case-2"],
  ] as const) {
    const filing = { caseId, certain: true, by: null, candidates: [], home: null };
    await world.ledger.record({ judgements: [{ ...aJudgement(aFinding(unknown), []), letterId, filing }] });
  }
  await world.ledger.handOver(["petra"], ["maria"]);
  const owners = (await world.ledger.cases()).map(({ id, mailbox }) => [id, mailbox]);
  expect(owners).toEqual([
    ["case-1", "petra"],
    ["case-2", "maria"],
  ]);
});

test("an answer that waits goes along with its case, to the mailbox that the case goes to", async () => {
  await world.ledger.openCase({ id: "case-1", label: "x", mailbox: "petra" });
  await came("m1", "maria", unknown);
  const filing = { caseId: "case-1", certain: true, by: null, candidates: [], home: null };
  await world.ledger.record({
    judgements: [{ ...aJudgement(aFinding(unknown), []), letterId: "m1", filing }],
  });
  await world.ledger.plan("case-1", [aReminder({ id: "r1", caseId: "case-1" })], monday);
  const answer = { id: "a1", reminderId: "r1", command: null, at: monday, status: "taken" } as const;
  await world.ledger.store([], null, [answer]);
  const waiting = async () => (await maria.ledger.waitingAnswers()).map(({ id }) => id);
  expect(await waiting()).toEqual([]);
  await world.ledger.handOver(["petra"], ["maria"]);
  expect(await waiting()).toEqual(["a1"]);
  await maria.ledger.settleAnswer("a1", "silent");
  expect(await waiting()).toEqual([]);
});

test("a mailbox that is left is forgotten but for its letters and cases", async () => {
  await came("p1", "petra", unknown);
  await world.ledger.setHealth({
    user: "petra",
    state: "watching",
    lastLookAt: null,
    problem: null,
    refusals: 0,
    refusedAt: null,
  });
  await world.ledger.leave("petra");
  expect(await world.ledger.health()).toEqual([]);
  expect(await world.ledger.letter("p1")).toBeDefined();
});
