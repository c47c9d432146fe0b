/** A text that is shown anew every few seconds, until stopped. */

import { setTimeout as sleep } from "node:timers/promises";
import { type Io, terminalOf } from "./io.ts";
import { untilStopped } from "./signals.ts";

const everyMs = 5000;

/** From the top left corner, and nothing of the last text is left. */
const anew = "\u001B[H\u001B[2J";

export const watchLines = async (
  text: () => Promise<string>,
  { stdout }: Pick<Io, "stdout">,
): Promise<void> => {
  const stopping = new AbortController();
  const stopped = untilStopped().then(() => stopping.abort());
  while (!stopping.signal.aborted) {
    const shown = await text();
    terminalOf(stdout).write(anew);
    stdout.write(`${shown}\n\nCtrl-C ends this.\n`);
    await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  await stopped;
};
