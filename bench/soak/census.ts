/** What the process holds, asked each second: memory, file descriptors, and what keeps its event loop alive. */

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import type { Landfall } from "../../test/faults/landfall.ts";

export type Census = {
  /** MB. */
  readonly rss: number;
  readonly heap: number;
  readonly descriptors: number;
  /** `process.getActiveResourcesInfo()`: timers, sockets, requests. */
  readonly handles: number;
  /** Seconds of processor time so far. */
  readonly processor: number;
};

export const census = async (daemon: Landfall): Promise<Census> => {
  const { child } = daemon;
  child.send("census");
  const { handles, heap } = await answered(child);
  const descriptors = readdirSync(`/proc/${child.pid}/fd`).length;
  return {
    rss: daemon.memory().now,
    heap: heap / 1024 / 1024,
    descriptors,
    handles,
    processor: processorOf(child.pid),
  };
};

/** The rig's child says other things, too. */
const answered = async (
  child: ChildProcess,
): Promise<{ readonly handles: number; readonly heap: number }> => {
  for (;;) {
    const [said] = await once(child, "message");
    if (typeof said === "object" && "handles" in said) return said;
  }
};

const processorOf = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

export const minuteLine = (minute: readonly Census[]): string => {
  const of = (field: keyof Census): string => mean(minute, field).toFixed(1);
  return `rss ${of("rss")} MB, heap ${of("heap")} MB, descriptors ${of("descriptors")}, handles ${of("handles")}\n`;
};

/** The first sixth is left out: code is loaded, caches fill. Then the next sixth is held against the last. */
export const drift = (all: readonly Census[]) => {
  const sixth = Math.floor(all.length / 6);
  const [early, late] = [all.slice(sixth, 2 * sixth), all.slice(-sixth)];
  const told = (["rss", "heap", "descriptors", "handles"] as const).map((field) => {
    const [from, to] = [mean(early, field), mean(late, field)];
    return [field, { early: round(from), late: round(to), growth: round(to / from) }] as const;
  });
  return {
    ...Object.fromEntries(told),
    rssPeak: round(Math.max(...all.map(({ rss }) => rss))),
    processorSeconds: round(all.at(-1)?.processor ?? 0),
    flat: told.every(([, { growth }]) => growth < 1.15),
  };
};

const mean = (all: readonly Census[], field: keyof Census): number =>
  all.reduce((sum, each) => sum + each[field], 0) / all.length;

const round = (value: number): number => Math.round(value * 100) / 100;
