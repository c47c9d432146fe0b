/**
 * Compiles src/ into dist/, as users get it: JavaScript with every pure package inside, in pieces that are loaded when
 * they are wanted, as the sources are. Installed as packages of their own they would weigh ten times as much.
 * `npm run build`; `npm ci` and `npm pack` run it.
 */

import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown, type OutputChunk } from "rolldown";
import { keepStamp, stampOf } from "../bin/build-stamp.js";
import { learnt } from "../src/domain/learnt.ts";
import { packTree } from "../src/domain/packed-tree.ts";
import { vocabulary } from "../src/domain/vocabulary/all.ts";

const root = join(import.meta.dirname, "..");
const { dependencies = {} } = manifestIn(root);
const stamp = stampOf(root);

// Optional accelerators of libraries, which are as good as not installed.
const absent = ["msgpackr-extract", "pino-pretty"];

// Growing it would take a quarter of a second at every start.
let isPacked = false;
const packedTree = {
  name: "packed-tree",
  load: (file: string) => {
    if (file !== join(root, "src/domain/learnt.ts")) return null;
    isPacked = true;
    return learntOf(JSON.stringify(packTree(learnt(), vocabulary)));
  },
};

await using bundle = await rolldown({
  cwd: root,
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [packedTree],
  external: [...Object.keys(dependencies), ...absent],
  onLog: (level, { message }) => {
    if (level !== "debug" && level !== "info") throw new Error(`bundling: ${message}`);
  },
});
const dist = join(root, "dist");
const next = join(dist, ".next");
// In one folder, so that each piece finds the package's root one step above itself.
const { output } = await bundle.write({
  dir: next,
  format: "esm",
  chunkFileNames: "[name]-[hash].js",
  // Less to read at each start; names stay, so that a stack can be read.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  cleanDir: true,
});

if (!isPacked) throw new Error("bundling: the vocabulary was not packed, for its module was not found");

// Piece by piece, and what is of no use any more last: whoever runs what was built before never finds a piece missing
// that both have.
for (const { fileName } of output) renameSync(join(next, fileName), join(dist, fileName));
const built = new Set(output.map(({ fileName }) => fileName));
for (const name of readdirSync(dist)) if (!built.has(name)) rmSync(join(dist, name), { recursive: true });

const chunks = output.filter((each): each is OutputChunk => each.type === "chunk");
const inside = packagesIn(chunks.flatMap(({ moduleIds }) => moduleIds));
writeFileSync(join(dist, "THIRD-PARTY.txt"), inside.map(notice).join("\n"));

keepStamp(root, stamp);

const bytes = chunks.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
console.log(`dist: ${chunks.length} files, ${Math.round(bytes / 1024)} kB, ${inside.length} packages inside`);

/** The module `learnt`, which has nothing left to work out. Parsing JSON is quicker than reading the same as code. */
function learntOf(json: string): string {
  return `
    import { unpackTree } from "./packed-tree.ts";
    import { vocabulary } from "./vocabulary/all.ts";
    export const learnt = () => unpackTree(JSON.parse(${JSON.stringify(json)}), vocabulary);
  `;
}

/** The folders of the packages that these files belong to. */
function packagesIn(files: readonly string[]): readonly string[] {
  const folders = files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].toSorted();
}

/** What the licences of others ask to be passed on. */
function notice(folder: string): string {
  const { name, version, license } = manifestIn(folder);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return `${name} ${version} (${license ?? "see below"})\n\n${texts.join("\n\n")}\n\n${"-".repeat(72)}\n`;
}

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
