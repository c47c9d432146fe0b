import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { backUp } from "../../src/ledger/backup.ts";
import { ledgerFile } from "../../src/ledger/files.ts";
import { forget } from "../../src/ledger/forget.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { repairLedger } from "../../src/ledger/repair.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aLetter, anEvent, noon, sign } from "../helpers/samples.ts";

const cursor = { mailbox: "me@example.org", folder: "INBOX", uidValidity: "1", lastUid: 7 };

/** A ledger with a backup, and something said since. */
const aLife = async (dataDir: string): Promise<void> => {
  await using ledger = await openLedger(dataDir);
  await ledger.openCase(aCase);
  await ledger.store([aLetter()], cursor);
  backUp(dataDir, noon, sign);
  await ledger.append(anEvent({ id: "p1", source: "person", milestone: "done:photo" }));
};

/** Overwrites the middle of a file. */
const flipBytes = (file: string, from: number, length: number): void => {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
};

test("a sound ledger is left alone", async () => {
  using folder = temporaryFolder();
  await aLife(folder.path);
  const before = readFileSync(ledgerFile(folder.path));
  expect(await repairLedger(folder.path, noon)).toEqual({ damaged: false });
  expect(readFileSync(ledgerFile(folder.path))).toEqual(before);
});

test.each([
  ["cut short", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
  ["overwritten in its head", (file: string) => flipBytes(file, 0, 200)],
  ["overwritten in the middle", (file: string) => flipBytes(file, 4096, 3000)],
  ["emptied", (file: string) => writeFileSync(file, "")],
])(
  "a ledger that was %s is refused, then put back from its backup, to be read on from the mailbox",
  async (_, harm) => {
    using folder = temporaryFolder();
    await aLife(folder.path);
    harm(ledgerFile(folder.path));
    const repaired = await repairLedger(folder.path, noon);
    expect(repaired).toMatchObject({ damaged: true, from: expect.stringContaining("backups") });
    await using ledger = await openLedger(folder.path);
    expect(await ledger.letter("a1")).toBeDefined();
    expect(await ledger.cursors("me@example.org")).toEqual([]);
    expect(readdirSync(folder.path).some((name) => name.startsWith("damaged-"))).toBe(true);
  },
);

test("what the person said since the backup is read from the damaged ledger where it can be", async () => {
  using folder = temporaryFolder();
  await aLife(folder.path);
  // The last page is no table's of those that matter here.
  const file = ledgerFile(folder.path);
  flipBytes(file, readFileSync(file).length - 4096, 4000);
  const repaired = await repairLedger(folder.path, noon);
  expect(repaired).toMatchObject({ damaged: true, rescued: { events: 1 } });
  await using ledger = await openLedger(folder.path);
  expect(await ledger.events(aCase.id)).toMatchObject([{ id: "p1" }]);
});

test("what was to be forgotten, what was entrusted and what was answered since the backup is kept as well", async () => {
  using folder = temporaryFolder();
  const markOf = (id: string): string => `mark of ${id}`;
  {
    await using ledger = await openLedger(folder.path);
    await ledger.store([aLetter({ id: "b2" })], cursor);
  }
  await forget(folder.path, { caseId: null, markOf, now: noon });
  await aLife(folder.path);
  const file = ledgerFile(folder.path);
  {
    await using ledger = await openLedger(folder.path);
    await ledger.setSecret("grant", "rotated since, and sealed");
    const answer = { id: "answered", reminderId: "r", command: null, at: noon, status: "confirmed" } as const;
    await ledger.store([], null, [answer]);
  }
  rmSync(join(folder.path, "backups"), { recursive: true });
  flipBytes(file, readFileSync(file).length - 4096, 4000);
  expect(await repairLedger(folder.path, noon)).toMatchObject({ damaged: true, from: null });
  await using ledger = await openLedger(folder.path);
  expect(await ledger.forgotten([markOf("b2")])).toEqual(new Set([markOf("b2")]));
  expect(await ledger.secret("grant")).toBe("rotated since, and sealed");
  expect(await ledger.waitingAnswers()).toEqual([]);
});

test("without a backup a new ledger is made", async () => {
  using folder = temporaryFolder();
  writeFileSync(ledgerFile(folder.path), "garbage ".repeat(1000));
  expect(await repairLedger(folder.path, noon)).toMatchObject({ damaged: true, from: null });
  await using ledger = await openLedger(folder.path);
  expect(await ledger.letters()).toEqual([]);
});
