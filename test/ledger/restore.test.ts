import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@jest/globals";
import { backUp } from "../../src/ledger/backup.ts";
import { breakSeal } from "../../src/ledger/backup-seal.ts";
import { ledgerFile } from "../../src/ledger/files.ts";
import { forget } from "../../src/ledger/forget.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { restoreLedger } from "../../src/ledger/restore.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aLetter, anEvent, aReminder, noon, sign } from "../helpers/samples.ts";
import { after, days } from "../helpers/world.ts";

const markOf = (id: string): string => `mark of ${id}`;
const options = { sign, markOf, unsealed: false, now: after(days(2), noon) };
const cursor = { mailbox: "me@example.org", folder: "INBOX", uidValidity: "1", lastUid: 7 };

/** A ledger with a backup, of which the path is returned. */
const aLife = async (dataDir: string): Promise<string> => {
  await using ledger = await openLedger(dataDir);
  await ledger.openCase(aCase);
  await ledger.store([aLetter()], cursor);
  await ledger.append(anEvent({ id: "p1", source: "person", milestone: "done:photo" }));
  return backUp(dataDir, noon, sign).path;
};

const change = (file: string, statement: string): void => {
  using database = new DatabaseSync(file);
  database.exec(statement);
};

/** Every row there is, by table. */
const rowsOf = (file: string): unknown => {
  using database = new DatabaseSync(file, { readOnly: true });
  const names = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
  return names.map(({ name }) => [name, database.prepare(`select * from "${String(name)}"`).all()]);
};

test("what was backed up is restored, row by row, in a folder that knew nothing", async () => {
  using here = temporaryFolder();
  using there = temporaryFolder();
  const copy = await aLife(here.path);
  expect(await restoreLedger(there.path, copy, options)).toEqual({
    aside: null,
    letters: 1,
    events: 1,
    sentSince: 0,
    forgottenSince: 0,
  });
  expect(rowsOf(ledgerFile(there.path))).toEqual(rowsOf(ledgerFile(here.path)));
  expect(statSync(ledgerFile(there.path)).mode & 0o777).toBe(0o600);
});

test("the ledger that was there is kept aside, whole, and the copy stays what it is", async () => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  const sealed = readFileSync(copy);
  {
    await using ledger = await openLedger(folder.path);
    await ledger.append(anEvent({ id: "p2", source: "person", milestone: "done:address" }));
  }
  const { aside } = await restoreLedger(folder.path, copy, options);
  expect(readFileSync(copy)).toEqual(sealed);
  await using ledger = await openLedger(folder.path);
  expect((await ledger.events(aCase.id)).map(({ id }) => id)).toEqual(["p1"]);
  using old = new DatabaseSync(join(aside ?? "", "ledger.db"), { readOnly: true });
  expect(old.prepare("select id from events order by id").all()).toEqual([{ id: "p1" }, { id: "p2" }]);
});

test("what was forgotten since is not read again, and what of it the copy holds is told of", async () => {
  using folder = temporaryFolder();
  using elsewhere = temporaryFolder();
  const copy = join(elsewhere.path, "copy.db");
  copyFileSync(await aLife(folder.path), copy);
  {
    await using ledger = await openLedger(folder.path);
    await ledger.store([aLetter({ id: "b2" })], cursor);
  }
  await forget(folder.path, { caseId: null, markOf, now: noon });
  expect(await restoreLedger(folder.path, copy, options)).toMatchObject({ letters: 1, forgottenSince: 1 });
  await using ledger = await openLedger(folder.path);
  expect(await ledger.forgotten([markOf("b2"), markOf("c3")])).toEqual(new Set([markOf("b2")]));
});

test("what was sent since the copy was made is remembered, so that nothing goes out twice", async () => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  {
    await using ledger = await openLedger(folder.path);
    await ledger.plan(aCase.id, [aReminder()], noon);
    await ledger.claim(aReminder(), "2 days left", noon);
    await ledger.confirm(aReminder().id, { at: noon, channel: "smtp", answer: "250 OK", owed: false });
  }
  expect(await restoreLedger(folder.path, copy, options)).toMatchObject({ sentSince: 1 });
  await using ledger = await openLedger(folder.path);
  expect(await ledger.reminder(aReminder().id)).toMatchObject({ status: "sent", outcome: "250 OK" });
});

test.each([
  [
    "a changed row",
    (file: string) => change(file, `update events set milestone = 'done:print'`),
    "seal does not hold",
  ],
  [
    "a row too many",
    (file: string) => change(file, "insert into forgotten values ('x', 'now')"),
    "seal does not hold",
  ],
  [
    "a trigger",
    (file: string) => change(file, "create trigger t after insert on events begin delete from letters; end"),
    "seal does not hold",
  ],
  ["no seal", breakSeal, "bears no seal"],
  [
    "overwritten pages",
    (file: string) => writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 7000)),
    "is damaged",
  ],
  [
    "half of its length",
    (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000)),
    "is damaged",
  ],
  ["nothing in it", (file: string) => writeFileSync(file, ""), "no copy of a ledger"],
])("a copy with %s is refused, and the ledger stays as it is", async (_, harm, reason) => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  harm(copy);
  const before = readdirSync(folder.path);
  await expect(restoreLedger(folder.path, copy, options)).rejects.toThrow(reason);
  expect(readdirSync(folder.path)).toEqual(before);
  expect(existsSync(ledgerFile(folder.path))).toBe(true);
});

test("a copy made under another key is refused; --unsealed takes it", async () => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  const other = { ...options, sign: (digest: string): string => `otherwise ${digest}` };
  await expect(restoreLedger(folder.path, copy, other)).rejects.toThrow("made under another key");
  expect(await restoreLedger(folder.path, copy, { ...other, unsealed: true })).toMatchObject({ letters: 1 });
});

test("a copy of a newer landfall is refused", async () => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  change(copy, "pragma user_version = 999");
  await expect(restoreLedger(folder.path, copy, options)).rejects.toThrow("newer landfall");
});

test("a restored ledger can be backed up and restored again", async () => {
  using folder = temporaryFolder();
  const copy = await aLife(folder.path);
  await restoreLedger(folder.path, copy, options);
  const again = backUp(folder.path, after(days(3), noon), sign).path;
  copyFileSync(again, join(folder.path, "copy.db"));
  expect(
    await restoreLedger(folder.path, join(folder.path, "copy.db"), { ...options, now: after(days(4), noon) }),
  ).toMatchObject({ letters: 1 });
});
