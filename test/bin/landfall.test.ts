import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepStamp, stampOf } from "../../bin/build-stamp.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "landfall-bin-"));
  cpSync(join(import.meta.dirname, "../../bin"), join(root, "bin"), { recursive: true });
  write("package.json", `{ "type": "module", "scripts": { "landfall": "node bin/landfall.js" } }`);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string): void => {
  const file = join(root, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
};

const program = (says: string): string =>
  `export const main = async () => { process.stdout.write("${says}"); return 0; };`;

/** Starts the program and gives word of its loading on stderr; it ends at no signal of its own accord. */
const neverLoaded = `process.stderr.write("loading"); await new Promise(() => setInterval(() => {}, 1000)); export const main = () => 1;`;

const said = (): string =>
  spawnSync(process.execPath, [join(root, "bin/landfall.js")], { encoding: "utf8" }).stdout;

const start = (...command: readonly [string, ...string[]]) => {
  const [file, ...args] = command;
  return spawn(file, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
};

test("the package, which has no sources, runs what is in it", () => {
  write("dist/cli.js", program("built"));
  expect(said()).toBe("built");
});

test("a clone that was never built runs its sources", () => {
  write("src/cli.ts", program("sources"));
  expect(said()).toBe("sources");
});

test.each([
  ["a source is written to", () => write("src/domain/rule.ts", "export const days = 8;")],
  ["a source is added", () => write("src/domain/more.ts", "")],
  ["a source is removed", () => rmSync(join(root, "src/domain/rule.ts"))],
  ["what is installed changes", () => write("node_modules/.package-lock.json", "{ }")],
])("a clone runs its build until %s", (_what, change) => {
  write("src/cli.ts", program("sources"));
  write("src/domain/rule.ts", "export const days = 7;");
  write("node_modules/.package-lock.json", "{}");
  write("dist/cli.js", program("built"));
  expect(said()).toBe("sources");
  keepStamp(root, stampOf(root));
  expect(said()).toBe("built");
  change();
  expect(said()).toBe("sources");
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s while the daemon is still being loaded ends it cleanly, as there is nothing to end yet",
  async (signal) => {
    write("dist/cli.js", neverLoaded);
    const child = start(process.execPath, join(root, "bin/landfall.js"), "run");
    await once(child.stderr, "data");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  },
);

test("the daemon ends at the SIGTERM of the npm that runs it, which passes nothing on", async () => {
  write("dist/cli.js", neverLoaded);
  const npm = start("npm", "run", "--silent", "landfall", "--", "run");
  let heard = "";
  while (!heard.includes("loading")) heard += String((await once(npm.stderr, "data"))[0]);
  npm.kill("SIGTERM");
  await once(npm.stderr, "close"); // as long as the daemon lives, it holds the other end
  expect(npm.killed).toBe(true);
});
