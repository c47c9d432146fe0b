/** Small builders of letters that notes tell of. */

import type { Finding } from "../../src/domain/letter.ts";
import type { NotedLetter } from "../../src/domain/notes.ts";
import { aFinding } from "./samples.ts";

/** What makes of it a letter that may be false. */
export const suspicious: Partial<Finding> = {
  kind: "portal2",
  subkind: "credentials",
  trust: "suspicious",
  tasks: ["password", "presence", "address", "photo"],
  days: {},
  why: [
    "From is IRCC@cic-gc-ca.example",
    "its address IRCC@cic-gc-ca.example looks like one of IRCC's and is none",
    "it asks to sign in at evil.example, outside gc.ca and canada.ca",
    "the body says: an account was created",
  ],
  doubts: [
    { code: "lookAlike", detail: "IRCC@cic-gc-ca.example" },
    { code: "link", detail: "evil.example" },
  ],
};

/** A letter from IRCC that nobody recognised, seen as soon as it came. */
export const notedLetter = (id: string, seenAt: Date, more: Partial<Finding> = {}): NotedLetter => ({
  id,
  seenAt,
  folder: "INBOX",
  subject: "Survey about your landing",
  sender: "IRCC.Survey-Sondage.IRCC@cic.gc.ca",
  finding: aFinding({
    kind: "other_ircc",
    subkind: "unknown",
    tasks: [],
    days: {},
    receivedAt: seenAt,
    ...more,
  }),
});
