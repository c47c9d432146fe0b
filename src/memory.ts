/** How the daemon treats its memory: it mostly waits, so memory counts for more than speed. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * The space for young objects stays small: left alone it grows to 32 megabytes while code is loaded, and is never
 * given back. Said before the code is loaded, or it is too late.
 */
export const stayLean = (): void =>
  setFlagsFromString("--semi-space-growth-factor=1 --min-semi-space-size=2");

/**
 * Gives back what loading the code left behind, a sixth of all memory: nothing else would for as long as there is
 * little to do. From here on code is compiled at its first call rather than interpreted: a letter's way is walked
 * too seldom to get warm otherwise.
 */
export const settleDown = (): void => {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect({ type: "major", execution: "sync", flavor: "last-resort" });
  setFlagsFromString("--always-sparkplug");
};
