/** Small builders of reminder facts. */

import type { Task } from "../../src/domain/letter.ts";
import type { LetterFacts, ReminderFacts, ReminderItem } from "../../src/domain/plan.ts";
import type { Window } from "../../src/domain/windows.ts";

const day = 24 * 60 * 60_000;
export const received = new Date("2026-11-22T15:42:09Z");

export const letterFacts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  id: "letter-1",
  kind: "portal2",
  subkind: "credentials",
  language: "en",
  subject: "New credentials for PR Confirmation Portal",
  sender: "IRCC.Notice-Avis.IRCC@cic.gc.ca",
  folder: "INBOX",
  receivedAt: received,
  approximate: false,
  trust: "verified",
  forwardedBy: null,
  ...more,
});

const lengths: Partial<Record<Task, number>> = { password: 14, presence: 7, address: 7, photo: 7, print: 30 };

type ItemOptions = Partial<Omit<ReminderItem, "window">> & { readonly window?: Partial<Window> };

/** A rung of an open default window, opened by a verified letter. */
export const item = (task: Task, { window, ...more }: ItemOptions = {}): ReminderItem => {
  const length = lengths[task] ?? null;
  return {
    step: "rung",
    late: false,
    letter: letterFacts(),
    ...more,
    window: {
      task,
      opensAt: received,
      closesAt: length === null ? null : new Date(received.getTime() + length * day),
      basis: "default",
      days: length,
      approximate: false,
      state: "open",
      endedBy: null,
      trust: "verified",
      openedBy: "letter:letter-1",
      ...window,
    },
  };
};

/** As told `days` (and a second) after the letter was received. */
export const facts = (
  days: number,
  items: readonly ReminderItem[],
  more: Partial<ReminderFacts> = {},
): ReminderFacts => ({
  id: "reminder-1",
  now: new Date(received.getTime() + days * day + 1_000),
  timeZone: "America/Toronto",
  caseId: "case-1",
  caseLabel: "maria@example.com",
  stage: "in_portal",
  calendar: { series: { id: "letter-1-credentialed", sequence: 1 }, settled: [] },
  items,
  ...more,
});
