/**
 * The daemon as `run` starts it, but mortal: what composes it gets `deadly.ts` for its edges. With FAST_CLOCK (a start in ms
 * since 1970 and a speed, "1790000000000 20000") its time runs faster; with CLOCK_AT it stands still until it is turned.
 */

import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { loadConfig, systemEnvironment } from "../../../src/config.ts";
import type { Clock } from "../../../src/flow/ports.ts";
import { openLog } from "../../../src/log.ts";
import { settler } from "../../../src/memory.ts";
import { systemClock } from "../../../src/system.ts";
import { fastClock } from "./fast-clock.ts";
import { turnedClock } from "./turned-clock.ts";

const sources = new URL("../../../src/", import.meta.url);
const deadly = new URL("deadly.ts", import.meta.url);
/** Whatever `deadly.ts` wraps. */
const edges = readFileSync(deadly, "utf8").matchAll(/from "(\.\.\/\.\.\/\.\.\/src\/[^"]+)"/gu);
const swapped = new Set([...edges].map(([, edge]) => new URL(edge ?? "", deadly).href));
/** They alone know everybody. */
const composes = (module: string): boolean => new URL(".", module).href === sources.href;

registerHooks({
  resolve: (name, context, next) => {
    const found = next(name, context);
    if (!swapped.has(found.url) || !composes(context.parentURL ?? "file:///")) return found;
    return { ...found, url: deadly.href };
  },
});

const { startDaemon } = await import("../../../src/main.ts");
const environment = systemEnvironment();
const [start, speed] = (environment["FAST_CLOCK"] ?? "").split(" ").map(Number);
const turnedFrom = environment["CLOCK_AT"];
const sweepEvery = turnedFrom === undefined ? {} : { sweepEveryMs: 300 };
const clock: Clock =
  turnedFrom !== undefined
    ? turnedClock(Number(turnedFrom))
    : start && speed
      ? fastClock(start, speed)
      : systemClock;
const loaded = loadConfig(environment, process.cwd(), { mailbox: true, sending: true });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
await startDaemon(loaded.config, {
  clock,
  log: openLog({ level: "info", onTerminal: false, isPrivate: false }),
  ...sweepEvery,
  ...settler(),
});
