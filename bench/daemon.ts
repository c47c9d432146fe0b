/** `landfall run` as benches start it, and what `/proc` tells of it. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { installed } from "./installed.ts";

/** As users get it. */
export const landfallRun = (): readonly string[] => [installed(), "run"];

/** A script of this folder, or anywhere, `landfall run` among them, in DATA_DIR. */
export const start = (
  [script = "", ...words]: readonly string[],
  environment: Record<string, string>,
): ChildProcess =>
  spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", resolve(import.meta.dirname, script), ...words],
    {
      env: { PATH: process.env["PATH"], HOME: tmpdir(), LOG_LEVEL: "info", ...environment },
      cwd: environment["DATA_DIR"],
      stdio: ["ignore", "ignore", "pipe"],
    },
  );

export const untilWatching = async ({ stderr }: ChildProcess): Promise<void> => {
  let said = "";
  while (!said.includes("first look")) said += String((await once(stderr!, "data"))[0]);
  stderr!.resume();
};

/** User and system time of a process so far; `/proc` counts it in hundredths of a second. */
export const processorMs = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
