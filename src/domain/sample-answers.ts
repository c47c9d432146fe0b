/** Invented confirmations of answers, one of each kind. */

import type { Confirmed } from "./answer-wording.ts";
import { dayMs, shift } from "./instants.ts";
import type { Viewer } from "./samples.ts";

/** What each of them confirms, as somebody sees it now. */
export const answerSamples: Readonly<Record<string, (viewer: Viewer) => Confirmed>> = {
  "answer-done": ({ timeZone }) => ({
    understood: { outcome: "noted", command: { verb: "done", tasks: ["photo"], ms: null }, takesBack: null },
    putOff: null,
    timeZone,
  }),
  "answer-later": ({ now, timeZone }) => ({
    understood: {
      outcome: "noted",
      command: { verb: "snooze", tasks: ["photo"], ms: dayMs },
      takesBack: null,
    },
    putOff: { at: shift(now, dayMs), cut: false },
    timeZone,
  }),
  "answer-stop": ({ timeZone }) => ({
    understood: { outcome: "noted", command: { verb: "stop", tasks: ["photo"], ms: null }, takesBack: null },
    putOff: null,
    timeZone,
  }),
  "answer-which": ({ timeZone }) => ({
    understood: { outcome: "which", tasks: ["presence", "address", "photo"] },
    putOff: null,
    timeZone,
  }),
  "answer-unknown": ({ timeZone }) => ({
    understood: { outcome: "unknown", tasks: ["photo"], ofNotes: false },
    putOff: null,
    timeZone,
  }),
};
