import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Role } from "../../src/domain/letter.ts";
import { release, releaseLate, take, wanted, type IngestPorts } from "../../src/flow/ingest.ts";
import { judgeLetter, nothingUnplanned } from "../../src/flow/judge.ts";
import type { Found } from "../../src/flow/ports.ts";
import { sweep } from "../../src/flow/sweep.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { answer, authservId, newsletter, portal1, portal2 } from "../helpers/letters.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, minutes, monday } from "../helpers/world.ts";

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

const found = async (raw: string, role: Role = "inbox"): Promise<Found> => {
  uid += 1;
  const message = await parseMessage(Buffer.from(raw), monday);
  return { message, place: { folder: role, role, uid, uidValidity: "1" }, bodyFetched: role !== "sent" };
};

test("what is stored holds no secret", async () => {
  await take(ports, [await found(portal1({ at: monday })), await found(portal2({ at: monday }))], null);
  const stored = JSON.stringify(
    await Promise.all((await world.ledger.unjudged()).map((id) => world.ledger.letter(id))),
  );
  expect(stored).toContain("Portal");
  expect(stored).not.toMatch(/FAKE-Secret-99!|1234-5678|E001234567/);
});

test("mail that is no letter leaves no word behind and needs no judge", async () => {
  await take(ports, [await found(newsletter(7))], null);
  await release(ports);
  const [kept] = await world.ledger.letters();
  expect(kept?.finding.kind).toBe("not_ircc");
  expect(kept?.message).toMatchObject({ subject: "", text: "", from: [], headers: [] });
  expect(world.queues.letters.size).toBe(0);
});

test("letters of a look that does not end are let go after ten minutes", async () => {
  await take(ports, [await found(portal2({ at: monday }))], null);
  world.clock.set(after(minutes(9)));
  await releaseLate(ports);
  expect(world.queues.letters.size).toBe(0);
  world.clock.set(after(minutes(10)));
  await releaseLate(ports);
  expect(world.queues.letters.size).toBe(1);
});

test("one letter in two folders is one letter", async () => {
  const raw = portal2({ at: monday });
  await take(ports, [await found(raw)], null);
  await take(ports, [await found(raw.replace("Received:", "X-Moved: yes\nReceived:"), "junk")], null);
  expect(await world.ledger.unjudged()).toHaveLength(1);
});

test("the same Message-ID with another body is a second letter", async () => {
  const raw = portal2({ at: monday });
  await take(ports, [await found(raw), await found(raw.replace("Good news", "Good day"))], null);
  expect(await world.ledger.unjudged()).toHaveLength(2);
});

test("letters wait for the end of the look, and an own reply for the letter that it answers", async () => {
  await take(ports, [await found(answer(monday), "sent")], null);
  await take(ports, [await found(portal1({ at: monday }))], null);
  await sweep(ports, ports.held);
  expect(world.queues.letters.size).toBe(0);
  await release(ports);
  for (const id of world.queues.letters) await judgeLetter(ports, id);
  const events = await world.ledger.events("case-1");
  expect(events.map(({ milestone }) => milestone).toSorted()).toEqual(["answered", "invited"]);
  expect((await world.ledger.letters()).map(({ finding }) => finding.kind).toSorted()).toEqual([
    "own_reply",
    "portal1",
  ]);
});

test("while the last letters of a look are being judged nothing is planned, but for one that nobody manages to judge", async () => {
  const other = portal1({ at: monday }).replaceAll("1234-5678", "8765-4321");
  await take(ports, [await found(portal2({ at: monday })), await found(other)], null);
  await release(ports);
  const [first] = await world.ledger.unjudged();
  await judgeLetter(ports, first!);
  world.clock.set(after(minutes(9)));
  await sweep(ports, ports.held);
  expect(await world.ledger.reminders()).toEqual([]);
  world.clock.set(after(minutes(10)));
  await sweep(ports, ports.held);
  expect((await world.ledger.reminders()).length).toBeGreaterThan(0);
});

test("a letter judged twice changes nothing", async () => {
  await take(ports, [await found(portal2({ at: monday }))], null);
  const [id] = await world.ledger.unjudged();
  await judgeLetter(ports, id!);
  await judgeLetter(ports, id!);
  expect(await world.ledger.events("case-1")).toHaveLength(1);
});

test("letters and reminders that the queue lost are put back", async () => {
  await take(ports, [await found(portal2({ at: monday }))], null);
  await release(ports);
  world.queues.letters.clear();
  expect(await sweep(ports, ports.held)).toEqual({ letters: 1, reminders: 0 });
  for (const id of world.queues.letters) await judgeLetter(ports, id);
  expect([...world.queues.reminders.values()]).toEqual([0]);
  world.queues.reminders.clear();
  const planned = (await world.ledger.reminders()).length;
  expect(planned).toBeGreaterThan(5);
  expect(await sweep(ports, ports.held)).toEqual({ letters: 0, reminders: planned });
});

test("only a letter's own kind of message is fetched whole", async () => {
  const role = async (raw: string, where: Role) => wanted(ports, (await found(raw, where)).message, where);
  expect(await role(portal2({ at: monday }), "junk")).toBe("whole");
  expect(await role(newsletter(1), "inbox")).toBe("no");
  expect(await role(answer(monday), "sent")).toBe("headers");
});
