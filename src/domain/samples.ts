/** Invented e-mails of every kind: to try the way to the inbox, to preview, and for pictures. */

import { addDays } from "date-fns/addDays";
import { addHours } from "date-fns/addHours";
import { startOfMinute } from "date-fns/startOfMinute";
import { dayMs, shift } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { LetterFacts, ReminderFacts, ReminderItem, Step } from "./plan.ts";
import { rules } from "./window-rules.ts";
import type { Window } from "./windows.ts";

/** Who looks, and when: everything that happened lies before `now`. */
export type Viewer = { readonly now: Date; readonly timeZone: string; readonly caseLabel: string };

/** Name → the facts of that e-mail. */
export const samples: Readonly<Record<string, (viewer: Viewer) => ReminderFacts>> = {
  portal1: (viewer) => told(viewer, [item("reply", "opening", portal1(viewer, 0))]),
  "portal1-nudge": (viewer) => told(viewer, [item("reply", "nudge", portal1(viewer, 3))]),
  bounced: (viewer) => {
    const letter = {
      ...portal1(viewer, 0),
      kind: "reply_bounced",
      subject: "Undelivered Mail Returned to Sender",
      sender: "mailer-daemon@example.com",
      trust: "unverified",
    } as const;
    return told(viewer, [item("reply", "opening", letter)]);
  },
  portal2: (viewer) => told(viewer, all("opening", portal2(viewer, 0), inPortal)),
  "portal2-existing": (viewer) => {
    const letter = {
      ...portal2(viewer, 0),
      subkind: "existing_account",
      subject: portalSubject,
    };
    return told(viewer, all("opening", letter, inPortal.slice(0, 3)));
  },
  rung: (viewer) => told(viewer, [item("photo", "rung", portal2(viewer, 5))]),
  "last-call": (viewer) => told(viewer, all("rung", portal2(viewer, 6.75), ["address", "photo"])),
  late: (viewer) => told(viewer, [item("photo", "rung", portal2(viewer, 6.4), { late: true })]),
  closed: (viewer) => told(viewer, [item("photo", "closing", portal2(viewer, 7))]),
  "some-closed": (viewer) => {
    const letter = portal2(viewer, 7);
    const closed = all("closing", letter, inPortal.slice(0, 3));
    return told(viewer, [...closed, item("password", "rung", letter)]);
  },
  "first-seen": (viewer) => {
    const letter = {
      ...portal2(viewer, 9),
      trust: "unverified",
      approximate: true,
      forwardedBy: "office@consultant.example",
    } as const;
    const closed = all("closing", letter, inPortal.slice(0, 3));
    return told(viewer, [...closed, item("password", "opening", letter)]);
  },
  "photo-returned": (viewer) => {
    const letter = {
      ...portal2(viewer, 0),
      kind: "other_ircc",
      subkind: "photo_returned",
      subject: "Your photo could not be accepted",
    } as const;
    return told(viewer, [item("photo", "opening", letter)]);
  },
  ecopr: (viewer) => told(viewer, [item("print", "opening", ecopr(viewer, 0))]),
  "ecopr-doubted": (viewer) => {
    const letter = { ...ecopr(viewer, 0), trust: "unverified" } as const;
    return told(viewer, [item("print", "opening", letter)]);
  },
  passport: (viewer) => {
    const letter = {
      ...portal2(viewer, 0),
      kind: "other_ircc",
      subkind: "passport_request",
      subject: "Request for passport",
    } as const;
    return told(viewer, [item("passport", "opening", letter)]);
  },
  land: (viewer) => {
    const closesAt = addDays(viewer.now, 30);
    const window = { closesAt, basis: "person", openedBy: "person" } as const;
    return told(viewer, [item("land", "rung", portal2(viewer, 60), { letter: null, window })]);
  },
  "land-closed": (viewer) => {
    const window = { closesAt: viewer.now, basis: "person", openedBy: "person" } as const;
    return told(viewer, [item("land", "closing", portal2(viewer, 90), { letter: null, window })]);
  },
};

const portalSubject = "IRCC - Permanent Residence Portal (PR Confirmation)";

const inPortal: readonly Task[] = ["presence", "address", "photo", "password"];

const told = (viewer: Viewer, items: readonly ReminderItem[]): ReminderFacts => ({
  id: "sample",
  caseId: "sample",
  ...viewer,
  stage: "in_portal",
  calendar: { series: { id: "sample", sequence: 0 }, settled: [] },
  items: items.toSorted((a, b) => endOf(a) - endOf(b)),
});

const endOf = ({ window }: ReminderItem): number => window.closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

const all = (step: Step, letter: LetterFacts, tasks: readonly Task[]) =>
  tasks.map((task) => item(task, step, letter));

type More = Partial<Omit<ReminderItem, "window">> & { readonly window?: Partial<Window> };

const item = (task: Task, step: Step, letter: LetterFacts, more: More = {}): ReminderItem => {
  const days = rules.find((rule) => rule.task === task)?.days ?? null;
  return {
    step,
    late: false,
    letter,
    ...more,
    window: {
      task,
      opensAt: letter.receivedAt,
      closesAt: days === null ? null : shift(letter.receivedAt, days * dayMs),
      basis: "default",
      days,
      approximate: letter.approximate,
      state: step === "closing" ? "closed" : "open",
      endedBy: step === "closing" ? "time" : null,
      trust: letter.trust === "verified" ? "verified" : "unverified",
      openedBy: `letter:${letter.id}`,
      ...more.window,
    },
  };
};

/** At the beginning of this minute, since a reminder goes out an instant after it is due. */
const received = ({ now }: Viewer, daysAgo: number): Date => addHours(startOfMinute(now), -24 * daysAgo);

const portal2 = (viewer: Viewer, daysAgo: number): LetterFacts => ({
  id: "sample",
  kind: "portal2",
  subkind: "credentials",
  language: "en",
  subject: "New credentials for PR Confirmation Portal",
  sender: "sample@cic.gc.ca",
  folder: "INBOX",
  receivedAt: received(viewer, daysAgo),
  approximate: false,
  trust: "verified",
  forwardedBy: null,
});

const portal1 = (viewer: Viewer, daysAgo: number): LetterFacts => ({
  ...portal2(viewer, daysAgo),
  kind: "portal1",
  subkind: null,
  subject: portalSubject,
});

const ecopr = (viewer: Viewer, daysAgo: number): LetterFacts => ({
  ...portal2(viewer, daysAgo),
  kind: "ecopr",
  subkind: null,
  subject: "PR Portal (PR confirmation) - eCoPR Available for Download",
});
