import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { exportCase, type ExportOptions } from "../../src/commands/export.ts";
import type { ReminderLanguage } from "../../src/domain/wording/phrasebook.ts";
import { correctLetter } from "../../src/flow/correct.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { busyWeek } from "../helpers/page.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { playIn } from "../helpers/story.ts";

let world: World;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  world = await openWorld();
  folder = temporaryFolder();
  const { ports } = await playIn(world, busyWeek);
  const forged = (await world.ledger.letters()).find(({ finding }) => finding.trust === "suspicious");
  await correctLetter(ports, forged?.id ?? "", { notMine: true });
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const run = async (more: Partial<ExportOptions> = {}) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = {
    dataDir: world.dataDir,
    timeZone: "America/Toronto",
    key: null,
    inherited: {},
    notes: { pollMs: 300_000, mailsPerDay: 20 },
  };
  const options: ExportOptions = {
    case: undefined,
    to: join(folder.path, "evidence"),
    zip: false,
    language: "en",
    version: "9.9.9",
    json: true,
    ...more,
  };
  const code = await exportCase(config, options, { stdin: Readable.from([]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
};

const exported = async (language: ReminderLanguage = "en"): Promise<string> => {
  await run({ language, to: join(folder.path, language) });
  return readFile(join(folder.path, language, "timeline.html"), "utf8");
};

const timeline = async () => {
  await run();
  return JSON.parse(await readFile(join(folder.path, "evidence", "timeline.json"), "utf8"));
};

test("a case is written down: what came, how it came, and what vouches for it", async () => {
  const { letters } = await timeline();
  const portal2 = letters.find(
    ({ kind, trust }: { kind: string; trust: string }) => kind === "portal2" && trust === "verified",
  );
  expect(portal2).toMatchObject({
    messageId: "letter-3@cic.gc.ca",
    from: "ircc.prconfirmation-confirmationrp.ircc@cic.gc.ca",
    received: [{ by: "mx.example.net", from: "mail.cic.gc.ca", at: "2026-11-23T10:42:00-05:00" }],
    receivedAt: "2026-11-23T10:42:00-05:00",
    inCase: true,
  });
  expect(portal2.authenticationResults).toContainEqual({
    by: "mx.example.net",
    method: "dmarc",
    result: "pass",
    domain: "cic.gc.ca",
  });
});

test("it tells what was sent when, under which Message-ID, and what the server answered", async () => {
  const { reminders } = await timeline();
  expect(reminders.length).toBeGreaterThan(3);
  for (const reminder of reminders)
    expect(reminder).toMatchObject({
      status: "sent",
      outcome: "250 taken",
      messageId: expect.stringContaining("@"),
    });
});

test("it tells what the person said of tasks and of letters", async () => {
  const { case: told, said } = await timeline();
  const words = told.events.filter(({ source }: { source: string }) => source === "person");
  expect(words.map(({ milestone }: { milestone: string }) => milestone)).toEqual([
    "done:password",
    "done:presence",
  ]);
  expect(said).toMatchObject([{ what: "corrected", correction: { notMine: true } }]);
});

test("where there is one case a letter that lies in none stands beside it", async () => {
  const { letters } = await timeline();
  expect(letters.map(({ kind, inCase }: { kind: string; inCase: boolean }) => [kind, inCase])).toEqual([
    ["portal1", true],
    ["own_reply", true],
    ["portal2", true],
    ["portal2", false],
  ]);
});

test("each hash is that of the letter as the ledger keeps it, and does not change by itself", async () => {
  const { letters } = await timeline();
  for (const { id, sha256 } of letters) {
    const stored = await world.ledger.letter(id);
    expect(sha256).toBe(createHash("sha256").update(JSON.stringify(stored?.message)).digest("hex"));
  }
});

test("SHA256SUMS holds the hashes of the files beside it", async () => {
  await run();
  const at = join(folder.path, "evidence");
  const sums = (await readFile(join(at, "SHA256SUMS"), "utf8")).trim().split("\n");
  expect(sums).toHaveLength(2);
  for (const line of sums) {
    const [sum, name = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(await readFile(join(at, name)))
        .digest("hex"),
    ).toBe(sum);
  }
});

test("neither passwords nor numbers nor whole addresses are in it", async () => {
  await run();
  const at = join(folder.path, "evidence");
  for (const name of await readdir(at)) {
    const content = await readFile(join(at, name), "utf8");
    for (const secret of ["FAKE-Secret-99!", "E001234567", "1234-5678", "person@example.net"])
      expect(content).not.toContain(secret);
  }
  expect((await stat(join(at, "timeline.html"))).mode & 0o077).toBe(0);
});

test("a zip holds the same files", async () => {
  const to = join(folder.path, "evidence.zip");
  expect(await run({ to })).toMatchObject({ code: 0 });
  const files = unzipSync(await readFile(to));
  expect(Object.keys(files)).toEqual(["timeline.html", "timeline.json", "SHA256SUMS"]);
  expect(strFromU8(files["timeline.html"]!)).toContain("<svg");
});

test("the page speaks the person's language, and asks nothing of anybody", async () => {
  for (const [language, title] of [
    ["en", "What happened, in order"],
    ["fr", "Ce qui s’est passé, dans l’ordre"],
    ["zh", "经过（按时间顺序）"],
  ] as const) {
    const page = await exported(language);
    expect(page).toContain(title);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  }
});

test("what is there already is never written over", async () => {
  await run();
  const { code, err } = await run();
  expect(code).toBe(1);
  expect(err).toContain("is there already: name another one with --to");
});

test("an unknown case is answered with those there are", async () => {
  const { code, err } = await run({ case: "case-7" });
  expect(code).toBe(1);
  expect(err).toContain('there is no case "case-7"; the cases are: case-1');
});
