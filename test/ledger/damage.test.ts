import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { asyncProperty, assert, constantFrom, double, integer } from "fast-check";
import { backUp } from "../../src/ledger/backup.ts";
import { damageOf } from "../../src/ledger/damage.ts";
import { ledgerFile } from "../../src/ledger/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { repairLedger } from "../../src/ledger/repair.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aLetter, aMessage, anEvent, noon, sign } from "../helpers/samples.ts";

const count = 30;
let sound: ReturnType<typeof temporaryFolder>;

/** Letters that fill pages of their own, words of the person's, and a backup of it all. */
beforeAll(async () => {
  sound = temporaryFolder();
  await using ledger = await openLedger(sound.path);
  await ledger.openCase(aCase);
  for (let number = 0; number < count; number += 1) {
    const message = aMessage({
      messageId: `${number}@cic.gc.ca`,
      text: `${"A line of it. ".repeat(400)}${number}`,
    });
    await ledger.store([aLetter({ id: `l${number}`, message })], null);
    await ledger.append(anEvent({ id: `p${number}`, source: "person", milestone: "done:photo" }));
  }
  backUp(sound.path, noon, sign);
});
afterAll(() => sound[Symbol.dispose]());

/** Each harms the file at a place. */
const harms = {
  "cut short": (file: string, at: number) => truncateSync(file, at),
  "a bit turned": (file: string, at: number, bit: number) =>
    change(file, (bytes) => (bytes[at]! ^= 1 << bit)),
  "a sector lost": (file: string, at: number) =>
    change(file, (bytes) => bytes.fill(0, at - (at % 512), at - (at % 512) + 512)),
};

const change = (file: string, harm: (bytes: Buffer) => unknown): void => {
  const bytes = readFileSync(file);
  harm(bytes);
  writeFileSync(file, bytes);
};

/** All that there is to read; throws where something cannot be. */
const readAll = async (dataDir: string): Promise<{ readonly letters: number; readonly events: number }> => {
  await using ledger = await openLedger(dataDir);
  const ids = await ledger.unjudged();
  for (const id of ids) await ledger.letter(id);
  return { letters: ids.length, events: (await ledger.events(aCase.id)).length };
};

test("wherever a file is harmed: it is read whole, or refused in words that say what mends it, and then it is whole", async () => {
  const where = double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const how = constantFrom(...(Object.keys(harms) as (keyof typeof harms)[]));
  await assert(
    asyncProperty(how, where, integer({ min: 0, max: 7 }), async (harm, place, bit) => {
      using folder = temporaryFolder();
      cpSync(sound.path, folder.path, { recursive: true });
      const file = ledgerFile(folder.path);
      harms[harm](file, Math.floor(place * readFileSync(file).length), bit);
      const read = await readAll(folder.path).catch((error: Error) => error.message);
      if (typeof read === "string") {
        expect(read).toMatch(/ledger.*(damaged|empty).*landfall repair$/su);
        expect(await repairLedger(folder.path, noon)).toMatchObject({ damaged: true });
      }
      // A bit in a word makes another word, which nobody can know.
      const isTold = harm !== "a bit turned" || typeof read === "string";
      const whole = { letters: count, events: count };
      expect(await readAll(folder.path)).toMatchObject(isTold ? whole : {});
    }),
    { numRuns: 60, examples: [["cut short", 0, 0]] },
  );
}, 120_000);

test("garbage in a letter is found, though SQLite finds no fault with its page", async () => {
  using folder = temporaryFolder();
  cpSync(sound.path, folder.path, { recursive: true });
  const file = ledgerFile(folder.path);
  change(file, (bytes) =>
    bytes.fill(0, bytes.indexOf("A line of it. A line") + 100, bytes.indexOf("A line of it. A line") + 200),
  );
  expect(damageOf(file)).toBe("what lies in letters.message is garbage");
  await expect(openLedger(folder.path)).rejects.toThrow(/damaged.*letters\.message.*landfall repair/u);
  await using look = await openLedger(folder.path, { readOnly: true });
  const read = Promise.all((await look.unjudged()).map(async (id) => look.letter(id)));
  await expect(read).rejects.toThrow(/^reading the ledger: it is damaged[^A]*landfall repair$/u);
});

test("a ledger that was emptied is not taken for a new one where there are copies of it", async () => {
  using folder = temporaryFolder();
  cpSync(sound.path, folder.path, { recursive: true });
  truncateSync(ledgerFile(folder.path), 0);
  await expect(openLedger(folder.path)).rejects.toThrow(/it is empty, though there are copies/u);
  expect(existsSync(join(folder.path, "backups"))).toBe(true);
});
