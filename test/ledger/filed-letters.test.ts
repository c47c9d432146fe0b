import { expect, test } from "@jest/globals";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aJudgement, aLetter, anEvent, hour, noon } from "../helpers/samples.ts";

const judged = (letterId: string, finding = aFinding()) => ({
  ...aJudgement(finding, [anEvent({ id: letterId, source: `letter:${letterId}` })]),
  letterId,
});
const idsOf = (letters: readonly { id: string }[]) => letters.map(({ id }) => id);

test("letters come as they were filed, the oldest first, whatever order they came in", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  expect(await ledger.filedLetters()).toEqual([]);
  await ledger.store([aLetter({ id: "late", seenAt: new Date(noon.getTime() + hour) })], null);
  await ledger.record({ cases: [aCase], judgements: [judged("late")] });
  expect(idsOf(await ledger.filedLetters())).toEqual(["late"]);
  await ledger.store([aLetter({ id: "early" }), aLetter({ id: "unread" })], null);
  await ledger.record({ judgements: [judged("early")] });
  expect(idsOf(await ledger.filedLetters())).toEqual(["early", "late"]);
});

test("a letter that is judged anew comes as it is judged now", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  await ledger.record({ cases: [aCase], judgements: [judged("a1")] });
  expect((await ledger.filedLetters())[0]?.finding.kind).not.toBe("ecopr");
  await ledger.record({ judgements: [judged("a1", aFinding({ kind: "ecopr" }))] });
  expect((await ledger.filedLetters())[0]?.finding.kind).toBe("ecopr");
});

test("what another process files is seen at the next question", async () => {
  using folder = temporaryFolder();
  await using daemon = await openLedger(folder.path);
  await daemon.store([aLetter()], null);
  await daemon.record({ cases: [aCase], judgements: [judged("a1")] });
  expect((await daemon.filedLetters())[0]?.filing).not.toBeNull();
  await using command = await openLedger(folder.path);
  await command.record({ judgements: [{ ...judged("a1"), filing: null, events: [] }] });
  expect((await daemon.filedLetters())[0]?.filing).toBeNull();
});

test("questions that are asked at the same time have the same answer", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  const recorded = ledger.record({ cases: [aCase], judgements: [judged("a1")] });
  const answers = await Promise.all([recorded, ledger.filedLetters(), ledger.filedLetters()]);
  expect(answers.slice(1).map((letters) => idsOf(letters ?? []))).toEqual([["a1"], ["a1"]]);
});

test("what is erased is filed nowhere", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.store([aLetter()], null);
  await ledger.record({ cases: [aCase], judgements: [judged("a1")] });
  expect(idsOf(await ledger.filedLetters())).toEqual(["a1"]);
  await ledger.forget({ caseId: aCase.id, markOf: (id) => `mark of ${id}`, now: noon });
  expect(await ledger.filedLetters()).toEqual([]);
});
