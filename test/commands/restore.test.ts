import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "@jest/globals";
import { backup } from "../../src/commands/backup.ts";
import { restore } from "../../src/commands/restore.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { lockLedger } from "../../src/ledger/lock.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aLetter } from "../helpers/samples.ts";

const run = async (
  dataDir: string,
  { file, unsealed = false }: { file?: string; unsealed?: boolean } = {},
) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = { stdin: Readable.from([]), stdout, stderr };
  const code = await restore({ dataDir, key: null }, { file, unsealed, json: false }, io);
  for (const stream of [stdout, stderr]) stream.end();
  return { code, said: `${await text(stdout)}${await text(stderr)}` };
};

/** A ledger with one letter, and a backup made by the command; the path of that. */
const backedUp = async (dataDir: string): Promise<string> => {
  {
    await using ledger = await openLedger(dataDir);
    await ledger.store([aLetter()], null);
  }
  const stdout = new PassThrough();
  await backup({ dataDir, key: null }, { json: true }, { stdin: Readable.from([]), stdout, stderr: stdout });
  stdout.end();
  return JSON.parse(await text(stdout)).path;
};

test("the newest backup is restored where none is named, and one is found by its name", async () => {
  using folder = temporaryFolder();
  const path = await backedUp(folder.path);
  expect(await run(folder.path)).toMatchObject({ code: 0, said: expect.stringContaining("1 letters") });
  expect(await run(folder.path, { file: basename(path) })).toMatchObject({ code: 0 });
});

test("while a daemon runs nothing is restored", async () => {
  using folder = temporaryFolder();
  await backedUp(folder.path);
  using daemon = lockLedger(folder.path);
  expect(daemon).toBeDefined();
  await expect(run(folder.path)).rejects.toThrow("another landfall already runs on it");
});

test("on another machine the key is asked for before anything is written", async () => {
  using here = temporaryFolder();
  using there = temporaryFolder();
  const file = await backedUp(here.path);
  const { code, said } = await run(there.path, { file });
  expect(code).toBe(1);
  expect(said).toContain(`put it to "${join(there.path, "key")}"`);
  copyFileSync(join(here.path, "key"), join(there.path, "key"));
  expect(await run(there.path, { file })).toMatchObject({ code: 0 });
});

test("without any backup it says where they would lie", async () => {
  using folder = temporaryFolder();
  const { code, said } = await run(folder.path);
  expect(code).toBe(1);
  expect(said).toContain(`there is no backup in "${join(folder.path, "backups")}"`);
});
