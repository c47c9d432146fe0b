/**
 * Proves that what `npm pack` makes works where nothing else is: installed in an empty folder it is small enough, its
 * commands answer, and its daemon tells of a letter that a real IMAP server holds. `npm run pack:check`.
 */

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { environmentOf } from "../test/helpers/daemon.ts";
import { startDovecot } from "../test/helpers/dovecot.ts";
import { portal2 } from "../test/helpers/letters.ts";
import { startSmtp } from "../test/helpers/smtp.ts";

const root = join(import.meta.dirname, "..");
const mostMegabytes = 40;

const folder = mkdtempSync(join(tmpdir(), "landfall-pack-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const home = join(folder, "home");
mkdirSync(home);

const packed = npm(root, "pack", "--silent", "--pack-destination", folder).trim().split("\n").at(-1) ?? "";
writeFileSync(join(home, "package.json"), "{}\n");
npm(home, "install", "--silent", "--no-audit", "--no-fund", join(folder, packed));
rmSync(join(home, "package.json"));

const megabytes = weightOf(join(home, "node_modules")) / 1024 / 1024;
assert.ok(megabytes <= mostMegabytes, `it weighs ${megabytes.toFixed(1)} MB, more than ${mostMegabytes}`);
say(`installed: ${megabytes.toFixed(1)} MB`);

assert.match(landfall("--help"), /Examples:/);
assert.match(landfall("--version"), /^\d+\.\d+\.\d+$/m);
say("--help and --version answer");

writeFileSync(join(home, "letter.eml"), portal2({ at: new Date() }));
assert.match(landfall("classify", "letter.eml"), /portal2 \(credentials\)/);
assert.match(landfall("preview", "rung"), /Subject: /);
landfall("import", "letter.eml");
landfall("export", "--to", "evidence.zip");
assert.match(landfall("calendar"), /BEGIN:VEVENT/);
assert.match(landfall("completion", "bash"), /complete -o default -F _landfall landfall/);
say("classify, preview, import, export, calendar and completion work");

readsAsItsSources();
say("it reads every letter of the fixtures as its sources do");

await tellsOfALetter();
say("run tells of a letter by e-mail, and status and the page's health know of it");

refusesOldNode();

/** The package has its vocabulary worked out ahead, the sources work it out. */
function readsAsItsSources(): void {
  const letters = globSync(join(root, "fixtures/letters/*/*.eml")).toSorted();
  assert.ok(letters.length > 0);
  const args = ["classify", "--json", ...letters];
  const program = ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "from-sources.ts")];
  const sources = spawnSync(process.execPath, [...program, ...args], {
    cwd: home,
    env: environment(),
    encoding: "utf8",
  });
  assert.equal(landfall(...args), sources.stdout);
}

async function tellsOfALetter(): Promise<void> {
  const [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
  dovecot.deliver("INBOX", portal2({ at: new Date(), id: "packed@cic.gc.ca" }));
  const port = smtp.port + 1;
  const env = {
    ...environment(),
    ...environmentOf({ dovecot, smtp, redis: null, dataDir: join(folder, "daemon") }),
    VERIFY_DKIM: "off",
    WEB_PORT: String(port),
  };
  const daemon = spawn(bin(), ["run"], { env, cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(daemon, "exit");
  try {
    const [mail] = await smtp.waitFor(1);
    assert.match(mail?.raw ?? "", /Portal 2 arrived/);
    await healthy(`http://127.0.0.1:${port}/health`);
    const told = execFileSync(bin(), ["status"], { env, cwd: home, encoding: "utf8" });
    assert.match(told, /Portal 2 arrived/);
    if (process.platform === "linux") say(`resident: ${residentMegabytes(daemon.pid)} MB`);
  } finally {
    daemon.kill("SIGTERM");
    const [code] = await ended;
    assert.equal(code, 0);
    await Promise.all([dovecot.stop(), smtp.close()]);
  }
}

/** The mail may be out before the look has ended. */
async function healthy(url: string): Promise<void> {
  const late = Date.now() + 10_000;
  for (;;) {
    const { status } = await fetch(url);
    if (status === 200) return;
    assert.ok(Date.now() < late, `it says ${status} for ten seconds`);
    await sleep(50);
  }
}

/** Only where the machine has one. */
function refusesOldNode(): void {
  const old = nodes().find((path) => majorOf(path) < 24);
  if (old === undefined) return say("no older Node on this machine: what it would be told is not tried");
  const { status, stderr } = spawnSync(
    old,
    [join(home, "node_modules", "landfall", "bin", "landfall.js"), "--help"],
    {
      encoding: "utf8",
      env: environment(),
    },
  );
  assert.equal(status, 2);
  assert.match(stderr.split("\n")[0] ?? "", /needs Node 24 or newer.*nodejs\.org.*npm install node@24/);
  say(`on Node ${majorOf(old)} it says in its first line what it needs`);
}

function nodes(): readonly string[] {
  const found = (process.env["PATH"] ?? "").split(delimiter).map((each) => join(each, "node"));
  return found.filter((path) => existsSync(path));
}

function majorOf(node: string): number {
  const { stdout } = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" });
  return Number.parseInt(stdout, 10);
}

/** Nothing of this machine's settings, and this very Node first. */
function environment(): Record<string, string> {
  const path = [join(process.execPath, ".."), process.env["PATH"] ?? ""].join(delimiter);
  return { PATH: path, HOME: folder, DATA_DIR: join(folder, "data"), TZ: "UTC" };
}

function bin(): string {
  return join(home, "node_modules", ".bin", "landfall");
}

function landfall(...args: readonly string[]): string {
  return execFileSync(bin(), args, { cwd: home, env: environment(), encoding: "utf8" });
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** In bytes, as a disk counts them: whole blocks. */
function weightOf(path: string): number {
  const { blocks } = lstatSync(path);
  const below = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
  return below.reduce((sum, each) => sum + weightOf(each), blocks * 512);
}

function residentMegabytes(pid: number | undefined): string {
  const [, kilobytes = "0"] =
    /^VmRSS:\s+(\d+)/m.exec(execFileSync("cat", [`/proc/${pid}/status`], { encoding: "utf8" })) ?? [];
  return (Number(kilobytes) / 1024).toFixed(0);
}

function say(what: string): void {
  console.log(`ok  ${what}`);
}
