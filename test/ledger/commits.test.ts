import { readFileSync } from "node:fs";
import { expect, jest, test } from "@jest/globals";
import { sql } from "kysely";
import { openDatabase } from "../../src/ledger/database.ts";
import { ledgerFile } from "../../src/ledger/files.ts";
import { insertWord } from "../../src/ledger/words.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { noon } from "../helpers/samples.ts";

const word = (id: string) => ({
  id,
  saidAt: noon,
  said: { what: "trusted" as const, address: "office@example.net" },
});

/** `pragma synchronous`: 1 is normal, 2 is full. */
const durability = sql<{ synchronous: number }>`pragma synchronous`;

test("only what was said to be recomputable does not wait for the disk, and what comes next does again", async () => {
  using folder = temporaryFolder();
  const { db, recomputable } = await openDatabase(folder.path, false);
  const seen: unknown[] = [];
  const look = async (from: Parameters<typeof durability.execute>[0]) =>
    void seen.push((await durability.execute(from)).rows[0]?.synchronous);
  await recomputable(async (work) => {
    await insertWord(work, word("w1"));
    await look(work);
  });
  await db.transaction().execute(async (work) => {
    await insertWord(work, word("w2"));
    await look(work);
  });
  await recomputable(look);
  await insertWord(db, word("w3"));
  await look(db);
  await expect(recomputable(async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await db.transaction().execute(look);
  await db.destroy();
  expect(seen).toEqual([1, 2, 1, 2, 2]);
});

test("what no commit waited for is brought to the disk soon", async () => {
  using folder = temporaryFolder();
  const { db, recomputable } = await openDatabase(folder.path, false);
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  try {
    await recomputable(async (work) => insertWord(work, word("w1")));
    expect(onDisk(folder.path)).not.toContain("office@example.net");
    jest.advanceTimersByTime(3000);
    expect(onDisk(folder.path)).toContain("office@example.net");
  } finally {
    jest.useRealTimers();
    await db.destroy();
  }
});

/** The database without its log. */
const onDisk = (folder: string): string => readFileSync(ledgerFile(folder), "latin1");
