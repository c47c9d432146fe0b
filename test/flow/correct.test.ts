import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { correctLetter, trust } from "../../src/flow/correct.ts";
import { take, type IngestPorts } from "../../src/flow/ingest.ts";
import { judgeTrustAgain, judgeLetter, nothingUnplanned } from "../../src/flow/judge.ts";
import { sweep } from "../../src/flow/sweep.ts";
import { tell } from "../../src/flow/tell.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { authservId, forged, newsletter, portal2 } from "../helpers/letters.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { after, days, minutes, monday } from "../helpers/world.ts";

let world: World;
let ports: IngestPorts;

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

const receive = async (raw: string): Promise<string> => {
  const message = await parseMessage(Buffer.from(raw), world.clock.now());
  await take(
    ports,
    [{ message, place: { folder: "INBOX", role: "inbox", uid: 1, uidValidity: "1" }, bodyFetched: true }],
    null,
  );
  for (const id of await world.ledger.unjudged()) await judgeLetter(ports, id);
  return (await world.ledger.letters()).at(-1)!.id;
};
const photo = async () =>
  windowsOf(await world.ledger.events("case-1"), "America/Toronto", world.clock.now()).find(
    ({ task }) => task === "photo",
  );

const forward = `From: Lawyer <lawyer@firm.example>
To: person@example.net
Subject: Fwd: New credentials for PR Confirmation Portal
Date: ${monday.toUTCString()}
Message-ID: <forward@firm.example>

---------- Forwarded message ---------
From: IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>
Date: ${monday.toUTCString().replace("GMT", "+0000")}
Subject: New credentials for PR Confirmation Portal
To: <lawyer@firm.example>

${portal2({ at: monday }).split("\n\n").slice(1).join("\n\n")}`;

test("a time that the person gives wins, also an earlier one, and can be taken back", async () => {
  const id = await receive(portal2({ at: monday }));
  await correctLetter(ports, id, { receivedAt: after(-days(2)) });
  expect(await photo()).toMatchObject({ opensAt: after(-days(2)), closesAt: after(days(5)) });
  await correctLetter(ports, id, null);
  expect(await photo()).toMatchObject({ opensAt: monday });
});

test("whoever corrects a date hears which windows follow from it", async () => {
  world.clock.set(after(days(3)));
  const id = await receive(portal2({ at: monday }));
  const corrected = await correctLetter(ports, id, { receivedAt: after(-days(6)) });
  expect(corrected).toMatchObject({
    windows: [
      { task: "password", state: "open", closesAt: after(days(8)) },
      { task: "presence", state: "closed", closesAt: after(days(1)) },
      { task: "address", state: "closed" },
      { task: "photo", state: "closed" },
    ],
  });
  expect(await correctLetter(ports, id, { notMine: true })).toMatchObject({ windows: [] });
});

test("what a command planned earlier, beside the daemon, is woken with the daemon's next pass", async () => {
  const id = await receive(portal2({ at: monday }));
  await sweep(ports, ports.held);
  const rung = `${id}-credentialed.presence.rung-1d`;
  expect(world.queues.reminders.get(rung)).toBe(days(6));
  await correctLetter({ ...ports, queues: null }, id, { receivedAt: after(-days(5)) });
  world.clock.set(after(days(1) - minutes(2)));
  await sweep(ports, ports.held);
  expect(world.queues.reminders.get(rung)).toBe(minutes(2));
});

test("a letter that never happened opens nothing, and survives being seen and judged again", async () => {
  const raw = portal2({ at: monday });
  const id = await receive(raw);
  await correctLetter(ports, id, { notMine: true });
  expect(await photo()).toBeUndefined();
  await receive(raw);
  expect(await photo()).toBeUndefined();
  expect((await world.ledger.reminders()).every(({ status }) => status === "dropped")).toBe(true);
});

test("a suspicious letter counts from its own date once the person says that it is genuine", async () => {
  world.clock.set(after(days(3)));
  const id = await receive(portal2({ at: monday, results: forged }));
  expect(await world.ledger.cases()).toEqual([]);
  expect(await correctLetter(ports, id, { kind: "portal2", subkind: "credentials" })).toMatchObject({
    suspicious: true,
  });
  expect(await world.ledger.cases()).toEqual([]);
  expect(await correctLetter(ports, id, { trust: "genuine" })).toMatchObject({ suspicious: false });
  expect(await photo()).toMatchObject({ opensAt: monday, trust: "verified", state: "open" });
});

