/** What each command line has in common: the settings it asks for, and how a wrong use is told. */

import type { Io } from "../commands/io.ts";
import type { ConfigFor, EnvFile, Needs } from "../config.ts";

export type Json = { readonly json?: boolean };
/** Takes the exit code: 0 done, 1 failed, 2 wrong use or bad configuration. */
export type Finish = (exitCode: number) => void;

/** Said in plain words already; only the exit code is left to tell. */
export class WrongUse extends Error {}

/** The settings a command needs; a problem with one it does not need is told and passed over. */
export async function settings<const N extends Needs>(needs: N, io: Io): Promise<ConfigFor<N>> {
  const { describeProblems, loadConfig, systemEnvironment } = await import("../config.ts");
  const loaded = loadConfig(systemEnvironment(), process.cwd(), needs);
  const told = describeProblems(loaded.problems);
  if (!loaded.ok)
    return refuse(`these settings stand in the way:\n${told}${whereToSet(loaded.envFiles)}`, io);
  if (loaded.problems.length > 0) io.stderr.write(`landfall: these settings are passed over:\n${told}`);
  return loaded.config;
}

function whereToSet(files: readonly EnvFile[]): string {
  const places = files.map(({ path, found }) => `"${path}" (${found ? "read" : "not there"})`);
  return `Run \`npx landfall init\`, or set them in .env, as .env.example explains; looked for ${places.join(" and ")}.`;
}

export function refuse(reason: string, io: Io): never {
  io.stderr.write(`landfall: ${reason}\n`);
  throw new WrongUse();
}
