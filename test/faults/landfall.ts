/** Landfall as users start it: the real command in a process of its own. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Landfall = {
  readonly child: ChildProcess;
  /** Everything said on stderr so far. */
  readonly said: () => string;
  /** Resolves once stderr holds `text` so often; throws where it ends before. */
  says(text: string | RegExp, times?: number): Promise<void>;
  readonly ended: Promise<Ended>;
  /** SIGTERM, and what became of it. */
  stop(): Promise<Ended>;
  /** SIGKILL. */
  kill(): Promise<Ended>;
  /** Resident memory and its peak so far, in MB. */
  memory(): { readonly now: number; readonly peak: number };
};

const launcher = join(import.meta.dirname, "../../bin/landfall.js");

export const startLandfall = (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  program: readonly string[] = [launcher],
): Landfall => {
  const child = spawn(process.execPath, [...program, ...words], {
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment },
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const heard = { out: "", err: "" };
  child.stdout?.on("data", (text) => (heard.out += String(text)));
  child.stderr?.on("data", (text) => (heard.err += String(text)));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...heard }));
  const endBy = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return await ended;
  };
  return {
    child,
    said: () => heard.err,
    says: async (text, times = 1) => {
      const enough = (): boolean => heard.err.split(text).length > times;
      while (!enough()) {
        const end = await Promise.race([ended, once(child.stderr ?? child, "data").then(() => null)]);
        if (end !== null && !enough())
          throw new Error(`landfall ${words.join(" ")} ended without saying "${String(text)}":\n${end.err}`);
      }
    },
    ended,
    stop: async () => await endBy("SIGTERM"),
    kill: async () => await endBy("SIGKILL"),
    memory: () => memoryOf(child.pid ?? 0),
  };
};

const memoryOf = (pid: number) => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
};
