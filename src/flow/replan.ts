/** Events changed, or time passed: plan anew, write the plan down, wake the queue for what is new in it. */

import type { CaseEvent } from "../domain/events.ts";
import type { PlannedReminder } from "../domain/plan.ts";
import { planReminders, type Planning, type Settled } from "../domain/reminders.ts";
import type { Clock, Ledger, Log, Queues } from "./ports.ts";

export type ReplanPorts = {
  readonly ledger: Ledger;
  /** Null in a command that runs beside the daemon: the daemon's sweep schedules what it planned. */
  readonly queues: Queues | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly planning: Planning;
  /** Where there are several mailboxes: how reminders of another one are planned; undefined: it is not watched. */
  readonly planningOf?: (mailbox: string) => Planning | undefined;
};

export type Replanned = {
  readonly events: readonly CaseEvent[];
  readonly planned: readonly PlannedReminder[];
  readonly settled: Settled;
};

/** What is due later than this is left to the sweep, which passes every minute: a reminder due now goes first. */
export const soonMs = 3 * 60_000;

/**
 * Brings the planned reminders of a case up to date; again without a change it writes nothing. A plan that was made a
 * moment ago is the plan, unless somebody wrote to the ledger since: the first mail of a letter goes out right after it was planned.
 */
export const replan = async (ports: ReplanPorts, caseId: string): Promise<Replanned> => {
  const planning = await planningFor(ports, caseId);
  const last = lastPlans.get(ports.ledger);
  const holds =
    last !== undefined &&
    last.caseId === caseId &&
    last.planning === planning &&
    isJustNow(last.at, ports.clock.now()) &&
    last.state === ports.ledger.planState();
  return holds ? last.plan : await planAnew(ports, caseId, planning);
};

type Made = {
  readonly caseId: string;
  readonly planning: Planning;
  readonly at: Date;
  readonly state: string;
  readonly plan: Replanned;
};

const lastPlans = new WeakMap<Ledger, Made>();

const isJustNow = (at: Date, now: Date): boolean => at <= now && now.getTime() - at.getTime() < 1000;

const planAnew = async (ports: ReplanPorts, caseId: string, planning: Planning): Promise<Replanned> => {
  const { ledger, clock } = ports;
  const now = clock.now();
  const [events, settled] = await Promise.all([ledger.events(caseId), ledger.settled(caseId)]);
  const planned = planReminders({ caseId, events, settled }, planning, now);
  const changed = new Set(await ledger.plan(caseId, planned, now));
  const plan = { events, planned, settled };
  lastPlans.set(ledger, { caseId, planning, at: now, state: ledger.planState(), plan });
  await schedule(
    ports,
    planned.filter(({ id, dueAt }) => changed.has(id) && clock.msUntil(dueAt) < soonMs),
  );
  return plan;
};

/** A letter in one mailbox may change a case of another. */
export const planningFor = async (
  { ledger, planning, planningOf }: Pick<ReplanPorts, "ledger" | "planning" | "planningOf">,
  caseId: string,
): Promise<Planning> => {
  if (planningOf === undefined) return planning;
  const record = await ledger.case(caseId);
  return (record && planningOf(record.mailbox)) ?? planning;
};

/** The same for every case: a letter may have moved from one to another. */
export const replanAll = async (ports: ReplanPorts): Promise<void> => {
  for (const { id } of await ports.ledger.ownCases()) await replan(ports, id);
};

/** Puts reminders into the queue; one that cannot be put there now is put there by the next sweep. */
export const schedule = async (
  ports: Pick<ReplanPorts, "queues" | "clock" | "log">,
  reminders: readonly Pick<PlannedReminder, "id" | "dueAt">[],
): Promise<void> => {
  const { queues, clock, log } = ports;
  if (queues === null) return;
  // One after the other, the next one due first: it is on its way while the later ones are still being added.
  let fails = false;
  for (const { id, dueAt } of reminders) {
    const delayMs = clock.msUntil(dueAt);
    // What is due is done whatever the queue says; the others are left to the sweep, with one word in the log for all.
    if (fails && delayMs > 0) continue;
    try {
      await queues.addReminder(id, delayMs);
    } catch (error) {
      fails = true;
      log.warn({ reminder: id, error }, "queue: could not add a reminder; the next sweep will");
    }
  }
};
