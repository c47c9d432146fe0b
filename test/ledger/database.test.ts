import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@jest/globals";
import { sql } from "kysely";
import { openDatabase } from "../../src/ledger/database.ts";
import { ledgerExists, ledgerFile } from "../../src/ledger/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aLetter, aMessage, aCase } from "../helpers/samples.ts";

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test("folder and files are for the owner's eyes only", async () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, "state", "landfall");
  await using ledger = await openLedger(dataDir);
  await ledger.store([aLetter()], null);
  expect(modeOf(dataDir)).toBe(0o700);
  const files = readdirSync(dataDir);
  expect(files.toSorted()).toEqual(["ledger.db", "ledger.db-shm", "ledger.db-wal"]);
  for (const file of files) expect(modeOf(join(dataDir, file))).toBe(0o600);
});

test("on a full disk it says that the disk is full, whatever was rolled back by SQLite itself", async () => {
  using folder = temporaryFolder();
  const { db } = await openDatabase(folder.path, false);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(db);
  const filled = db.transaction().execute(async (work) => {
    await sql`create table filler (text text)`.execute(work);
    await sql`insert into filler values (${"x".repeat(100_000)})`.execute(work);
  });
  await expect(filled).rejects.toThrow(/the disk is full.*make room on it/);
  await db.destroy();
});

test("a look at a ledger that does not exist creates nothing", async () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, "landfall");
  expect(ledgerExists(dataDir)).toBe(false);
  await expect(openLedger(dataDir, { readOnly: true })).rejects.toThrow(/opening the ledger/);
  expect(existsSync(dataDir)).toBe(false);
});

test("one can look while the daemon writes, and cannot change anything", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await using look = await openLedger(folder.path, { readOnly: true });
  await ledger.store([aLetter()], null);
  expect(await look.unjudged()).toEqual(["a1"]);
  await expect(look.openCase(aCase)).rejects.toThrow(/readonly/);
});

test("one can look after the daemon stopped", async () => {
  using folder = temporaryFolder();
  {
    await using ledger = await openLedger(folder.path);
    await ledger.store([aLetter()], null);
  }
  expect(ledgerExists(folder.path)).toBe(true);
  await using look = await openLedger(folder.path, { readOnly: true });
  expect(await look.unjudged()).toEqual(["a1"]);
});

test("a ledger newer than the program is refused and left untouched", async () => {
  using folder = temporaryFolder();
  await (await openLedger(folder.path))[Symbol.asyncDispose]();
  const newer = new DatabaseSync(ledgerFile(folder.path));
  newer.exec("pragma user_version = 99");
  newer.close();
  const before = readFileSync(ledgerFile(folder.path));
  for (const readOnly of [false, true])
    await expect(openLedger(folder.path, { readOnly })).rejects.toThrow(/newer landfall.*update/);
  expect(readFileSync(ledgerFile(folder.path))).toEqual(before);
});

test("a newer ledger whose program was killed is left untouched as well, its log included", async () => {
  using folder = temporaryFolder();
  using killed = temporaryFolder();
  await (await openLedger(folder.path))[Symbol.asyncDispose]();
  const newer = new DatabaseSync(ledgerFile(folder.path));
  newer.exec("pragma user_version = 99; create table later (y)");
  const ends = ["", "-wal"];
  for (const end of ends)
    copyFileSync(`${ledgerFile(folder.path)}${end}`, `${ledgerFile(killed.path)}${end}`);
  newer.close();
  const files = () => ends.map((end) => readFileSync(`${ledgerFile(killed.path)}${end}`));
  const before = files();
  expect(before[1]?.length).toBeGreaterThan(0);
  for (const readOnly of [false, true])
    await expect(openLedger(killed.path, { readOnly })).rejects.toThrow(/newer landfall.*update/);
  expect(files()).toEqual(before);
});

test("a look at a ledger of an older program says how to bring it up to date", async () => {
  using folder = temporaryFolder();
  const older = new DatabaseSync(ledgerFile(folder.path));
  older.exec("pragma user_version = 1");
  older.close();
  await expect(openLedger(folder.path, { readOnly: true })).rejects.toThrow(/older landfall/);
});

test("a look at a ledger that was never finished says what finishes it", async () => {
  using folder = temporaryFolder();
  new DatabaseSync(ledgerFile(folder.path)).close();
  await expect(openLedger(folder.path, { readOnly: true })).rejects.toThrow(/never finished.*landfall run/);
});

test("a file that is no database is told as such, with what to do", async () => {
  using folder = temporaryFolder();
  writeFileSync(ledgerFile(folder.path), "garbage ".repeat(1000));
  for (const readOnly of [false, true])
    await expect(openLedger(folder.path, { readOnly })).rejects.toThrow(
      /^opening the ledger ".*ledger\.db": it is damaged.*landfall repair/,
    );
});

test("a ledger beside which nothing can be written says so", async () => {
  using folder = temporaryFolder();
  await (await openLedger(folder.path))[Symbol.asyncDispose]();
  mkdirSync(`${ledgerFile(folder.path)}-wal`);
  await expect(openLedger(folder.path, { readOnly: true })).rejects.toThrow(
    /^opening the ledger ".*ledger\.db": .*DATA_DIR that this user may write to/,
  );
});

const writer = `
  import { openLedger } from ${JSON.stringify(new URL("../../src/ledger/ledger.ts", import.meta.url).href)};
  await using ledger = await openLedger(process.argv[1]);
  for (let n = 0; n < 50; n++) await ledger.openCase({ id: process.argv[2] + n, label: "", mailbox: "" });
`;

test("two programs that write at once wait for each other, also to make the ledger", async () => {
  using folder = temporaryFolder();
  const programs = ["one", "two"].map((name) =>
    spawn(process.execPath, ["--input-type=module", "-e", writer, folder.path, name], {
      stdio: ["ignore", "inherit", "inherit"],
    }),
  );
  const exits = await Promise.all(programs.map(async (program) => once(program, "exit")));
  expect(exits).toEqual([
    [0, null],
    [0, null],
  ]);
  await using ledger = await openLedger(folder.path);
  expect(await ledger.cases()).toHaveLength(100);
});

test("text comes back to the letter, whatever is in it", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const message = aMessage({ text: "é ✓ 🍁 \u0000 '; --" });
  await ledger.store([aLetter({ message })], null);
  expect(await ledger.letter("a1")).toEqual(aLetter({ message }));
});
