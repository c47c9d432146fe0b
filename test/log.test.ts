import { afterEach, describe, expect, test } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openLog } from "../src/log.ts";
import { openSite, type Site } from "./helpers/daemon.ts";
import { hasDovecot } from "./helpers/dovecot.ts";
import { portal2 } from "./helpers/letters.ts";

const said = (isPrivate: boolean): string => {
  let text = "";
  const log = openLog({ level: "debug", onTerminal: false, isPrivate }, (line) => (text += line));
  log.info({ letter: "3f9a", subject: "A subject", token: "FAKE-token" }, "letter judged");
  log.warn(
    {},
    'signing in as "maria@example.net": no; Bearer FAKE.bearer.value, https://host/?token=FAKE-in-url',
  );
  log.error(
    { error: new Error("550 <maria@example.net> unknown", { cause: new Error("for bob@firm.example") }) },
    "sending failed",
  );
  return text;
};

test("holds ids, and neither addresses nor subjects nor tokens", () => {
  const text = said(false);
  expect(text).toContain("3f9a");
  expect(text).not.toMatch(/@|A subject|FAKE/);
  const levels = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).level);
  expect(levels).toEqual(["info", "warn", "error"]);
});

test("a server's words cannot command the terminal that the log is read on", () => {
  const tell = (onTerminal: boolean): string => {
    let text = "";
    const log = openLog({ level: "info", onTerminal, isPrivate: false }, (line) => (text += line));
    log.warn({ problem: "NO \u001B[2J\u009B8m" }, "the server said \u001B]0;owned\u0007");
    return text;
  };
  for (const text of [tell(true), tell(false)]) {
    expect(text).toContain("\\u001b[2J");
    expect(text).toContain("\\u009b8m");
    expect(text).toContain("\\u001b]0;owned\\u0007");
  }
});

test("holds addresses where they are asked for, and still neither subjects nor tokens of fields", () => {
  expect(said(true)).toContain("maria@example.net");
  expect(said(true)).not.toMatch(/A subject|FAKE-token/);
});

(hasDovecot() ? describe : describe.skip)("the daemon", () => {
  let site: Site | undefined;
  const running: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
    await site?.close();
  });

  const run = (environment: Record<string, string>) => {
    const launcher = join(import.meta.dirname, "../bin/landfall.js");
    const child = spawn(process.execPath, [launcher, "run"], {
      env: environment,
      cwd: environment["DATA_DIR"],
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.push(child);
    let err = "";
    child.stderr.on("data", (text) => (err += String(text)));
    return {
      says: async (text: string): Promise<string> => {
        while (!err.includes(text)) await once(child.stderr, "data");
        return err;
      },
    };
  };

  test("names nobody when a password is refused", async () => {
    site = await openSite("embedded");
    const wrong = { ...site.environment, IMAP_USER: "maria@example.net", IMAP_PASSWORD: "FAKE-wrong" };
    expect(await run(wrong).says("tryAgainInMs")).not.toMatch(/maria@|FAKE-wrong/);
  });

  test("writes a line for each letter and reminder, and the protocol to a file, with nothing of the letter", async () => {
    site = await openSite("embedded");
    const file = join(site.dataDir, "protocol.log");
    const at = new Date();
    site.dovecot.deliver("INBOX", portal2({ at }), { mtime: at });
    const daemon = run({ ...site.environment, PROTOCOL_LOG: file });
    const err = await daemon.says("reminder sent");
    expect(err).toMatch(/"letter":"[0-9a-f]+","kind":"portal2".*"letter judged"/);
    expect(err).toMatch(/"reminder":"[^"]+".*"reminder sent"/);
    const protocol = (): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
    while (!protocol().includes("SMTP C RCPT")) await sleep(20);
    const text = protocol();
    expect(text).toMatch(/IMAP C \w+ EXAMINE/);
    expect(text).toContain("SMTP C MAIL FROM:<[address]>");
    const secrets = ["FAKE", "New credentials", "@example.net", "@cic.gc.ca"];
    expect(secrets.filter((secret) => text.includes(secret) || err.includes(secret))).toEqual([]);
    expect(text).not.toContain(site.environment["IMAP_PASSWORD"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
