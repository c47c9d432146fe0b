/** The person says that a task is done, or was not, or gives a date that no letter gives. */

import { randomUUID } from "node:crypto";
import { personally, type CaseEvent } from "../domain/events.ts";
import { tasks, type Task } from "../domain/letter.ts";
import type { Milestone } from "../domain/milestones.ts";
import { shift } from "../domain/instants.ts";
import { putOff, type Refused } from "../domain/put-off.ts";
import { windowsOf, type Window } from "../domain/windows.ts";
import { caseForTask } from "./choose.ts";
import type { CaseRecord } from "./ports.ts";
import { replan, type ReplanPorts } from "./replan.ts";

export type Told = {
  readonly task: Task;
  readonly undo: boolean;
  readonly caseId: string | undefined;
  /** When it was done. */
  readonly at: Date;
};

export type Answer =
  | {
      readonly ok: true;
      readonly record: CaseRecord;
      readonly window: Window | undefined;
      /** Other tasks whose windows were open until this was said: who prints the eCoPR has done with the portal. */
      readonly ended: readonly Task[];
    }
  | { readonly ok: false; readonly problem: string };

/** Adds the person's word to the case and plans anew. Ambiguity is answered, never guessed. */
export const tell = async (ports: ReplanPorts, told: Told): Promise<Answer> => {
  const { task, undo, at } = told;
  const milestone = undo ? (`undone:${task}` as const) : (`done:${task}` as const);
  return about(task, await say(ports, told.caseId, { milestone, at }));
};

export type Snoozed = {
  readonly task: Task;
  readonly ms: number;
  readonly caseId: string | undefined;
};

export type SnoozeAnswer =
  | {
      readonly ok: true;
      readonly record: CaseRecord;
      /** When the next reminder comes. */
      readonly at: Date;
      /** True where that is sooner than was asked for: the last reminder before closing is never put off. */
      readonly cut: boolean;
      readonly window: Window | undefined;
    }
  | { readonly ok: false; readonly problem: string };

/** The person puts off the reminders of a task. Refused where there is none left that could be put off. */
export const snooze = async (ports: ReplanPorts, { task, ms, caseId }: Snoozed): Promise<SnoozeAnswer> => {
  const record = await caseForTask(ports, caseId, task);
  if (typeof record === "string") return { ok: false, problem: record };
  const [now, until] = [ports.clock.now(), shift(ports.clock.now(), ms)];
  const to = putOff(await ports.ledger.events(record.id), task, { until, now }, ports.planning);
  if (typeof to === "string") return { ok: false, problem: refusals[to] };
  const answer = await say(ports, record.id, { milestone: `snoozed:${task}`, at: now, until });
  if (!answer.ok) return answer;
  return { ok: true, record, ...to, window: answer.windows.find((window) => window.task === task) };
};

const refusals: Readonly<Record<Refused, string>> = {
  closed: "no window is open for it, so nothing is to come",
  last: "its last reminder before closing has gone out: do it now, if you can",
};

/** The person gives the day to which a CoPR is valid, or (null) takes back the one given before. */
export const tellCopr = async (
  ports: ReplanPorts,
  { caseId, until }: { readonly caseId: string | undefined; readonly until: Date | null },
): Promise<Answer> => {
  const said = await say(ports, caseId, {
    milestone: "copr_valid_until",
    at: ports.clock.now(),
    ...(until !== null && { tasks: ["land"] as const, until }),
  });
  return about("land", said);
};

/** What became of the task that was spoken of, and of the others. */
const about = (task: Task, said: Said): Answer => {
  if (!said.ok) return said;
  const { record, windows, ended } = said;
  const window = windows.find((each) => each.task === task);
  return { ok: true, record, window, ended: ended.filter((each) => each !== task) };
};

/** What one word of the person's makes an event of. */
type Word = Pick<CaseEvent, "milestone" | "at"> & Partial<Pick<CaseEvent, "tasks" | "until">>;

type Said =
  | {
      readonly ok: true;
      readonly record: CaseRecord;
      readonly windows: readonly Window[];
      readonly ended: readonly Task[];
    }
  | { readonly ok: false; readonly problem: string };

const say = async (ports: ReplanPorts, caseId: string | undefined, word: Word): Promise<Said> => {
  const record = await caseForTask(ports, caseId, taskOf(word.milestone));
  if (typeof record === "string") return { ok: false, problem: record };
  const now = ports.clock.now();
  const windowsIn = (events: readonly CaseEvent[]) => windowsOf(events, ports.planning.timeZone, now);
  const before = openIn(windowsIn(await ports.ledger.events(record.id)));
  await ports.ledger.append(eventOf(word, record.id, now));
  const windows = windowsIn((await replan(ports, record.id)).events);
  const after = openIn(windows);
  return { ok: true, record, windows, ended: before.filter((task) => !after.includes(task)) };
};

const openIn = (windows: readonly Window[]): readonly Task[] =>
  windows.filter(({ state }) => state === "open").map(({ task }) => task);

/** The task that "done:photo" and its like are about. */
const taskOf = (milestone: Milestone): Task | null =>
  tasks.find((task) => milestone.endsWith(`:${task}`)) ?? null;

const eventOf = (word: Word, caseId: string, now: Date): CaseEvent => ({
  id: `p${randomUUID().replaceAll("-", "").slice(0, 15)}-${word.milestone.replace(":", "-")}`,
  caseId,
  seenAt: now,
  ...personally,
  ...word,
});