test("a letter of another kind than it was read as opens the windows of that kind", async () => {
  const id = await receive(portal2({ at: monday }));
  await correctLetter(ports, id, { kind: "ecopr", subkind: null });
  expect((await world.ledger.events("case-1")).map(({ milestone }) => milestone)).toEqual(["confirmed"]);
});

test("mail that was taken for no letter can be said to be one", async () => {
  const id = await receive(newsletter(1));
  await correctLetter(ports, id, { kind: "portal2", subkind: "credentials", receivedAt: monday });
  expect(await photo()).toMatchObject({ opensAt: monday });
  await receive(portal2({ at: after(days(1)) }));
  expect((await world.ledger.events("case-1")).length).toBe(2);
});

test("who is trusted now is believed in what they forwarded before, until that is taken back", async () => {
  await receive(forward);
  expect(await world.ledger.cases()).toEqual([]);
  expect(await trust(ports, "lawyer@firm.example", false)).toMatchObject({ letterIds: [expect.any(String)] });
  expect(await photo()).toMatchObject({ opensAt: monday });
  await trust(ports, "lawyer@firm.example", true);
  expect(await photo()).toBeUndefined();
  expect(await trust(ports, "lawyer@firm.example", true)).toMatchObject({ ok: false });
});

const donePhoto = (): Promise<unknown> =>
  tell(world.ports, { task: "photo", undo: false, caseId: "case-1", at: world.clock.now() });
const openCases = async (): Promise<readonly string[]> =>
  (await world.ledger.cases()).filter(({ mergedInto }) => mergedInto === undefined).map(({ id }) => id);

test("what the person said of a forward counts again when they trust its sender again", async () => {
  await receive(forward);
  world.clock.set(after(days(1)));
  await trust(ports, "lawyer@firm.example", false);
  await donePhoto();
  for (let times = 0; times < 2; times += 1) {
    await trust(ports, "lawyer@firm.example", true);
    expect(await photo()).toBeUndefined();
    await trust(ports, "lawyer@firm.example", false);
    expect(await photo()).toMatchObject({ state: "done" });
  }
  expect(await openCases()).toEqual(["case-1"]);
});

test.each([{ trust: "genuine" }, { notMine: true }] as const)(
  "what the person said of a letter survives %j, said and taken back",
  async (correction) => {
    const isForged = "trust" in correction;
    const id = await receive(portal2({ at: monday, ...(isForged && { results: forged }) }));
    if (isForged) await correctLetter(ports, id, correction);
    world.clock.set(after(days(1)));
    await donePhoto();
    await correctLetter(ports, id, isForged ? null : correction);
    expect(await photo()).toBeUndefined();
    await correctLetter(ports, id, isForged ? correction : null);
    expect(await photo()).toMatchObject({ state: "done" });
    expect(await openCases()).toEqual(["case-1"]);
  },
);

test("what the person said of a letter that counted for nothing for a while goes along into the case that it fits now", async () => {
  const raw = portal2({ at: monday });
  const id = await receive(raw);
  world.clock.set(after(days(1)));
  await donePhoto();
  await correctLetter(ports, id, { notMine: true });
  await receive(raw.replace(/^Message-ID: .*$/m, "Message-ID: <again@cic.gc.ca>"));
  await correctLetter(ports, id, null);
  expect(await openCases()).toEqual(["case-2"]);
  expect((await world.ledger.events("case-2")).map(({ milestone }) => milestone)).toContain("done:photo");
  // However often letters are filed after that.
  await receive(raw.replace(/^Message-ID: .*$/m, "Message-ID: <once-more@cic.gc.ca>"));
  expect((await world.ledger.events("case-2")).map(({ milestone }) => milestone)).toContain("done:photo");
});

test("what nobody vouched for is judged again once the provider is known", async () => {
  ports = { ...ports, reading: { ...ports.reading, authservId: null } };
  const learned = { sampled: 40, learnedAt: monday };
  await world.ledger.setProvider("person@example.net", { ...learned, domain: null });
  const id = await receive(portal2({ at: monday }));
  expect((await world.ledger.letter(id))?.finding?.trust).toBe("unverified");
  await world.ledger.setProvider("person@example.net", { ...learned, domain: "example.net" });
  await judgeTrustAgain({ ...ports, mailboxName: "somebody@example.net" }, ["unverified"]);
  expect((await world.ledger.letter(id))?.finding?.trust).toBe("unverified");
  await judgeTrustAgain(ports, ["unverified"]);
  expect((await world.ledger.letter(id))?.finding?.trust).toBe("verified");
  expect([...ports.unplanned.cases]).toEqual(["case-1"]);
});
