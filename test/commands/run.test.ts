import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSite, type Queue, type Site } from "../helpers/daemon.ts";
import { hasDovecot } from "../helpers/dovecot.ts";
import { portal2 } from "../helpers/letters.ts";
import { hasRedis } from "../helpers/redis.ts";

const queues: readonly Queue[] = hasRedis() ? ["Redis", "embedded"] : ["embedded"];
const root = join(import.meta.dirname, "../..");

/** A clone of its own, which runs its sources. */
const clone = (): string => {
  const home = mkdtempSync(join(tmpdir(), "landfall-clone-"));
  for (const part of ["bin", "src", "package.json"])
    cpSync(join(root, part), join(home, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
  return home;
};

const suite = hasDovecot() ? describe : describe.skip;

suite.each(queues)("landfall run, its queue %s", (queue) => {
  let site: Site;
  const running: ChildProcess[] = [];
  const now = new Date();
  beforeEach(async () => {
    site = await openSite(queue);
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
    await site.close();
  });

  const landfall = (command: readonly string[], more: Record<string, string> = {}, home = root) => {
    const child = spawn(process.execPath, [join(home, "bin/landfall.js"), ...command], {
      env: { ...site.environment, ...more },
      cwd: site.dataDir,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.push(child);
    const said = { out: "", err: "" };
    child.stdout.on("data", (text) => (said.out += String(text)));
    child.stderr.on("data", (text) => (said.err += String(text)));
    const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...said }));
    const says = async (text: string): Promise<void> => {
      while (!said.err.includes(text)) await once(child.stderr, "data");
    };
    return { child, ended, says };
  };
  const asJson = async (...command: readonly string[]) => {
    const { code, out } = await landfall([...command, "--json"]).ended;
    return { code, said: JSON.parse(out) };
  };

  test.each(["SIGTERM", "SIGINT"] as const)(
    "ends cleanly at %s, and says that the mailbox is no longer watched",
    async (signal) => {
      const daemon = landfall(["run"]);
      await daemon.says("the first look");
      const before = performance.now();
      daemon.child.kill(signal);
      expect((await daemon.ended).code).toBe(0);
      expect(performance.now() - before).toBeLessThan(5000);
      expect((await asJson("status")).said.mailboxes).toMatchObject([{ user: "person", state: "stopped" }]);
    },
  );

  test("a letter that comes after the program was replaced under the daemon waits for one that is whole", async () => {
    const home = clone();
    const daemon = landfall(["run"], { VERIFY_DKIM: "on" }, home);
    await daemon.says("the first look");
    rmSync(join(home, "node_modules")); // signatures are verified by a package that is loaded with the first of them
    site.dovecot.deliver("INBOX", portal2({ at: now, results: null }));
    await daemon.says("restart it");
    expect((await asJson("status")).said).toMatchObject({ letters: [], unread: [] });
    daemon.child.kill("SIGTERM");
    await daemon.ended;
    rmSync(home, { recursive: true });
    landfall(["run"]);
    await site.smtp.waitFor(1);
    expect((await asJson("status")).said.letters).toMatchObject([{ kind: "portal2" }]);
  });

  test("killed outright is no longer said to watch", async () => {
    const daemon = landfall(["run"]);
    await daemon.says("the first look");
    expect((await asJson("status")).said.mailboxes).toMatchObject([{ state: "watching" }]);
    daemon.child.kill("SIGKILL");
    await daemon.ended;
    expect((await asJson("status")).said.mailboxes).toMatchObject([{ state: "stopped" }]);
  });

  test("refuses to run twice on one ledger, and says so", async () => {
    const daemon = landfall(["run"]);
    await daemon.says("the first look");
    const second = await landfall(["run"]).ended;
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/another landfall|already/i);
    expect(second.err).not.toMatch(/\n\s+at /);
  });

  test("says a wrong password in plain words and keeps running", async () => {
    const daemon = landfall(["run"], { IMAP_PASSWORD: "wrong" });
    await daemon.says("password");
    expect(daemon.child.exitCode).toBeNull();
    daemon.child.kill("SIGTERM");
    const { code, err } = await daemon.ended;
    expect(code).toBe(0);
    expect(err).not.toContain('wrong"');
  });

  test("tries a new password at once, though the old one was refused three times", async () => {
    const daemon = landfall(["run"], { IMAP_PASSWORD: "wrong" });
    const refused = (await waitForRefusals(3)).mailboxes[0];
    expect(refused).toMatchObject({ state: "refused", problem: expect.stringMatching(/password/) });
    daemon.child.kill("SIGTERM");
    await daemon.ended;
    const corrected = landfall(["run"]);
    await corrected.says("the first look");
  });

  const waitForRefusals = async (count: number) => {
    for (;;) {
      if (site.dovecot.log().split("auth failed").length > count) return (await asJson("status")).said;
      await sleep(50);
    }
  };

  test("status, done and undo speak with the ledger while it runs", async () => {
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = landfall(["run"]);
    await site.smtp.waitFor(1);
    await daemon.says("reminder sent");
    expect(await asJson("done", "photo")).toMatchObject({
      code: 0,
      said: { task: "photo", window: { state: "done" } },
    });
    const { said } = await asJson("status");
    expect(said.cases[0]).toMatchObject({
      stage: "in_portal",
      events: [{ milestone: "credentialed" }, { milestone: "done:photo" }],
    });
    expect(said.reminders[0]).toMatchObject({
      status: "sent",
      tasks: ["password", "presence", "address", "photo"],
    });
    expect(
      said.reminders.filter(
        (each: { status: string; tasks: string[] }) =>
          each.status === "planned" && each.tasks.includes("photo"),
      ),
    ).toEqual([]);
    expect(await asJson("undo", "photo")).toMatchObject({ code: 0, said: { window: { state: "open" } } });
  });
});

suite("landfall check", () => {
  test("prints what would be sent, and sends and keeps nothing", async () => {
    const site = await openSite("embedded");
    const at = new Date();
    site.dovecot.deliver("INBOX", portal2({ at }), { mtime: at });
    const launcher = join(import.meta.dirname, "../../bin/landfall.js");
    const child = spawn(process.execPath, [launcher, "check", "--json"], {
      env: site.environment,
      cwd: site.dataDir,
    });
    let out = "";
    child.stdout.on("data", (text) => (out += String(text)));
    const [code] = await once(child, "close");
    const said = JSON.parse(out);
    expect(code).toBe(0);
    expect(said.mailbox).toEqual({
      host: "127.0.0.1",
      user: "person",
      folders: expect.arrayContaining(["INBOX", "Junk", "Sent"]),
    });
    expect(said.letters).toMatchObject([
      { folder: "INBOX", kind: "portal2", subkind: "credentials", trust: "verified" },
    ]);
    expect(said.reminders[0]).toMatchObject({ tasks: ["password", "presence", "address", "photo"] });
    expect(said.reminders.length).toBeGreaterThan(5);
    expect(site.smtp.mails).toEqual([]);
    await site.close();
  });
});
