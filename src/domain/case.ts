/**
 * A case: one application, as its events tell it. Everything here is a fold over past facts, so letters that
 * come late, twice or out of order lead to the same case, and a late letter never moves it back.
 */

import { byTime } from "./instants.ts";
import type { CaseEvent } from "./events.ts";
import { tasks, type Task } from "./letter.ts";
import type { Milestone, Stage } from "./milestones.ts";
import { tellApart } from "./people.ts";
import { stages } from "./milestones.ts";
import { remembered } from "./remembered.ts";
import type { Window } from "./windows.ts";

/**
 * The events that count, oldest first, each once: those that the person or a bounce took back are left out, and what
 * is about another person of the family is told apart.
 */
export const countingEvents = remembered((events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const takingBack = once.filter(
    ({ milestone }) => milestone === "reply_bounced" || milestone in takenBackBy,
  );
  const counting = once
    .filter((event) => !takingBack.some((other) => other !== event && takesBack(other, event)))
    .toSorted((a, b) => byTime(a.at, b.at) || compareIds(a.id, b.id));
  return tellApart(counting);
});

/** How far the case is: the furthest stage that a counting event or its windows show. */
export const stageOf = (events: readonly CaseEvent[], windows: readonly Window[]): Stage => {
  const reached = new Set(countingEvents(events).map((event) => stageByMilestone[event.milestone]));
  if (reached.has("in_portal") && portalTasks.every((task) => isDone(windows, task)))
    reached.add("in_review");
  return stages.findLast((stage) => reached.has(stage)) ?? "waiting";
};

/** The stage that each milestone shows to be reached. */
export const stageByMilestone: Readonly<Partial<Record<Milestone, Stage>>> = {
  invited: "invited",
  answered: "answered",
  "done:reply": "answered",
  reply_bounced: "invited",
  credentialed: "in_portal",
  family_credentialed: "in_portal",
  family_confirmed: "in_portal",
  family_card_mailed: "in_portal",
  photo_returned: "in_portal",
  confirmed: "confirmed",
  "done:land": "confirmed",
  card_mailed: "confirmed",
  card_received: "complete",
  "done:card": "complete",
};

/** What IRCC reviews before it issues the eCoPR (docs/domain.md section 3). */
const portalTasks: readonly Task[] = ["presence", "address", "photo"];

const isDone = (windows: readonly Window[], task: Task): boolean =>
  windows.some((window) => window.task === task && window.state === "done");

/** The person's "not done" takes back all that was said or seen done before it; a bounce, the answer before it. */
const takesBack = (later: CaseEvent, earlier: CaseEvent): boolean => {
  if (later.milestone === "reply_bounced") return earlier.milestone === "answered" && earlier.at <= later.at;
  return takenBackBy[later.milestone]?.includes(earlier.milestone) === true && earlier.seenAt <= later.seenAt;
};

const takenBackBy: Partial<Record<Milestone, readonly Milestone[]>> = {
  ...Object.fromEntries(
    tasks.map((task) => [`undone:${task}`, [`done:${task}`, `snoozed:${task}`, `stopped:${task}`]]),
  ),
  "undone:reply": ["done:reply", "snoozed:reply", "stopped:reply", "answered"],
  "undone:card": ["done:card", "snoozed:card", "stopped:card", "card_received"],
  // The last date that the person gave is the one that counts.
  copr_valid_until: ["copr_valid_until"],
};

const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
