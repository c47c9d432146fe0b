/** How the daemon treats its memory: it mostly waits, so memory counts for more than speed. */

import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { once } from "./once.ts";

/**
 * V8's flags. The space for young objects stays as small as it begins: left alone it grows to 32 megabytes while code is
 * loaded, and the peak with it. What is old is collected each time it has grown by a third, rather than when it has doubled and more, and never
 * just because it got quiet.
 */
export const lean = [
  "--semi-space-growth-factor=1",
  "--heap-growing-percent=33",
  "--memory-reducer-gc-count=0",
];

/** Said before the code is loaded, or it is too late. */
export const stayLean = (): void => setFlagsFromString(lean.join(" "));

/** What is loaded with the first look has come by then. */
const soonMs = 2000;
/** Where no server answers there is no first look to wait for. */
const longestWaitMs = 20_000;

/**
 * Soon after the first look, once, gives back what loading the code left behind, a sixth of all memory: nothing else
 * would for as long as there is little to do. From then on code is compiled at its first call rather than
 * interpreted: a letter's way is walked too seldom to get warm otherwise.
 */
export const settler = (): { readonly lookedFirst: () => void } => {
  const settle = once(() => {
    collect();
    setFlagsFromString("--always-sparkplug");
    letYoungGrow();
    collectWhenGrown();
  });
  setTimeout(settle, longestWaitMs).unref();
  return { lookedFirst: () => void setTimeout(settle, soonMs).unref() };
};

/** In megabytes, both halves: at half of that a letter's way is held up by V8's small collections twice as often. */
const roomForYoung = 8;

/** One step at a time: V8 doubles it after a collection that it was too small for. */
const letYoungGrow = (): void => {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  const isSmall = (young?.space_size ?? 0) < roomForYoung * 1024 ** 2;
  setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
};

/** In megabytes, beyond what the last collection left; below `roomy` nothing presses, and who waits collects nothing. */
const room = 12;
const roomy = 150;
const lookAtMostEveryMs = 500;

/**
 * A crowd of letters or reminders leaves pages behind that V8 keeps for the next crowd; only a collection that is asked
 * for gives them back. It takes a tenth of a second: thirty letters that come one by one bring about one. A look follows
 * V8's own small collections, which come with work: who only waits is not woken for it.
 */
const collectWhenGrown = (): void => {
  let most = nextAt();
  let isComing = false;
  const look = (): void => {
    isComing = false;
    if (held() < most) return;
    collect();
    most = nextAt();
  };
  new PerformanceObserver(() => {
    letYoungGrow();
    if (isComing) return;
    isComing = true;
    setTimeout(look, lookAtMostEveryMs).unref();
  }).observe({ entryTypes: ["gc"] });
};

const nextAt = (): number => Math.max(roomy, held() + room);

const held = (): number => process.memoryUsage.rss() / 1024 ** 2;

const collect = (): void => {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc === "function") gc({ type: "major", execution: "sync", flavor: "last-resort" });
};
