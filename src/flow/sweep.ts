/** Puts back whatever the queue lost: the ledger knows what there is to do. */

import { replanNotes, type NotePorts } from "./notes.ts";
import { replanAll, schedule } from "./replan.ts";

/** Letters of a look that still runs, by id. */
export type Held = { readonly size: number; has(letterId: string): boolean };

export type Swept = { readonly letters: number; readonly reminders: number };

/**
 * One pass: letters that wait to be judged, plans that time has changed, reminders without a job.
 * `held` are letters of a look that still runs; they are told of together when it ends.
 */
export const sweep = async (ports: NotePorts, held: Held): Promise<Swept> => {
  const letters = await requeueLetters(ports, held);
  if (held.size === 0) {
    await replanAll(ports);
    await replanNotes(ports);
  }
  const reminders = await requeueReminders(ports);
  if (letters + reminders > 0) ports.log.info({ letters, reminders }, "sweep put jobs back");
  return { letters, reminders };
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
  const waiting = await ports.ledger.waitingReminders();
  if (waiting.length === 0 || ports.queues === null) return 0;
  const missing = new Set(await ports.queues.missingReminders(waiting.map(({ id }) => id)));
  await schedule(
    ports,
    waiting.filter(({ id }) => missing.has(id)),
  );
  return missing.size;
};
