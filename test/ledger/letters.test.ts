import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { withoutText } from "../../src/domain/letter.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aJudgement, aLetter, aMessage, anEvent, noon } from "../helpers/samples.ts";

const cursor = { mailbox: "me@example.org", folder: "INBOX", uidValidity: "42", lastUid: 7 };
const inSent = { folder: "Sent", role: "sent", uid: 1, uidValidity: "43" } as const;

test("a letter and its folder's cursor come back as they were stored", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  expect(await ledger.store([aLetter()], cursor)).toEqual(["a1"]);
  expect(await ledger.letter("a1")).toEqual(aLetter());
  expect(await ledger.cursors("me@example.org")).toEqual([cursor]);
  expect(await ledger.cursors("you@example.org")).toEqual([]);
  expect(await ledger.letter("unknown")).toBeUndefined();
});

test("a cursor moves on, also to a folder's new UIDVALIDITY", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([], cursor);
  await ledger.store([], cursor);
  await ledger.store([], { ...cursor, lastUid: 9 });
  expect(await ledger.cursors("me@example.org")).toEqual([{ ...cursor, lastUid: 9 }]);
  await ledger.store([], { ...cursor, uidValidity: "44", lastUid: 1 });
  expect(await ledger.cursors("me@example.org")).toEqual([{ ...cursor, uidValidity: "44", lastUid: 1 }]);
});

test("a letter that cannot be stored leaves the cursor where it was", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const broken = aLetter({ id: "a2", seenAt: new Date(Number.NaN) });
  await expect(ledger.store([aLetter(), broken], cursor)).rejects.toThrow();
  expect(await ledger.cursors("me@example.org")).toEqual([]);
  expect(await ledger.letter("a1")).toBeUndefined();
});

test("the same letter in another folder is the same letter", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  const again = aLetter({ place: { ...aLetter().place, folder: "Junk", role: "junk" } });
  expect(await ledger.store([again], null)).toEqual([]);
  expect(await ledger.letter("a1")).toEqual(aLetter());
});

test("a known letter that turns out to lie in Sent is judged again, once", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  await ledger.record({ judgements: [aJudgement(aFinding(), [])] });
  expect(await ledger.store([aLetter({ place: inSent })], null)).toEqual(["a1"]);
  expect(await ledger.letter("a1")).toEqual(aLetter({ place: inSent }));
  await ledger.record({ judgements: [aJudgement(aFinding({ kind: "own_reply", trust: null }), [])] });
  expect(await ledger.store([aLetter({ place: inSent })], null)).toEqual([]);
  expect(await ledger.store([aLetter()], null)).toEqual([]);
  expect(await ledger.unjudged()).toEqual([]);
});

test("a finding and its events are kept together, and the same event twice is once", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.openCase(aCase);
  await ledger.store([aLetter()], null);
  expect(await ledger.unjudged()).toEqual(["a1"]);
  expect(await ledger.letters()).toEqual([]);
  await ledger.record({ judgements: [aJudgement(aFinding(), [anEvent()])] });
  await ledger.record({ judgements: [aJudgement(aFinding(), [anEvent()])] });
  expect(await ledger.unjudged()).toEqual([]);
  const { filing } = aJudgement(aFinding(), [anEvent()]);
  expect(await ledger.letters()).toEqual([aLetter({ finding: aFinding(), filing })]);
  expect(await ledger.events(aCase.id)).toEqual([anEvent()]);
});

test("a finding whose event cannot be kept is not kept either", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  await expect(ledger.record({ judgements: [aJudgement(aFinding(), [anEvent()])] })).rejects.toThrow(
    /FOREIGN KEY/,
  );
  expect(await ledger.unjudged()).toEqual(["a1"]);
});

test("letters come oldest first", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const older = new Date(noon.getTime() - 1);
  await ledger.store([aLetter({ id: "b" }), aLetter({ id: "c", seenAt: older })], null);
  expect(await ledger.unjudged()).toEqual(["c", "b"]);
});

test("the Message-IDs of letters from IRCC are known, those of other mail and of forgeries are not", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const findings = {
    unjudged: null,
    portal: aFinding(),
    other: aFinding({ kind: "other_ircc", subkind: "unknown", trust: "unverified" }),
    forged: aFinding({ trust: "suspicious" }),
    mail: aFinding({ kind: "not_ircc", trust: null }),
    reply: aFinding({ kind: "own_reply", trust: null }),
  };
  const letters = Object.entries(findings).map(([id, finding]) =>
    aLetter({ id, finding, message: aMessage({ messageId: `${id}@cic.gc.ca` }) }),
  );
  await ledger.store(letters, null);
  const ids = [...Object.keys(findings), "never-seen"].map((id) => `${id}@cic.gc.ca`);
  expect([...(await ledger.knownMessageIds(ids))].toSorted()).toEqual([
    "other@cic.gc.ca",
    "portal@cic.gc.ca",
    "unjudged@cic.gc.ca",
  ]);
  expect(await ledger.knownMessageIds(ids, ["portal2", "own_reply"])).toEqual(
    new Set(["portal@cic.gc.ca", "reply@cic.gc.ca"]),
  );
  expect(await ledger.knownMessageIds([])).toEqual(new Set());
});

test("what the person said of a letter decides whether its Message-ID is known", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const findings = {
    genuine: aFinding({ trust: "suspicious" }),
    portal: aFinding({ kind: "other_ircc", subkind: "unknown" }),
    stranger: aFinding({ kind: "portal1", subkind: null }),
  };
  const letters = Object.entries(findings).map(([id, finding]) =>
    aLetter({ id, finding, message: aMessage({ messageId: `${id}@cic.gc.ca` }) }),
  );
  await ledger.store(letters, null);
  const corrections = {
    genuine: { trust: "genuine" },
    portal: { kind: "portal1" },
    stranger: { notMine: true },
  } as const;
  const words = Object.entries(corrections).map(([letterId, correction]) => ({
    id: letterId,
    saidAt: new Date("2026-11-25T10:00:00Z"),
    said: { what: "corrected", letterId, correction } as const,
  }));
  await ledger.record({ words, cases: [], judgements: [] });
  const ids = Object.keys(findings).map((id) => `${id}@cic.gc.ca`);
  expect(await ledger.knownMessageIds(ids)).toEqual(new Set(["genuine@cic.gc.ca", "portal@cic.gc.ca"]));
  expect(await ledger.knownMessageIds(ids, ["portal1"])).toEqual(new Set(["portal@cic.gc.ca"]));
});

test("of mail that turns out not to be a letter no text is left, not even in the files", async () => {
  using folder = temporaryFolder();
  {
    await using ledger = await openLedger(folder.path);
    await ledger.store([aLetter({ message: aMessage({ text: "Dinner at eight?" }) })], null);
    await ledger.record({ judgements: [aJudgement(aFinding({ kind: "not_ircc", trust: null }), [])] });
    const kept = await ledger.letter("a1");
    expect(kept?.message).toEqual(withoutText(aMessage()));
  }
  const files = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)));
  expect(Buffer.concat(files).includes("Dinner")).toBe(false);
});
