import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { backUp } from "../../src/ledger/backup.ts";
import { forget } from "../../src/ledger/forget.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aLetter, aMessage, anEvent, noon, sign } from "../helpers/samples.ts";

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
    await ledger.setSecret("sign-in me@example.org", "what a consent gave, sealed");
    backUp(folder.path, noon, sign);
  }
  expect(everythingIn(folder.path)).toContain(text);
  expect(everythingIn(folder.path)).toContain("what a consent gave");
  const forgotten = await forget(folder.path, { caseId: null, markOf, now: noon });
  expect(forgotten).toMatchObject({ letters: 1, events: 1, backups: 1, left: [] });
  expect(forgotten.pieces).toBeGreaterThan(2);
  expect(everythingIn(folder.path)).not.toContain(text);
  expect(everythingIn(folder.path)).not.toContain("f00dcafe");
  expect(everythingIn(folder.path)).not.toContain("what a consent gave");
  await using ledger = await openLedger(folder.path);
  expect(await ledger.forgotten([markOf("f00dcafe"), "another"])).toEqual(new Set([markOf("f00dcafe")]));
  expect(await ledger.cases()).toEqual([]);
});

test("a ledger that is open, and was asked before, knows at once what another process forgot", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter({ id: "f00dcafe", finding: aFinding() })], null);
  expect(await ledger.forgotten([markOf("f00dcafe")])).toEqual(new Set());
  await forget(folder.path, { caseId: null, markOf, now: noon });
  expect(await ledger.forgotten([markOf("f00dcafe")])).toEqual(new Set([markOf("f00dcafe")]));
});

const judged = (letterId: string, caseId: string) => ({
  letterId,
  finding: aFinding(),
  filing: { caseId, certain: true, by: "opened it", candidates: [], home: null } as const,
  events: [anEvent({ id: `${letterId}-credentialed`, caseId, source: `letter:${letterId}` })],
});

test("of two cases one is erased with what was merged into it and said of it; the other stays as it was", async () => {
  using folder = temporaryFolder();
  const secrets = ["a wholly private sentence of one", "another private sentence of two"];
  {
    await using ledger = await openLedger(folder.path);
    const said = { what: "labelled", caseId: "case-1", label: "of Mum" } as const;
    await ledger.record({
      cases: [aCase, { ...aCase, id: "case-2", mergedInto: "case-1" }, { ...aCase, id: "case-3" }],
      words: [{ id: "w1", saidAt: noon, said }],
    });
    const texts = { aaaa0001: secrets[0]!, aaaa0002: secrets[1]!, aaaa0003: "a sentence that may well stay" };
    for (const [id, sentence] of Object.entries(texts))
      await ledger.store([aLetter({ id, message: aMessage({ messageId: id, text: sentence }) })], null);
    await ledger.record({
      judgements: ["1", "2", "3"].map((number) => judged(`aaaa000${number}`, `case-${number}`)),
    });
    const noted = (id: string) => ({
      key: `${id}-unknown`,
      topic: "unknown" as const,
      caseId: null,
      wantedAt: noon,
      dueAt: noon,
    });
    const notes = [noted("aaaa0003"), noted("aaaa0001")];
    await ledger.planNotes(
      [{ kind: "note", id: "aaaa0003-unknown", caseId: null, dueAt: noon, notices: [], notes }],
      noon,
    );
  }
  const forgotten = await forget(folder.path, {
    caseId: "case-1",
    markOf: (id) => `mark ${id.at(-1)}`,
    now: noon,
  });
  expect(forgotten).toMatchObject({ letters: 2, events: 2, left: [] });
  for (const secret of [...secrets, "aaaa0001", "of Mum"])
    expect(everythingIn(folder.path)).not.toContain(secret);
  await using ledger = await openLedger(folder.path);
  expect((await ledger.cases()).map(({ id }) => id)).toEqual(["case-3"]);
  expect(await ledger.events("case-3")).toHaveLength(1);
  expect(await ledger.reminders()).toMatchObject([{ notes: [{ key: "aaaa0003-unknown" }] }]);
});
