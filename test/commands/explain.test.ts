import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { explain } from "../../src/commands/explain.ts";
import { status } from "../../src/commands/status.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, aFinding, aJudgement, aLetter, aMessage, anEvent, noon } from "../helpers/samples.ts";

let folder: ReturnType<typeof temporaryFolder>;
const said = { out: "", err: "" };
const io = {
  stdin: process.stdin,
  stdout: { write: (text: string) => ((said.out += text), true) },
  stderr: { write: (text: string) => ((said.err += text), true) },
} as never;
const timeZone = "America/Toronto";

beforeEach(async () => {
  folder = temporaryFolder();
  [said.out, said.err] = ["", ""];
  await using ledger = await openLedger(folder.path);
  await ledger.openCase(aCase);
  const text =
    "An account was created. Your temporary password: [password removed]\n\nPlease upload your photo.";
  await ledger.store(
    [
      aLetter({
        message: aMessage({ text }),
        identifiers: {
          applicationNumber: "9",
          uci: null,
          accountName: null,
          recipient: null,
          hints: { applicationNumber: "…567" },
        },
      }),
    ],
    null,
  );
  await ledger.record({
    judgements: [aJudgement(aFinding(), [anEvent({ tasks: ["photo"] })])],
    words: [
      {
        id: "w1",
        saidAt: noon,
        said: { what: "corrected", letterId: "a1", correction: { trust: "genuine" } },
      },
    ],
  });
});
afterEach(() => folder[Symbol.dispose]());

test("a letter is explained with its redacted text, what decided, its case and its windows", async () => {
  expect(await explain({ dataDir: folder.path, timeZone }, { letter: "a", json: true }, io)).toBe(0);
  const told = JSON.parse(said.out);
  expect(told).toMatchObject({
    id: "a1",
    case: "case-1",
    uncertain: false,
    hints: { applicationNumber: "…567" },
  });
  expect(told.marks.map(({ phrase }: { phrase: string }) => phrase)).toContain("photo.");
  expect(told.windows.map(({ task }: { task: string }) => task)).toEqual(["photo"]);
  said.out = "";
  expect(await explain({ dataDir: folder.path, timeZone }, { letter: "a1", json: false }, io)).toBe(0);
  expect(said.out).toMatch(/»[^«]*temporary password/);
  expect(said.out).toContain("you said: it is genuine");
});

test("an unknown letter exits 1 and says where the ids are", async () => {
  expect(await explain({ dataDir: folder.path, timeZone }, { letter: "b", json: true }, io)).toBe(1);
  expect(said).toEqual({ out: "", err: expect.stringContaining("landfall status") });
});

test("status tells whose a case is by hints, and what was corrected", async () => {
  expect(
    await status(
      {
        dataDir: folder.path,
        key: null,
        inherited: {},
        main: undefined,
        timeZone,
        notes: { pollMs: 300_000, mailsPerDay: 20 },
      },
      { json: true, watch: false },
      io,
    ),
  ).toBe(0);
  const told = JSON.parse(said.out);
  expect(told.cases).toMatchObject([
    { id: "case-1", hints: ["application …567"], uncertain: false, candidates: [] },
  ]);
  expect(told.letters).toMatchObject([
    { id: "a1", case: "case-1", corrected: { trust: "genuine", notMine: false } },
  ]);
});
