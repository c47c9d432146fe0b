/** Puts back whatever the queue lost: the ledger knows what there is to do. */

import { minuteMs, shift } from "../domain/instants.ts";
import type { Ledger, Waiting } from "./ports.ts";
import { replanNotes, type NotePorts } from "./notes.ts";
import { replanAll, schedule, soonMs } from "./replan.ts";

/** Letters of a look that still runs, by id. */
export type Held = { readonly size: number; has(letterId: string): boolean };

export type Swept = { readonly letters: number; readonly reminders: number };

/**
 * One pass: letters that wait to be judged, plans that time has changed, reminders without a job.
 * `held` are letters of a look that still runs; they are told of together when it has ended and all are judged.
 */
export const sweep = async (ports: NotePorts, held: Held): Promise<Swept> => {
  const letters = await requeueLetters(ports, held);
  await replanAsTimePassed(ports, held);
  const reminders = await requeueReminders(ports);
  if (letters + reminders > 0)
    ports.log.info({ letters, reminders }, "sweep: the queue has now the jobs that it did not have");
  return { letters, reminders };
};

/** Time alone changes plans; while letters are being read, they are told of together first. */
export const replanAsTimePassed = async (ports: NotePorts, held: Held): Promise<void> => {
  if (held.size > 0 || (await awaitsJudgement(ports))) return;
  await replanAll(ports);
  await replanNotes(ports);
};

/** So long a letter that nobody manages to judge keeps the others from being told of. */
const patience = 10 * minuteMs;

/** The look ended, its last letters are still being judged: they are told of together with the others. */
const awaitsJudgement = async ({ ledger, clock }: NotePorts): Promise<boolean> => {
  const newest = (await ledger.unjudged()).at(-1);
  const letter = newest === undefined ? undefined : await ledger.letter(newest);
  return letter !== undefined && clock.now() < shift(letter.seenAt, patience);
};

/** The same for each mailbox; one whose sweep fails keeps no other from its own. */
export const sweepAll = async (desks: readonly (NotePorts & { readonly held: Held })[]): Promise<void> => {
  const swept = await Promise.allSettled(desks.map(async (ports) => sweep(ports, ports.held)));
  const failed = swept.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
};

const requeueLetters = async ({ ledger, queues }: NotePorts, held: Held): Promise<number> => {
  const waiting = (await ledger.unjudged()).filter((id) => !held.has(id));
  if (waiting.length === 0 || queues === null) return 0;
  const missing = await queues.missingLetters(waiting);
  for (const id of missing) await queues.addLetter(id);
  return missing.length;
};

const requeueReminders = async (ports: NotePorts): Promise<number> => {
  const { ledger, queues } = ports;
  if (queues === null) return 0;
  let count = 0;
  for await (const page of waitingReminders(ledger)) {
    const missing = new Set(await queues.missingReminders(page.map(({ id }) => id)));
    await schedule(
      ports,
      page.filter(({ id }) => missing.has(id)),
    );
    count += missing.size + (await rouse(ports, page));
  }
  return count;
};

/** What a command beside the daemon planned earlier than its job knows. What was tried sleeps for a reason of its own. */
const rouse = async ({ queues, clock }: NotePorts, page: readonly Waiting[]): Promise<number> => {
  const soon = page
    .filter(({ attempts }) => attempts === 0)
    .map(({ id, dueAt }) => ({ id, delayMs: clock.msUntil(dueAt) }))
    .filter(({ delayMs }) => delayMs < soonMs);
  return queues === null || soon.length === 0 ? 0 : queues.rouse(soon);
};

/** Page by page: ten thousand cases have some fifty thousand reminders to come. */
export async function* waitingReminders(
  ledger: Pick<Ledger, "waitingReminders">,
): AsyncGenerator<readonly Waiting[]> {
  let page = await ledger.waitingReminders();
  while (page.length > 0) {
    yield page;
    page = await ledger.waitingReminders(page.at(-1));
  }
}
