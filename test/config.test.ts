import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

import { describeProblems, loadConfig, type Environment } from "../src/config.ts";

const hour = 3_600_000;
const all = { mailbox: true, sending: true } as const;
const none = { mailbox: false, sending: false } as const;

const gmail = {
  HOME: "/home/anna",
  IMAP_HOST: "imap.gmail.com",
  IMAP_USER: "Anna@Gmail.com",
  IMAP_PASSWORD: "app-password",
  SMTP_HOST: "smtp.gmail.com",
};

const folder = (files: Readonly<Record<string, string>> = {}): string => {
  const path = mkdtempSync(join(tmpdir(), "landfall-config-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
};

const load = (env: Environment, cwd = folder()) => {
  const loaded = loadConfig(env, cwd, all);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config;
};

const problemsOf = (env: Environment, cwd = folder()): Readonly<Record<string, string>> =>
  Object.fromEntries(loadConfig(env, cwd, all).problems.map(({ name, message }) => [name, message]));

test("four settings are enough for Gmail, and its one login reads and sends", () => {
  expect(load(gmail)).toMatchObject({
    imap: { host: "imap.gmail.com", port: 993, security: "tls", user: "Anna@Gmail.com" },
    smtp: {
      host: "smtp.gmail.com",
      port: 587,
      security: "starttls",
      user: "Anna@Gmail.com",
      password: "app-password",
    },
    remindTo: "anna@gmail.com",
    remindFrom: "anna@gmail.com",
    reading: { ownAddresses: ["anna@gmail.com"], trustedForwarders: [], authservId: null },
    notes: { waiting: ["portal2", "ecopr", "card"], weekly: null, pollMs: 300_000, mailsPerDay: 20 },
    planning: {
      rungs7d: [96 * hour, 48 * hour, 24 * hour, 6 * hour],
      rungs14d: [168 * hour, 72 * hour, 24 * hour, 6 * hour],
      rungs30d: [336 * hour, 168 * hour, 72 * hour, 24 * hour],
      quietHours: { from: 21 * 60, to: 8 * 60 },
    },
    lookbackDays: 365,
    pollMinutes: 5,
    redisUrl: null,
    queuePrefix: "landfall",
    dataDir: "/home/anna/.local/state/landfall",
    logLevel: "info",
    key: null,
  });
});

test("every missing setting is named at once", () => {
  expect(Object.keys(problemsOf({}))).toEqual(["IMAP_HOST", "IMAP_USER", "IMAP_PASSWORD"]);
});

test("SMTP_HOST may be left out: reminders are then laid into the inbox, unless that is forbidden", () => {
  const { SMTP_HOST: _, ...mailbox } = gmail;
  expect(load(mailbox)).toMatchObject({ smtp: null, mayAppend: true, remindTo: "anna@gmail.com" });
  expect(Object.keys(problemsOf({ ...mailbox, FALLBACK: "off" }))).toEqual(["SMTP_HOST"]);
  expect(load({ ...gmail, FALLBACK: "off" }).mayAppend).toBe(false);
});

test("a sample can be sent without a mailbox, but needs one of the two", () => {
  const sending = { mailbox: false, sending: true } as const;
  const names = (env: Environment) => loadConfig(env, folder(), sending).problems.map(({ name }) => name);
  expect(names({ REMIND_TO: "a@b.example", REMIND_FROM: "a@b.example" })).toEqual(["SMTP_HOST"]);
  expect(names({ IMAP_HOST: "imap.gmail.com", IMAP_USER: "anna@gmail.com" })).toEqual(["IMAP_PASSWORD"]);
});

test("the address of a web hook is a secret", () => {
  expect(problemsOf({ ...gmail, NOTIFY_URL: "ftp://s3cret" })["NOTIFY_URL"]).not.toContain("s3cret");
  expect(load({ ...gmail, NOTIFY_URL: "https://ntfy.sh/topic" }).notifyUrl).toBe("https://ntfy.sh/topic");
});

test("addresses are asked for where no other missing setting would give them", () => {
  const loaded = loadConfig({ SMTP_HOST: "localhost" }, folder(), { mailbox: false, sending: true });
  expect(loaded.problems.map(({ name }) => name)).toEqual(["REMIND_TO", "REMIND_FROM"]);
});

test("with what is missing comes where .env was looked for", () => {
  const cwd = folder({ ".env": "DATA_DIR=data\n" });
  expect(loadConfig({}, cwd, all)).toMatchObject({
    ok: false,
    envFiles: [
      { path: join(cwd, ".env"), found: true },
      { path: join(cwd, "data", ".env"), found: false },
    ],
  });
});

test("every wrong setting is named at once, with its value and what is allowed", () => {
  const problems = problemsOf({
    ...gmail,
    IMAP_PORT: "70000",
    SMTP_SECURITY: "ssl",
    TIME_ZONE: "Mars/Olympus",
    TRUSTED_FORWARDERS: "@office.example, nobody",
    LOOKBACK_DAYS: "1.5",
    POLL_MINUTES: "0",
    RUNGS_7D: "4 days",
    REDIS_URL: "http://localhost",
    QUEUE_PREFIX: "a:b",
    LOG_LEVEL: "loud",
  });
  expect(problems).toMatchObject({
    IMAP_PORT: '"70000" is not allowed; allowed: a whole number from 1 to 65535',
    SMTP_SECURITY: expect.stringContaining('"ssl" is not allowed; allowed: tls, starttls or none'),
    POLL_MINUTES: '"0" is not allowed; allowed: a number of minutes above 0, up to 1440',
  });
  expect(Object.keys(problems)).toHaveLength(10);
});

test("no secret is ever shown", () => {
  const env = { ...gmail, REDIS_URL: "http://user:s3cret@host", SMTP_PASSWORD: "s3cret", SMTP_HOST: "a b" };
  const loaded = loadConfig(env, folder(), all);
  expect(describeProblems(loaded.problems)).toContain("http://***@host");
  expect(describeProblems(loaded.problems)).not.toContain("s3cret");
});

test("only a server on this machine may be spoken to in the clear", () => {
  const plain = { ...gmail, IMAP_SECURITY: "none", SMTP_SECURITY: "none" };
  expect(Object.keys(problemsOf(plain))).toEqual(["IMAP_SECURITY", "SMTP_SECURITY"]);
  expect(problemsOf({ ...plain, IMAP_HOST: "127.0.0.1", SMTP_HOST: "[::1]" })).toEqual({});
});

test.each([
  [{ SMTP_PORT: "465" }, { security: "tls", port: 465 }],
  [{ SMTP_PORT: "2525" }, { security: "starttls", port: 2525 }],
  [{ SMTP_SECURITY: "tls" }, { security: "tls", port: 465 }],
  [{ SMTP_HOST: "localhost" }, { security: "none", port: 25 }],
  [
    { SMTP_HOST: "localhost", SMTP_PORT: "587" },
    { security: "starttls", port: 587 },
  ],
])("of port and security the one follows from the other: %j", (settings, smtp) => {
  expect(load({ ...gmail, ...settings }).smtp).toMatchObject(smtp);
});

test.each(["127.0.0.1", "smtp.other.example", "mailrelay"])(
  "the mailbox's password never goes to %s unasked",
  (host) => {
    expect(load({ ...gmail, SMTP_HOST: host }).smtp).toMatchObject({ user: null, password: null });
  },
);

test("half a login is a problem", () => {
  const elsewhere = { ...gmail, SMTP_HOST: "smtp.other.example" };
  expect(Object.keys(problemsOf({ ...elsewhere, SMTP_USER: "anna" }))).toEqual(["SMTP_PASSWORD"]);
  expect(Object.keys(problemsOf({ ...elsewhere, SMTP_PASSWORD: "x" }))).toEqual(["SMTP_USER"]);
});

test("sending alone needs the mailbox's password only where it is the login for sending too", () => {
  const sending = { mailbox: false, sending: true } as const;
  const names = (env: Environment) => loadConfig(env, folder(), sending).problems.map(({ name }) => name);
  expect(names({ ...gmail, IMAP_PASSWORD: undefined })).toEqual(["IMAP_PASSWORD"]);
  expect(names({ SMTP_HOST: "localhost", REMIND_TO: "a@b.example", REMIND_FROM: "a@b.example" })).toEqual([]);
});

test("a user name that is no address leaves open where reminders go, and only sending minds", () => {
  const env = { ...gmail, IMAP_USER: "anna" };
  expect(Object.keys(problemsOf(env))).toEqual(["REMIND_TO", "REMIND_FROM"]);
  expect(loadConfig(env, folder(), { mailbox: true, sending: false }).ok).toBe(true);
  expect(load({ ...env, REMIND_TO: "a@b.example", REMIND_FROM: "c@b.example" })).toMatchObject({
    remindTo: "a@b.example",
    reading: { ownAddresses: ["a@b.example"] },
  });
});

test("answers go to the watched mailbox; where its user is no address, the person says which one reaches it", () => {
  const anna = { ...gmail, IMAP_USER: "anna", REMIND_TO: "a@b.example", REMIND_FROM: "c@b.example" };
  expect(load({ ...gmail, REMIND_TO: "other@b.example" }).answersTo).toBe("anna@gmail.com");
  expect(load(anna).answersTo).toBeNull();
  expect(load({ ...anna, OWN_ADDRESSES: "x@b.example" }).answersTo).toBeNull();
  expect(load({ ...anna, OWN_ADDRESSES: "x@b.example, A@b.example" }).answersTo).toBe("a@b.example");
});

test("addresses are compared in lower case and ASCII", () => {
  const { reading } = load({
    ...gmail,
    OWN_ADDRESSES: "Anna@Bücher.example, anna@gmail.com",
    TRUSTED_FORWARDERS: "Lawyer@Office.example,@Consultant.example",
  });
  expect(reading.ownAddresses).toEqual(["anna@gmail.com", "anna@xn--bcher-kva.example"]);
  expect(reading.trustedForwarders).toEqual(["lawyer@office.example", "@consultant.example"]);
});

test("rungs are told in any order and kept longest first", () => {
  const { planning } = load({ ...gmail, RUNGS_7D: "30m, 2d,6h,2d" });
  expect(planning.rungs7d).toEqual([48 * hour, 6 * hour, hour / 2]);
});

test("real variables win over .env here, and .env here wins over the one in DATA_DIR", () => {
  const data = folder({ ".env": "LOOKBACK_DAYS=1\nPOLL_MINUTES=1\nQUEUE_PREFIX=data\n" });
  const here = folder({ ".env": `DATA_DIR=${data}\nLOOKBACK_DAYS=2\nPOLL_MINUTES=2\n` });
  expect(load({ ...gmail, LOOKBACK_DAYS: "3" }, here)).toMatchObject({
    dataDir: data,
    lookbackDays: 3,
    pollMinutes: 2,
    queuePrefix: "data",
  });
});

test("a secret can stand in a file of its own, without the line's end", () => {
  const cwd = folder({ secret: "from file \n", empty: "" });
  const env = { ...gmail, IMAP_PASSWORD: undefined };
  expect(load({ ...gmail, LANDFALL_KEY_FILE: "secret" }, cwd).key).toBe("from file ");
  expect(Object.keys(problemsOf({ ...gmail, IMAP_PASSWORD_FILE: "secret" }, cwd))).toEqual(["IMAP_PASSWORD"]);
  expect(problemsOf({ ...env, IMAP_PASSWORD_FILE: "absent" }, cwd)).toEqual({
    IMAP_PASSWORD_FILE: expect.stringContaining("ENOENT"),
  });
  expect(problemsOf({ ...env, IMAP_PASSWORD_FILE: "empty" }, cwd)).toHaveProperty("IMAP_PASSWORD_FILE");
});

test("a command that needs neither mailbox nor sending passes over what is wrong", () => {
  const cwd = folder();
  const loaded = loadConfig({ IMAP_PORT: "x", TIME_ZONE: "Mars/Olympus", DATA_DIR: "state" }, cwd, none);
  expect(loaded).toMatchObject({ ok: true, config: { dataDir: join(cwd, "state"), lookbackDays: 365 } });
  expect(loaded.problems.map(({ name }) => name)).toEqual(["IMAP_PORT", "TIME_ZONE"]);
});

test("a variable set to nothing counts as not set", () => {
  expect(load({ ...gmail, REDIS_URL: "", LOG_LEVEL: "" })).toMatchObject({
    redisUrl: null,
    logLevel: "info",
  });
});

test("a variable set to nothing hides none that .env sets", () => {
  const data = folder({ ".env": "IMAP_PASSWORD=from data\n" });
  const here = folder({ ".env": "IMAP_HOST=imap.here.example\nIMAP_PASSWORD=\n" });
  const env = { ...gmail, DATA_DIR: data, IMAP_HOST: "", IMAP_PASSWORD: undefined };
  expect(load(env, here).imap).toMatchObject({ host: "imap.here.example", password: "from data" });
});

test("the ledger's folder follows XDG_STATE_HOME, and ~ is home", () => {
  expect(load({ ...gmail, XDG_STATE_HOME: "/state" }).dataDir).toBe("/state/landfall");
  expect(load({ ...gmail, XDG_STATE_HOME: "relative" }).dataDir).toBe("/home/anna/.local/state/landfall");
  expect(load({ ...gmail, DATA_DIR: "~/landfall" }).dataDir).toBe("/home/anna/landfall");
});

test("quiet hours are two times of the day, and off by that word or by nothing", () => {
  const quiet = (text: string) => load({ ...gmail, QUIET_HOURS: text }).planning.quietHours;
  expect(quiet("22:30-7:00")).toEqual({ from: 22 * 60 + 30, to: 7 * 60 });
  expect(quiet("off")).toBeNull();
  expect(quiet("")).toBeNull();
  const dataDir = folder({ ".env": "QUIET_HOURS=20:00-09:00\n" });
  expect(
    load({ ...gmail, DATA_DIR: dataDir }, folder({ ".env": "QUIET_HOURS=\n" })).planning.quietHours,
  ).toBeNull();
  for (const wrong of ["22-7", "08:00-08:00", "25:00-07:00", "21:00"])
    expect(problemsOf({ ...gmail, QUIET_HOURS: wrong })).toHaveProperty("QUIET_HOURS");
});

test("waiting notes are named, or off; the weekly summary has a day and a time", () => {
  const notes = (more: Record<string, string>) => load({ ...gmail, ...more }).notes;
  expect(notes({ WAITING_NOTES: "card, Portal2" }).waiting).toEqual(["portal2", "card"]);
  expect(notes({ WAITING_NOTES: "off" }).waiting).toEqual([]);
  expect(notes({ WEEKLY: "Mon@8:05" }).weekly).toEqual({ weekday: 1, minutes: 485 });
  expect(notes({ WEEKLY: "off" }).weekly).toBeNull();
  for (const wrong of ["monday", "mon@24:00", "mon 08:00"])
    expect(problemsOf({ ...gmail, WEEKLY: wrong })).toHaveProperty("WEEKLY");
  expect(problemsOf({ ...gmail, WAITING_NOTES: "portal3" })).toHaveProperty("WAITING_NOTES");
});

test("a program that Landfall starts inherits no secret", () => {
  const settings = new URL("../src/config/settings.ts", import.meta.url).href;
  const script = `
    import { execFileSync } from "node:child_process";
    import { systemEnvironment } from ${JSON.stringify(settings)};
    const read = [systemEnvironment(), systemEnvironment()].map((given) => given.IMAP_PASSWORD + given.REDIS_URL);
    console.log(JSON.stringify({ read, child: String(execFileSync("env")) }));`;
  const secrets = {
    IMAP_PASSWORD: "FAKE-one",
    REDIS_URL: "redis://:FAKE-two@127.0.0.1",
    LANDFALL_KEY: "FAKE-three",
  };
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: process.env["PATH"], IMAP_USER: "maria", ...secrets },
  });
  const { read, child } = JSON.parse(String(out));
  expect(read).toEqual(Array(2).fill("FAKE-oneredis://:FAKE-two@127.0.0.1"));
  expect(child).toContain("IMAP_USER=maria");
  expect(child).not.toContain("FAKE");
});
