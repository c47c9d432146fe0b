import { afterEach, describe, expect, test } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { statSync } from "node:fs";
import { join } from "node:path";
import { openSite } from "../helpers/daemon.ts";
import { hasDovecot } from "../helpers/dovecot.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { portal2 } from "../helpers/letters.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

const landfall = (command: readonly string[], environment: Record<string, string>) => {
  const launcher = join(import.meta.dirname, "../../bin/landfall.js");
  const child = spawn(process.execPath, [launcher, ...command], {
    env: environment,
    cwd: environment["DATA_DIR"],
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += String(text)));
  child.stderr.on("data", (text) => (said.err += String(text)));
  const ended = once(child, "close").then(([code]) => ({ code: Number(code), ...said }));
  const says = async (where: "out" | "err", text: string): Promise<string> => {
    const stream = where === "out" ? child.stdout : child.stderr;
    while (!said[where].includes(text)) await once(stream, "data");
    return said[where];
  };
  return { child, ended, says };
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

test("landfall web shows the page without a mailbox or a daemon, and says that none runs", async () => {
  using own = temporaryFolder();
  const folder = own.path;
  const port = await freePort();
  const page = landfall(["web", "--json"], { DATA_DIR: folder, WEB_PORT: String(port), HOME: folder });
  const { url } = JSON.parse(await page.says("out", "\n"));
  expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/\\?token=`));
  const first = await fetch(url, { redirect: "manual" });
  const cookie = first.headers.get("set-cookie")!.split(";")[0]!;
  const text = await (await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })).text();
  expect(text).toContain("No letter yet");
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(503);
  expect(statSync(join(folder, "page-secret")).mode & 0o777).toBe(0o600);
  page.child.kill("SIGTERM");
  expect((await page.ended).code).toBe(0);
});

test.each([
  [{ WEB_HOST: "0.0.0.0" }, /WEB_HOST .*WEB_PASSWORD.*proxy/s],
  [{ WEB_HOST: "0.0.0.0", WEB_PASSWORD: "FAKE-long-enough" }, /WEB_TLS_CERT_FILE/],
  [{ WEB_PASSWORD: "short" }, /WEB_PASSWORD +"\*\*\*" is not allowed/],
  [{ WEB_PORT: "0" }, /WEB_PORT/],
])("is not opened to others without a guard: %j", async (settings, message) => {
  using own = temporaryFolder();
  const folder = own.path;
  const { code, err } = await landfall(["web"], { DATA_DIR: folder, HOME: folder, ...settings }).ended;
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test("says that the port is taken", async () => {
  using own = temporaryFolder();
  const folder = own.path;
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const port = String((other.address() as AddressInfo).port);
  const { code, err } = await landfall(["web"], { DATA_DIR: folder, HOME: folder, WEB_PORT: port }).ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toContain(`port ${port} is taken by another program`);
});

(hasDovecot() ? describe : describe.skip)("the daemon's own page", () => {
  test("shows what the daemon does, acts in it, and tells a monitor of each look", async () => {
    const pings: string[] = [];
    const monitor = createServer((request, answer) => {
      pings.push(request.url ?? "");
      answer.end("OK");
    });
    await new Promise<void>((resolve) => monitor.listen(0, "127.0.0.1", resolve));
    const site = await openSite("embedded");
    const port = await freePort();
    const environment = {
      ...site.environment,
      WEB_PORT: String(port),
      HEALTHCHECK_URL: `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/ping/FAKE-uuid`,
    };
    const at = new Date();
    site.dovecot.deliver("INBOX", portal2({ at }), { mtime: at });
    const daemon = landfall(["run"], environment);
    await site.smtp.waitFor(1);
    const log = await daemon.says("err", "the page is served");
    await daemon.says("err", "waiting for letters"); // the mail may be out before the look has ended
    expect(log).not.toContain("token=");
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect({ status: health.status, ...JSON.parse(await health.text()) }).toMatchObject({
      status: 200,
      ok: true,
      mailboxes: [{ mailbox: 1, ok: true, state: "watching" }],
      queue: { ok: true, where: "embedded", jobs: [{ queue: "letters" }, { queue: "reminders" }] },
    });
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('landfall_letters{kind="portal2",trust="verified"} 1');
    // Beside the daemon the command prints a link to the daemon's page, and ends.
    const { code, out } = await landfall(["web", "--json"], environment).ended;
    expect(code).toBe(0);
    const { url } = JSON.parse(out);
    const cookie = (await fetch(url, { redirect: "manual" })).headers.get("set-cookie")!.split(";")[0]!;
    const origin = `http://127.0.0.1:${port}`;
    const text = await (await fetch(`${origin}/`, { headers: { cookie } })).text();
    const form = /name="form"\s+value="([^"]+)"/.exec(text)![1]!;
    const pressed = await fetch(`${origin}/act`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ what: "done", task: "photo", case: "case-1", form }),
    });
    expect(pressed.status).toBe(303);
    const status = JSON.parse((await landfall(["status", "--json"], environment).ended).out);
    expect(status.cases[0].windows.find((each: { task: string }) => each.task === "photo").state).toBe(
      "done",
    );
    while (pings.length < 2) await once(monitor, "request");
    expect(pings[0]).toBe("/ping/FAKE-uuid");
    daemon.child.kill("SIGTERM");
    const ended = await daemon.ended;
    expect(ended.code).toBe(0);
    expect(ended.err).not.toContain("FAKE-uuid");
    monitor.closeAllConnections();
    monitor.close();
    await site.close();
  }, 60_000);
});
