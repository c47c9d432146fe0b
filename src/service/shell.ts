/** A command of the system's, run to its end. */

import { execFile } from "node:child_process";

export type Ran = { readonly ok: boolean; readonly out: string; readonly err: string };

const answerMs = 60_000;

/** Never throws: a command that is not there failed. */
export const runCommand = async (command: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(command, [...args], { timeout: answerMs }, (error, out, err) => {
      resolve({ ok: error === null, out, err: err.trim() || (error?.message ?? "") });
    });
  });

/** The first command that fails; null where all went well. */
export const firstFailure = async (
  commands: readonly (readonly [string, ...string[]])[],
): Promise<string | null> => {
  for (const [command, ...args] of commands) {
    const { ok, err } = await runCommand(command, args);
    if (!ok) return `${[command, ...args].join(" ")}: ${err}`;
  }
  return null;
};
