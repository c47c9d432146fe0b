import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { backUp } from "../../src/ledger/backup.ts";
import { forget } from "../../src/ledger/forget.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aLetter, aMessage, anEvent, noon } from "../helpers/samples.ts";

const markOf = (id: string): string => `mark of ${id.length} and ${id.charCodeAt(0)}`;

const everythingIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"))
    .join("\n");

const text = "A sentence that nobody but this letter has, and that is to be forgotten.";

test("everything is erased so that no file holds a piece of it, and its mark stays", async () => {
  using folder = temporaryFolder();
  {
    await using ledger = await openLedger(folder.path);
    await ledger.openCase(aCase);
    await ledger.store([aLetter({ id: "f00dcafe", message: aMessage({ text }), finding: aFinding() })], null);
    await ledger.append(anEvent({ source: "letter:f00dcafe" }));
    backUp(folder.path, noon);
  }
  expect(everythingIn(folder.path)).toContain(text);
  const forgotten = await forget(folder.path, { caseId: null, markOf, now: noon });
  expect(forgotten).toMatchObject({ letters: 1, events: 1, backups: 1, left: [] });
  expect(forgotten.pieces).toBeGreaterThan(2);
  expect(everythingIn(folder.path)).not.toContain(text);
  expect(everythingIn(folder.path)).not.toContain("f00dcafe");
  await using ledger = await openLedger(folder.path);
  expect(await ledger.forgotten([markOf("f00dcafe"), "another"])).toEqual(new Set([markOf("f00dcafe")]));
  expect(await ledger.cases()).toEqual([]);
});
