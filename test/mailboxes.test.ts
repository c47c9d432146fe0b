import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { loadConfig } from "../src/config.ts";
import { ledgerFile } from "../src/ledger/files.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { startDaemon, type Daemon } from "../src/main.ts";
import { systemClock } from "../src/system.ts";
import { hasDovecot, startDovecot, type Dovecot } from "./helpers/dovecot.ts";
import { temporaryFolder } from "./helpers/folder.ts";
import { authservId, portal2 } from "./helpers/letters.ts";
import { ReadableLog } from "./helpers/log.ts";
import { startSmtp, type SmtpPeer } from "./helpers/smtp.ts";

/** The command is started several times in each. */
jest.setTimeout(90_000);

const landfall = join(import.meta.dirname, "..", "bin", "landfall.js");

type Login = Pick<Dovecot, "port" | "password">;
type Place = { readonly home: string; readonly dataDir: string };

const newPlace = (): Place => {
  const home = temporaryFolder().path;
  return { home, dataDir: join(home, ".local/state/landfall") };
};

const run = async ({ home }: Place, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [landfall, ...args], {
    cwd: home,
    env: { HOME: home, PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, stdout, stderr };
};

/** What the daemon writes down tells nobody that it did. */
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  const giveUpAt = performance.now() + 30_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${String(holds)}`);
    await sleep(20);
  }
};

(hasDovecot() ? describe : describe.skip)("several mailboxes", () => {
  let servers: readonly Dovecot[];
  let smtp: SmtpPeer;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    servers = await Promise.all([startDovecot(), startDovecot()]);
    smtp = await startSmtp();
  });
  afterEach(async () => {
    for (const clean of cleanUp.splice(0).toReversed()) await clean();
  });
  afterAll(async () => void (await Promise.all([...servers.map((each) => each.stop()), smtp.close()])));

  /** Each user of the test servers is a mailbox of their own. */
  const add = async (place: Place, user: string, server: Login, more: readonly string[] = []) => {
    const file = join(place.home, `${user}.env`);
    const lines = [
      "IMAP_HOST=127.0.0.1",
      `IMAP_PORT=${server.port}`,
      "IMAP_SECURITY=none",
      `IMAP_USER=${user}`,
      `IMAP_PASSWORD=${server.password}`,
      "SMTP_HOST=127.0.0.1",
      `SMTP_PORT=${smtp.port}`,
      `REMIND_TO=${user}@example.net`,
      `REMIND_FROM=landfall-${user}@example.net`,
      "TIME_ZONE=America/Toronto",
      "QUIET_HOURS=off",
      `AUTHSERV_ID=${authservId}`,
    ];
    writeFileSync(file, lines.join("\n"));
    return run(place, ["mailbox", "add", "--yes", "--no-test-mail", "--settings", file, ...more]);
  };

  const start = async ({ home, dataDir }: Place, log = new ReadableLog()): Promise<Daemon> => {
    const env = {
      HOME: home,
      DATA_DIR: dataDir,
      POLL_MINUTES: "0.02",
      QUIET_HOURS: "off",
      VERIFY_DKIM: "off",
    };
    const loaded = loadConfig(env, home, { mailbox: false, sending: false });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const daemon = await startDaemon(loaded.config, { clock: systemClock, log, sweepEveryMs: 100 });
    cleanUp.push(() => daemon.stop());
    return daemon;
  };

  const stateOf = async ({ ledger }: Daemon, user: string): Promise<string | undefined> =>
    (await ledger.health()).find((each) => each.user === user)?.state;

  /** Each names its own account: two letters that name one are of one case, in whatever mailboxes they lie. */
  const letterTo = (user: string, at: Date): string =>
    portal2({ at, id: `${user}@cic.gc.ca` }).replaceAll("person@example.net", `${user}@example.net`);

  const mailsTo = (user: string) =>
    smtp.mails.filter(({ envelope }) => envelope.to.includes(`${user}@example.net`));

  test("are kept sealed, listed, paused, resumed and removed", async () => {
    const place = newPlace();
    const added = await add(place, "maria", servers[0]!, ["--language", "fr"]);
    expect(added.stdout).toContain("maria, sealed in the ledger");
    expect(added.code).toBe(0);
    expect(existsSync(join(place.dataDir, ".env"))).toBe(false);
    const onDisk = readFileSync(ledgerFile(place.dataDir), "latin1");
    expect(onDisk).not.toContain("maria@example.net");
    const listed = async () => JSON.parse((await run(place, ["mailbox", "list", "--json"])).stdout).mailboxes;
    expect(await listed()).toMatchObject([
      { user: "maria", host: "127.0.0.1", remindTo: "maria@example.net", main: false, state: "stopped" },
    ]);
    expect((await run(place, ["mailbox", "pause", "maria"])).stdout).toContain("neither looked at");
    expect(await listed()).toMatchObject([{ state: "paused" }]);
    expect((await run(place, ["mailbox", "resume", "maria"])).code).toBe(0);
    expect(await listed()).toMatchObject([{ state: "stopped" }]);
    expect((await run(place, ["mailbox", "remove", "maria"])).code).toBe(0);
    expect(await listed()).toEqual([]);
    const unknown = await run(place, ["mailbox", "pause", "maria"]);
    expect(unknown.stderr).toContain('keeps no mailbox "maria"');
    expect(unknown.code).toBe(1);
  });

  test("a refused password leaves nothing behind", async () => {
    const place = newPlace();
    const { code } = await add(place, "maria", { port: servers[0]!.port, password: "wrong" });
    expect(code).toBe(1);
    expect(existsSync(ledgerFile(place.dataDir))).toBe(false);
  });

  test("check looks at the one that is named", async () => {
    const place = newPlace();
    await add(place, "carla", servers[0]!);
    await add(place, "diego", servers[1]!);
    const { stdout } = await run(place, ["check", "--json", "--mailbox", "diego"]);
    expect(JSON.parse(stdout).mailbox).toMatchObject({ user: "diego" });
    const which = await run(place, ["check"]);
    expect(which.stderr).toContain("say --mailbox with one of: carla, diego");
    expect(which.code).toBe(2);
  });

  test("each is told of its own letters, in its own words, and nobody of another's", async () => {
    const place = newPlace();
    await add(place, "elena", servers[0]!, ["--language", "fr"]);
    await add(place, "felix", servers[1]!, ["--language", "en"]);
    const daemon = await start(place);
    await until(async () => (await stateOf(daemon, "elena")) === "watching");
    await until(async () => (await stateOf(daemon, "felix")) === "watching");
    const now = new Date();
    servers[0]!.deliverTo("elena", letterTo("elena", now), { mtime: now });
    servers[1]!.deliverTo("felix", letterTo("felix", now), { mtime: now });
    await until(() => mailsTo("elena").length > 0 && mailsTo("felix").length > 0);
    expect(mailsTo("elena")).toHaveLength(1);
    expect(mailsTo("elena")[0]?.raw).toContain("landfall-elena@example.net");
    expect(mailsTo("elena")[0]?.raw).toMatch(/Portail/);
    expect(mailsTo("felix").some(({ raw }) => raw.includes("Portal 2 arrived"))).toBe(true);
    const cases = await daemon.ledger.cases();
    expect(cases.map(({ mailbox }) => mailbox).toSorted()).toEqual(["elena", "felix"]);
  });

  test("one that cannot be opened never stops another, and is told in status", async () => {
    const place = newPlace();
    await add(place, "greta", servers[0]!);
    const gone = await startDovecot();
    await add(place, "hugo", gone);
    await gone.stop();
    const daemon = await start(place);
    await until(async () => (await stateOf(daemon, "greta")) === "watching");
    const now = new Date();
    servers[0]!.deliverTo("greta", letterTo("greta", now), { mtime: now });
    await until(() => mailsTo("greta").length === 1);
    const { stdout } = await run(place, ["status", "--json"]);
    expect(JSON.parse(stdout).mailboxes).toMatchObject([
      { user: "greta", state: "watching", health: "good" },
      { user: "hugo", state: "connecting", problem: expect.stringContaining("nobody answers") },
    ]);
  });

  test("a daemon takes up one that is added, and lets go of one that is paused", async () => {
    const place = newPlace();
    await add(place, "ivana", servers[0]!);
    const daemon = await start(place);
    await until(async () => (await stateOf(daemon, "ivana")) === "watching");
    await add(place, "jorge", servers[1]!);
    await until(async () => (await stateOf(daemon, "jorge")) === "watching");
    await run(place, ["mailbox", "pause", "ivana"]);
    await until(async () => (await stateOf(daemon, "ivana")) === "paused");
    const now = new Date();
    servers[0]!.deliverTo("ivana", letterTo("ivana", now), { mtime: now });
    servers[1]!.deliverTo("jorge", letterTo("jorge", now), { mtime: now });
    await until(() => mailsTo("jorge").length === 1);
    expect(mailsTo("ivana")).toEqual([]);
    await run(place, ["mailbox", "resume", "ivana"]);
    await until(() => mailsTo("ivana").length === 1);
  });

  test("one that is removed while the daemon runs is no longer told of, and a pause outlives a changed language", async () => {
    const place = newPlace();
    await add(place, "lena", servers[0]!);
    await add(place, "mark", servers[1]!);
    const daemon = await start(place);
    await until(async () => (await stateOf(daemon, "lena")) === "watching");
    await run(place, ["mailbox", "pause", "mark"]);
    await add(place, "mark", servers[1]!, ["--language", "zh"]);
    await until(async () => (await stateOf(daemon, "mark")) === "paused");
    const removed = await run(place, ["mailbox", "remove", "lena"]);
    expect(removed.stdout).toContain("nor are its windows reminded of");
    await until(async () => (await daemon.ledger.health()).every(({ user }) => user === "mark"));
    await daemon.stop();
    expect(await stateOf(daemon, "lena").catch(() => undefined)).toBeUndefined();
  });

  test("test-mail sends as the one that is named would", async () => {
    const place = newPlace();
    await add(place, "nora", servers[0]!, ["--language", "fr"]);
    await add(place, "omar", servers[1]!);
    const sent = await run(place, ["test-mail", "--mailbox", "nora", "--json"]);
    expect(JSON.parse(sent.stdout)).toMatchObject({
      to: "nora@example.net",
      from: "landfall-nora@example.net",
      subject: expect.stringMatching(/^Exemple/),
      sent: true,
    });
    expect(mailsTo("nora")).toHaveLength(1);
    const which = await run(place, ["test-mail"]);
    expect(which.stderr).toContain("nora, omar");
    expect(which.code).toBe(2);
  });

  test("what the person says is planned as their own mailbox wants it, with the daemon off", async () => {
    const place = newPlace();
    await add(place, "kira", servers[0]!);
    const daemon = await start(place);
    const now = new Date();
    servers[0]!.deliverTo("kira", letterTo("kira", now), { mtime: now });
    await until(() => mailsTo("kira").length === 1);
    const planned = await daemon.ledger.reminders();
    await daemon.stop();
    cleanUp.length = 0;
    const { code } = await run(place, ["done", "photo"], { TIME_ZONE: "Asia/Shanghai" });
    expect(code).toBe(0);
    await using ledger = await openLedger(place.dataDir, { readOnly: true });
    const left = (await ledger.reminders()).filter(({ status }) => status === "planned");
    expect(left.map(({ dueAt }) => dueAt)).toEqual(
      planned
        .filter(({ id, status }) => status === "planned" && left.some((each) => each.id === id))
        .map(({ dueAt }) => dueAt),
    );
  });
});
