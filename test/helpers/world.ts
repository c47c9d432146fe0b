/** Small builders of worlds: events, plans, instants. */

import type { CaseEvent } from "../../src/domain/events.ts";
import type { Task } from "../../src/domain/letter.ts";
import type { Milestone } from "../../src/domain/milestones.ts";
import type { Planning } from "../../src/domain/reminders.ts";

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

export const toronto: Planning = {
  timeZone: "America/Toronto",
  rungs7d: [days(4), days(2), days(1), hours(6)],
  rungs14d: [days(7), days(3), days(1), hours(6)],
  rungs30d: [days(14), days(7), days(3), days(1)],
  rungsCopr: [days(60), days(30), days(14), days(7), days(3), days(1)],
  quietHours: null,
};

/** A calm Monday in November, no change of clocks within three weeks. */
export const monday = new Date("2026-11-09T15:00:00Z");

export const after = (ms: number, from: Date = monday): Date => new Date(from.getTime() + ms);

const tasksOpened: Partial<Record<Milestone, readonly Task[]>> = {
  invited: ["reply"],
  credentialed: ["password", "presence", "address", "photo"],
  family_credentialed: ["password", "presence", "address", "photo"],
  reply_bounced: ["reply"],
  photo_returned: ["photo"],
  passport_requested: ["passport"],
  copr_valid_until: ["land"],
  confirmed: ["print"],
  family_confirmed: ["print"],
};

/** An event of a verified, direct letter, or of the person where the milestone is theirs. */
export const event = (milestone: Milestone, at: Date, more: Partial<CaseEvent> = {}): CaseEvent => {
  const ofPerson = milestone.includes(":") || milestone === "copr_valid_until";
  const id = `${ofPerson ? "p" : "l"}${at.getTime()}-${milestone.replace(":", "-")}`;
  return {
    id,
    caseId: "case-1",
    milestone,
    at,
    seenAt: at,
    source: ofPerson ? "person" : `letter:${id}`,
    trust: "verified",
    forwarded: false,
    approximate: false,
    tasks: tasksOpened[milestone] ?? [],
    days: {},
    ...more,
  };
};
