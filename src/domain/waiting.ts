/**
 * Waiting is watched too: what ought to have come by now and has not. One calm note each; what is usual is said in
 * docs/domain.md section 4. A newer milestone ends them.
 */

import { countingEvents, stageOf } from "./case.ts";
import type { CaseEvent } from "./events.ts";
import { dayMs, shift } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { Milestone, Stage } from "./milestones.ts";
import type { Note, ToldNote } from "./notes.ts";
import { afterQuiet, type QuietHours } from "./quiet-hours.ts";
import { windowsOf } from "./windows.ts";

export const awaited = ["portal2", "ecopr", "card"] as const;
/** What is waited for. */
export type Awaited = (typeof awaited)[number];

/** What the person is said to have done, so that it is waited for: "no more of this" is noted of that task. */
export const taskBefore: Readonly<Record<Awaited, Task>> = { portal2: "reply", ecopr: "photo", card: "card" };

/** What the notes of a mail wait for. */
export const awaitedIn = (notes: readonly Note[]): readonly Awaited[] =>
  awaited.filter((what) => notes.some(({ topic, key }) => topic === "waiting" && key.includes(`.${what}-`)));

/** One step of waiting: so many days since what it is counted from. */
export type Wait = {
  readonly key: string;
  readonly caseId: string;
  readonly what: Awaited;
  readonly days: number;
  readonly since: Date;
};

type Hours = { readonly timeZone: string; readonly quietHours: QuietHours };

type Rule = {
  readonly what: Awaited;
  readonly days: readonly number[];
  /** The stages in which it is waited for. */
  readonly stages: readonly Stage[];
  /** It is counted from these: from the last of them, but where letters repeat themselves from the first. */
  readonly since: readonly Milestone[];
  readonly from: "first" | "last";
};

const rules: readonly Rule[] = [
  { what: "portal2", days: [14, 31], stages: ["answered"], since: ["answered", "done:reply"], from: "last" },
  { what: "ecopr", days: [90], stages: ["in_portal", "in_review"], since: ["done:photo"], from: "last" },
  {
    what: "card",
    days: [60, 120, 180],
    stages: ["confirmed"],
    since: ["confirmed", "done:print", "done:land"],
    from: "first",
  },
];

/** Every step of what the case waits for now, past or to come. */
export const waitsOf = (
  caseId: string,
  events: readonly CaseEvent[],
  timeZone: string,
  now: Date,
): readonly Wait[] => {
  const windows = windowsOf(events, timeZone, now);
  const stage = stageOf(events, windows);
  const photoIsDone = windows.some(({ task, state }) => task === "photo" && state === "done");
  return rules
    .filter(({ what, stages }) => stages.includes(stage) && (what !== "ecopr" || photoIsDone))
    .flatMap((rule) => stepsOf(caseId, rule, countingEvents(events)));
};

const stepsOf = (caseId: string, rule: Rule, counting: readonly CaseEvent[]): readonly Wait[] => {
  const known = counting.filter(({ milestone }) => rule.since.includes(milestone));
  const start = known.at(rule.from === "first" ? 0 : -1);
  if (start === undefined || isUnwanted(rule.what, start, counting)) return [];
  return rule.days.map((days) => ({
    key: `${start.id}.${rule.what}-${days}d`,
    caseId,
    what: rule.what,
    days,
    since: start.at,
  }));
};

/** The last word on it counts: an undo of "stop" is a reminder put off until now. */
const isUnwanted = (what: Awaited, start: CaseEvent, counting: readonly CaseEvent[]): boolean => {
  const task = taskBefore[what];
  const words: readonly Milestone[] = [`stopped:${task}`, `snoozed:${task}`];
  return (
    counting.findLast(({ milestone, at }) => at > start.at && words.includes(milestone))?.milestone ===
    words[0]
  );
};

/** Of the steps that have passed only the last one is told, and none after a later one was. */
export const waitingNotes = (
  waits: readonly Wait[],
  told: readonly ToldNote[],
  { timeZone, quietHours }: Hours,
  now: Date,
): readonly Note[] => {
  const known = new Set(told.map(({ key }) => key));
  return waits
    .filter((wait) => !known.has(wait.key) && !isOvertaken(wait, waits, known, now))
    .map((wait) => ({
      key: wait.key,
      topic: "waiting",
      caseId: wait.caseId,
      wantedAt: reachedAt(wait),
      dueAt: afterQuiet(reachedAt(wait), quietHours, timeZone),
    }));
};

const reachedAt = ({ since, days }: Wait): Date => shift(since, days * dayMs);

const isOvertaken = (wait: Wait, waits: readonly Wait[], told: ReadonlySet<string>, now: Date): boolean =>
  waits.some(
    (other) =>
      other.what === wait.what && other.days > wait.days && (told.has(other.key) || reachedAt(other) <= now),
  );
