/** Invented mails of notes, one of each kind. */

import { digestKey } from "./digest.ts";
import type { CaseEvent } from "./events.ts";
import { nothing } from "./finding.ts";
import { dayMs, shift } from "./instants.ts";
import type { Milestone } from "./milestones.ts";
import { factsOfNotes, type NoteFacts, type NoteStandpoint } from "./note-facts.ts";
import type { NotedLetter, NoteTopic } from "./notes.ts";
import type { Viewer } from "./samples.ts";
import { waitsOf } from "./waiting.ts";

/** The facts of each kind, as somebody sees them now. */
export const noteSamples: Readonly<Record<string, (viewer: Viewer) => NoteFacts>> = {
  unknown: (viewer) => ofLetter("unknown", unknown, viewer),
  suspicious: (viewer) => ofLetter("suspicious", suspicious, viewer),
  "waiting-portal2": (viewer) => ofWaiting([["answered", 14]], viewer),
  "waiting-ecopr": (viewer) =>
    ofWaiting(
      [
        ["credentialed", 91],
        ["done:photo", 90],
      ],
      viewer,
    ),
  "waiting-card": (viewer) => ofWaiting([["confirmed", 60]], viewer),
  weekly: (viewer) =>
    tell("weekly", "weekly", { ...from(viewer), cases: [caseOf([["credentialed", 4]], viewer)] }),
  outage: (viewer) => {
    const problem = "connecting to imap.example.com: it refused the password";
    const looked = { lastLookAt: shift(viewer.now, -6 * 3_600_000), watchedSince: null, problem };
    return tell("outage", "outage", { ...from(viewer), looked });
  },
  "sign-in": (viewer) => {
    const problem =
      "signing in with Microsoft: the consent was withdrawn, or has expired; sign in again: landfall sign-in";
    const looked = { lastLookAt: viewer.now, watchedSince: null, problem };
    const mustSignIn = { since: viewer.now, problem };
    return tell("outage", "outage", { ...from(viewer), looked: { ...looked, mustSignIn } });
  },
};

const from = ({ now, timeZone }: Viewer): NoteStandpoint => ({
  letters: [],
  cases: [],
  looked: { lastLookAt: now, watchedSince: null, problem: null },
  reminders: [],
  held: [],
  mailsPerDay: null,
  timeZone,
  now,
});

const tell = (topic: NoteTopic, key: string, standpoint: NoteStandpoint): NoteFacts => {
  const { now } = standpoint;
  return factsOfNotes([{ key, topic, caseId: null, wantedAt: now, dueAt: now }], standpoint);
};

const ofLetter = (
  topic: "unknown" | "suspicious",
  letter: Omit<NotedLetter, "seenAt">,
  viewer: Viewer,
): NoteFacts => {
  const seen = { ...letter, seenAt: viewer.now, finding: { ...letter.finding, receivedAt: viewer.now } };
  return tell(topic, digestKey(letter.id, topic), { ...from(viewer), letters: [seen] });
};

/** Days ago that each thing happened. */
type Story = readonly (readonly [Milestone, number])[];

const ofWaiting = (story: Story, viewer: Viewer): NoteFacts => {
  const told = caseOf(story, viewer);
  const [wait] = waitsOf(told.id, told.events, viewer.timeZone, viewer.now);
  return tell("waiting", wait?.key ?? "", { ...from(viewer), cases: [told] });
};

const caseOf = (story: Story, { now, caseLabel }: Viewer): NoteStandpoint["cases"][number] => ({
  id: "sample",
  label: caseLabel,
  language: null,
  events: story.map(([milestone, days]) => eventOf(milestone, shift(now, -days * dayMs))),
});

const eventOf = (milestone: Milestone, at: Date): CaseEvent => ({
  id: `sample-${milestone.replace(":", "-")}`,
  caseId: "sample",
  milestone,
  at,
  seenAt: at,
  source: milestone.startsWith("done:") ? "person" : "letter:sample",
  trust: "verified",
  forwarded: false,
  approximate: false,
  tasks: milestone === "credentialed" ? ["password", "presence", "address", "photo"] : [],
  days: {},
});

const unknown: Omit<NotedLetter, "seenAt"> = {
  id: "sample",
  folder: "INBOX",
  subject: "Update on your application",
  sender: "sample@cic.gc.ca",
  finding: { ...nothing, kind: "other_ircc", subkind: "unknown", trust: "verified", language: "en" },
};

const suspicious: Omit<NotedLetter, "seenAt"> = {
  ...unknown,
  folder: "Junk",
  subject: "New credentials for PR Confirmation Portal",
  sender: "ircc@canada-portal.example",
  finding: {
    ...nothing,
    kind: "portal2",
    subkind: "credentials",
    trust: "suspicious",
    language: "en",
    tasks: ["password", "presence", "address", "photo"],
    why: ["its address ircc@canada-portal.example looks like one of IRCC's and is none"],
    doubts: [{ code: "lookAlike", detail: "ircc@canada-portal.example" }],
  },
};
