import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openLedger } from "../src/ledger/ledger.ts";
import { aCase, aFinding, aJudgement, aLetter, anEvent } from "./helpers/samples.ts";

const landfall = join(import.meta.dirname, "..", "bin", "landfall.js");

/** Runs the command as people do: in a folder of its own, with none of this process's settings. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const home = mkdtempSync(join(tmpdir(), "landfall-cli-"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [landfall, ...args], {
    cwd: home,
    env: { HOME: home, ...env },
    encoding: "utf8",
    input: "",
  });
  return { code: status, stdout, stderr };
};

test("--version prints the version, alone", () => {
  expect(run(["--version"])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: "",
  });
});

test("each setting that stands in the way is told once", () => {
  for (const command of ["check", "run", "test-mail"]) {
    const { code, stderr } = run([command], { IMAP_USER: "a@example.net", IMAP_PASSWORD_FILE: "/nowhere" });
    const lines = stderr.split("\n").filter((line) => line.includes("IMAP_PASSWORD_FILE"));
    expect({ command, code, lines: lines.length }).toEqual({ command, code: 2, lines: 1 });
  }
});

test("a mailbox that nobody keeps is named, with those there are", () => {
  for (const command of ["test-mail", "check"]) {
    const { code, stderr } = run([command, "--mailbox", "nobody@example.net"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('no mailbox "nobody@example.net"; there are: none'),
    });
  }
});

test("--help names every command and gives examples", () => {
  const { code, stdout } = run(["--help"]);
  expect(code).toBe(0);
  for (const name of [
    "run",
    "check",
    "status",
    "calendar",
    "done",
    "undo",
    "snooze",
    "set",
    "classify",
    "test-mail",
    "preview",
    "Examples:",
  ])
    expect(stdout).toContain(name);
});

test.each([
  [[], "Usage: landfall"],
  [["stats"], "Did you mean status?"],
  [["check", "--jsn"], "Did you mean --json?"],
  [["check", "more"], "too many arguments"],
  [["done"], "missing required argument 'task'"],
  [["done", "fotos"], "Allowed choices are reply, password"],
  [["undo", "photo", "--at", "2026-01-01"], "unknown option '--at'"],
  [["done", "photo", "--at", "yesterday"], '--at "yesterday" is not a time'],
  [["snooze", "photo", "soon"], '"soon" is no length of time'],
  [["snooze", "photo", "0h"], '"0h" is no length of time'],
  [["set", "copr-valid-until", "31 March"], '"31 March" is not a day'],
  [["set", "copr-valid-until", "2020-03-31"], '"2020-03-31" is over'],
  [["set", "photo", "2099-03-31"], "Allowed choices are copr-valid-until"],
  [["done", "photo", "--at", "2999-01-01T10:00"], "is in the future"],
  [["correct", "3f9a"], "say at least one of --kind, --received, --trust genuine, --not-mine"],
  [["correct", "3f9a", "--kind", "portal3"], "Allowed are portal1, portal2"],
  [["correct", "3f9a", "--trust", "me"], "Allowed is genuine"],
  [["correct", "3f9a", "--received", "2999-01-01T10:00"], "is in the future"],
  [["correct", "3f9a", "--received", "1990-01-01T10:00"], "is before the portal existed"],
  [["correct", "3f9a", "--not-mine", "--kind", "ecopr"], "cannot be combined"],
  [["trust", "@Gmail.com"], "anybody can have an address at gmail.com"],
  [["label", "case-1", ""], "give it a name that is not empty"],
  [["label", "case-1", " \n "], "give it a name that is not empty"],
  [["label", "case-1"], "give it a name that is not empty, or say only --undo"],
  [["label", "case-1", "Anna", "--undo"], "or say only --undo"],
  [["assign", "3f9a"], "name a case, or say --undo"],
  [["merge", "case-2"], "name the case it belongs to, or say --undo"],
  [["trust", "somebody"], "Write an address, or @domain"],
])("wrong use exits 2 and says what is wrong: %j", (args, said) => {
  const { code, stdout, stderr } = run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(said);
});

test("bad settings exit 2 and are all named on stderr", () => {
  const { code, stdout, stderr } = run(["check", "--json"], { IMAP_PORT: "x", IMAP_HOST: "imap.example" });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const name of ["IMAP_PORT", "IMAP_USER", "IMAP_PASSWORD"]) expect(stderr).toContain(name);
  expect(stderr).not.toContain("SMTP_HOST");
});

test("without settings, run says what it needs first and where it looked for it", () => {
  const { code, stderr } = run(["run", "--json"], { DATA_DIR: "state" });
  expect(code).toBe(2);
  expect(stderr).toContain("IMAP_USER");
  expect(stderr).not.toContain("REMIND_");
  expect(stderr).toMatch(/"\S+\/\.env" \(not there\) and "\S+\/state\/\.env" \(not there\)/);
});

test("run --json logs to stderr, and prints one object once it has ended", async () => {
  const home = mkdtempSync(join(tmpdir(), "landfall-cli-"));
  const env = { HOME: home, IMAP_HOST: "127.0.0.1", IMAP_PORT: "1", SMTP_HOST: "127.0.0.1", SMTP_PORT: "1" };
  const daemon = spawn(process.execPath, [landfall, "run", "--json"], {
    cwd: home,
    env: { ...env, IMAP_USER: "anna@example.net", IMAP_PASSWORD: "x" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  daemon.stdout.on("data", (text) => (said.out += String(text)));
  daemon.stderr.on("data", (text) => (said.err += String(text)));
  while (!said.err.includes("landfall is watching")) await once(daemon.stderr, "data");
  daemon.kill("SIGTERM");
  expect(await once(daemon, "close")).toEqual([0, null]);
  expect(JSON.parse(said.out)).toEqual({ stopped: true });
});

test("a check that finds nobody does not say that it keeps trying", () => {
  const env = { IMAP_HOST: "127.0.0.1", IMAP_PORT: "1", IMAP_USER: "anna", IMAP_PASSWORD: "x" };
  const { code, stderr } = run(["check"], env);
  expect(code).toBe(1);
  expect(stderr).toContain("nobody answers on port 1");
  expect(stderr).not.toContain("keeps trying");
});

test("a ledger that is none is told with its path", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "landfall-cli-"));
  writeFileSync(join(dataDir, "ledger.db"), "no database, whatever its name. ".repeat(200));
  for (const command of [["status"], ["done", "photo"]])
    expect(run(command, { DATA_DIR: dataDir })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`opening the ledger "${join(dataDir, "ledger.db")}": it is damaged`),
    });
});

test("a broken setting stops neither --help nor classify", () => {
  const broken = { TIME_ZONE: "Mars/Olympus", LOG_LEVEL: "loud", IMAP_PORT: "x" };
  expect(run(["--help"], broken)).toMatchObject({ code: 0, stderr: "" });
  expect(run(["classify"], broken).code).not.toBe(2);
});

test("a failure is told without a stack, unless one asks for it", () => {
  const file = join(import.meta.dirname, "no-such-letter.eml");
  expect(run(["classify", file])).toMatchObject({ code: 1, stderr: expect.not.stringContaining("    at ") });
});

test.each([
  ["explain", "3f9a"],
  ["correct", "3f9a", "--not-mine"],
  ["assign", "3f9a", "case-1"],
  ["trust", "a@b.example"],
])("without a ledger %s exits 1 and says what to do first", (...args) => {
  expect(run([...args, "--json"])).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("run `landfall run` first"),
  });
});

test("what is said of a letter is what was typed, and --undo takes it back", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "landfall-cli-"));
  {
    await using ledger = await openLedger(dataDir);
    await ledger.openCase(aCase);
    await ledger.store([aLetter()], null);
    await ledger.record({ judgements: [aJudgement(aFinding(), [anEvent()])] });
  }
  const correct = (...args: readonly string[]) => {
    const { code, stdout } = run(["correct", "a", ...args, "--json"], {
      DATA_DIR: dataDir,
      TIME_ZONE: "UTC",
    });
    return { code, corrected: JSON.parse(stdout).corrected };
  };
  const nothingSaid = { kind: null, subkind: null, receivedAt: null, trust: null, notMine: false };
  expect(correct("--received", "2026-11-01T10:00")).toEqual({
    code: 0,
    corrected: { ...nothingSaid, receivedAt: "2026-11-01T10:00:00+00:00" },
  });
  expect(correct("--undo")).toEqual({ code: 0, corrected: null });
  expect(correct("--not-mine")).toEqual({ code: 0, corrected: { ...nothingSaid, notMine: true } });
  expect(correct("--kind", "photo_returned", "--trust", "genuine").corrected).toEqual({
    ...nothingSaid,
    kind: "other_ircc",
    subkind: "photo_returned",
    trust: "genuine",
  });
});

test("rules --json prints the tables, without any settings", () => {
  const { code, stdout } = run(["rules", "--json"]);
  expect(code).toBe(0);
  expect(Object.keys(JSON.parse(stdout))).toEqual(["kinds", "milestones", "windows", "picture"]);
});

test("status before the first run is empty, and creates nothing", () => {
  const { code, stdout, stderr } = run(["status", "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    cases: [],
    mailboxes: [],
    letters: [],
    unread: [],
    reminders: [],
    outages: [],
  });
});

test("preview needs no settings, and says where there is no browser", () => {
  const { code, stdout, stderr } = run(["preview", "rung", "--language", "zh", "--open"], {
    PATH: "/nowhere",
  });
  expect(code).toBe(1);
  expect(stdout).toContain("上传照片");
  expect(stderr).toMatch(/no browser could be started; open .*rung\.html yourself/);
});
