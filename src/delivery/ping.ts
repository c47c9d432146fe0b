/**
 * A sign of life to whoever waits for one (healthchecks.io and the like): they tell the person when it stays away. It
 * promises nothing: what cannot be delivered is logged and forgotten.
 */

import type { Log } from "../flow/ports.ts";
import { reasonOf } from "./notify.ts";

const answerMs = 10_000;

/** `url` is a secret, and is never logged. */
export const openPing = (url: string, log: Log): (() => void) => {
  let failing = false;
  return () => {
    ask(url).then(
      () => void (failing = false),
      (error: unknown) => {
        if (!failing)
          log.warn(
            { reason: reasonOf(error) },
            "asking HEALTHCHECK_URL: it failed; the next look tries again",
          );
        failing = true;
      },
    );
  };
};

const ask = async (url: string): Promise<void> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
};
