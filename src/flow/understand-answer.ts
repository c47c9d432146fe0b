/** Which case an answer is about, and what it comes to there. */

import type { Confirmed } from "../domain/answer-wording.ts";
import type { CaseEvent } from "../domain/events.ts";
import { tasksOf } from "../domain/facts.ts";
import { shift } from "../domain/instants.ts";
import type { Reminder } from "../domain/plan.ts";
import { putOffAll } from "../domain/put-off.ts";
import type { Planning } from "../domain/reminders.ts";
import { understand, type Understood } from "../domain/understood.ts";
import { awaitedIn } from "../domain/waiting.ts";
import { windowsOf } from "../domain/windows.ts";
import { caseForTask } from "./choose.ts";
import type { StoredAnswer } from "./ports.ts";
import type { ReplanPorts } from "./replan.ts";

/** A mail of notes may be about no single case: then the one that there is, or the only one with that task open. */
export const caseMeant = async (ports: ReplanPorts, { command }: StoredAnswer): Promise<string | null> => {
  const [named] = command === null || command.tasks === "all" ? [] : command.tasks;
  const chosen = await caseForTask(ports, undefined, named ?? null);
  return typeof chosen === "string" ? null : chosen.id;
};

export const understandAnswer = async (
  ports: ReplanPorts,
  answer: StoredAnswer,
  { reminder, caseId }: { readonly reminder: Reminder; readonly caseId: string | null },
): Promise<Confirmed> => {
  const { ledger, planning, clock } = ports;
  const { timeZone } = planning;
  const told = tasksOf(reminder);
  const nothing = { told, open: [], before: null, waits: [] };
  if (caseId === null) return { understood: understand(null, nothing), putOff: null, timeZone };
  const events = await ledger.events(caseId);
  const open = windowsOf(events, timeZone, clock.now())
    .filter(({ state, task }) => state === "open" && (told.length === 0 || told.includes(task)))
    .map(({ task }) => task);
  const understood = understand(answer.command, {
    told,
    // What was applied already is worded as it was understood then.
    open: answer.status === "taken" ? open : told,
    before: await ledger.answeredBefore(answer),
    waits: reminder.kind === "note" ? awaitedIn(reminder.notes) : [],
  });
  return { ...later(understood, events, answer, planning), timeZone };
};

/** Of a "later": which of the tasks can be put off, and until when. */
const later = (
  understood: Understood,
  events: readonly CaseEvent[],
  { at }: StoredAnswer,
  planning: Planning,
): Pick<Confirmed, "understood" | "putOff"> => {
  if (understood.outcome !== "noted" || understood.command.ms === null) return { understood, putOff: null };
  const { command } = understood;
  const wish = { until: shift(at, command.ms ?? 0), now: at };
  const { tasks, next } = putOffAll(events, command.tasks, wish, planning);
  return { understood: { ...understood, command: { ...command, tasks } }, putOff: next };
};
