/** An invented reminder, for trying out the way to the person's inbox. */

import { addDays } from "date-fns/addDays";
import type { LetterFacts, ReminderFacts } from "./plan.ts";

/** As if a photo were due in two days. */
export const sampleFacts = (now: Date, timeZone: string, caseLabel: string): ReminderFacts => {
  const receivedAt = addDays(now, -5);
  return {
    id: "sample",
    now,
    timeZone,
    caseLabel,
    stage: "in_portal",
    calendar: { series: { id: "sample", sequence: 0 }, settled: [] },
    items: [
      {
        step: "rung",
        late: false,
        letter: { ...sampleLetter, receivedAt },
        window: {
          task: "photo",
          opensAt: receivedAt,
          closesAt: addDays(receivedAt, 7),
          basis: "default",
          days: 7,
          approximate: false,
          state: "open",
          endedBy: null,
          trust: "verified",
          openedBy: "letter:sample",
        },
      },
    ],
  };
};

const sampleLetter: Omit<LetterFacts, "receivedAt"> = {
  id: "sample",
  kind: "portal2",
  subkind: "credentials",
  language: "en",
  subject: "New credentials for PR Confirmation Portal",
  sender: "sample@cic.gc.ca",
  folder: "INBOX",
  approximate: false,
  trust: "verified",
  forwardedBy: null,
};
