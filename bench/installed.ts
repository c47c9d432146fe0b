/** Landfall as npm installs it: what `npm pack` makes, without the sources that a clone would run. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The command's file; it lives as long as this process. */
export const installed = (): string => (made ??= make());

let made: string | undefined;

const make = (): string => {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("building the package failed");
  const folder = mkdtempSync(join(tmpdir(), "landfall-bench-installed-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["bin", "dist", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  // What the package leaves outside.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return join(folder, "bin", "landfall.js");
};
