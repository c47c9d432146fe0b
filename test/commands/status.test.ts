import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { status } from "../../src/commands/status.ts";
import { minuteMs, shift } from "../../src/domain/instants.ts";
import { loadKey } from "../../src/key.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { keepMailbox } from "../../src/mailboxes.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { anEvent, aReminder, noon } from "../helpers/samples.ts";

const launcher = join(import.meta.dirname, "../../bin/landfall.js");
const escape = "\u001B[";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  for (const mailbox of ["maria@example.net", "li@example.net"]) {
    await ledger.openCase({ id: mailbox, label: mailbox, mailbox });
    await ledger.append(anEvent({ id: mailbox, caseId: mailbox, at: noon }));
    const scope = { mailbox, isMain: mailbox.startsWith("maria") };
    const trouble = { since: noon, until: noon, permanent: true, problem: "no", tries: 1, signIn: "" };
    await ledger.of(scope).setOutage("smtp", trouble);
  }
});
afterEach(() => folder[Symbol.dispose]());

const told = async (mailsPerDay = 20) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = {
    dataDir: folder.path,
    key: null,
    inherited: {},
    main: "maria@example.net",
    timeZone: "America/Toronto",
    notes: { pollMs: 300_000, mailsPerDay },
  };
  await status(config, { json: true, watch: false }, { stdin: Readable.from([]), stdout, stderr });
  stdout.end();
  return JSON.parse(await text(stdout));
};

test("each outage names the mailbox whose server it is", async () => {
  const { outages } = await told();
  expect(outages.map(({ mailbox }: { mailbox: string }) => mailbox)).toEqual([
    "maria@example.net",
    "li@example.net",
  ]);
});

test("each case tells its times in the zone of its own mailbox", async () => {
  {
    await using ledger = await openLedger(folder.path);
    const settings = {
      IMAP_HOST: "imap.example.net",
      IMAP_USER: "li@example.net",
      IMAP_PASSWORD: "FAKE-password",
      TIME_ZONE: "Asia/Shanghai",
    };
    const key = await loadKey(null, folder.path);
    await keepMailbox(ledger, key, { user: "li@example.net", settings, state: "watched" });
  }
  const { cases } = await told();
  const timesOf = (id: string): string => cases.find((each: { id: string }) => each.id === id).events[0].at;
  expect(timesOf("maria@example.net")).toBe("2026-11-02T07:00:00-05:00");
  expect(timesOf("li@example.net")).toBe("2026-11-02T20:00:00+08:00");
});

test("what is held back until tomorrow is told, and no other", async () => {
  const mailbox = "maria@example.net";
  const now = new Date();
  const reminder = (id: string, minutesAgo: number) =>
    aReminder({ id, caseId: mailbox, dueAt: shift(now, -minutesAgo * minuteMs) });
  {
    await using ledger = await openLedger(folder.path);
    const [gone, waiting] = [reminder("gone", 20), reminder("waiting", 10)];
    await ledger.plan(mailbox, [gone, waiting], now);
    await ledger.claim(gone, "subject", now);
    await ledger.confirm("gone", { at: now, channel: "smtp", answer: "250 taken", owed: false });
  }
  const heldOf = async (mailsPerDay: number) =>
    (await told(mailsPerDay)).reminders.filter(({ heldBack }: { heldBack: boolean }) => heldBack);
  expect(await heldOf(1)).toEqual([expect.objectContaining({ id: "waiting", status: "planned" })]);
  expect(await heldOf(2)).toEqual([]);
});

const hasTerminals = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

(hasTerminals ? describe : describe.skip)("on a terminal", () => {
  const onTerminal = (args: string, env: Readonly<Record<string, string>>) =>
    spawn("script", ["-qec", `"${process.execPath}" "${launcher}" ${args}`, "/dev/null"], {
      env: { PATH: process.env["PATH"], HOME: folder.path, DATA_DIR: folder.path, TERM: "xterm", ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });

  test("status has colours, and NO_COLOR takes them away", async () => {
    expect(await text(onTerminal("status", {}).stdout)).toContain(escape);
    const plain = await text(onTerminal("status", { NO_COLOR: "1" }).stdout);
    expect(plain).toContain("maria@example.net");
    expect(plain).not.toContain(escape);
  });

  test("--watch shows it anew until it is stopped", async () => {
    const child = onTerminal("status --watch", { NO_COLOR: "1" });
    const ended = once(child, "exit");
    let shown = "";
    for await (const piece of child.stdout) {
      shown += String(piece);
      if (shown.split(`${escape}2J`).length > 2) child.kill("SIGTERM");
    }
    expect(shown).toContain("Ctrl-C ends this.");
    await ended;
  });
});

test("--watch is refused where nobody watches", () => {
  const { status: code, stderr } = spawnSync(process.execPath, [launcher, "status", "--watch"], {
    env: { HOME: folder.path, DATA_DIR: folder.path },
    encoding: "utf8",
  });
  expect(code).toBe(2);
  expect(stderr).toContain("--watch is for a terminal");
});
