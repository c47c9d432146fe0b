import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { backUp, backups, isBackupDue } from "../../src/ledger/backup.ts";
import { damageOf } from "../../src/ledger/damage.ts";
import { backupFolder, ledgerFile, looseFiles, tighten } from "../../src/ledger/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aLetter, noon, sign } from "../helpers/samples.ts";
import { after, days } from "../helpers/world.ts";

test("a copy holds what the ledger holds, while that is open, for the owner's eyes only", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  const { path, rows } = backUp(folder.path, noon, sign);
  expect(rows).toMatchObject({ letters: 1, events: 0 });
  expect(damageOf(path)).toBeNull();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(backupFolder(folder.path)).mode & 0o777).toBe(0o700);
  expect(looseFiles(backupFolder(folder.path))).toEqual([]);
});

test("fourteen copies are kept, and another one is due after a day", async () => {
  using folder = temporaryFolder();
  await (await openLedger(folder.path))[Symbol.asyncDispose]();
  expect(isBackupDue(folder.path, noon)).toBe(true);
  for (let day = 0; day < 16; day += 1) {
    const { path } = backUp(folder.path, after(days(day), noon), sign);
    utimesSync(path, after(days(day), noon), after(days(day), noon));
  }
  expect(backups(folder.path)).toHaveLength(14);
  expect(isBackupDue(folder.path, after(days(15.9), noon))).toBe(false);
  expect(isBackupDue(folder.path, after(days(16), noon))).toBe(true);
});

test("a ledger that cannot be copied leaves no half a copy behind", () => {
  using folder = temporaryFolder();
  writeFileSync(ledgerFile(folder.path), "garbage ".repeat(1000));
  expect(() => backUp(folder.path, noon, sign)).toThrow(/^backing up the ledger to/);
  expect(readdirSync(backupFolder(folder.path))).toEqual([]);
});

test("files that others could read are found, and shut", async () => {
  using folder = temporaryFolder();
  await (await openLedger(folder.path))[Symbol.asyncDispose]();
  writeFileSync(join(folder.path, "key"), "visible", { mode: 0o644 });
  const loose = looseFiles(folder.path);
  expect(loose).toMatchObject([{ path: join(folder.path, "key"), mode: "644", wanted: "0600" }]);
  tighten(loose);
  expect(looseFiles(folder.path)).toEqual([]);
});
