/** Whether Landfall lives: what a container, a supervisor or a monitor asks. Nothing here names anybody. */

import { shift } from "../domain/instants.ts";
import { missedPolls } from "../domain/outage.ts";
import type { MailboxState } from "../flow/ports.ts";
import type { QueueState } from "../flow/pulse.ts";
import type { ShownMailbox, Snapshot } from "../flow/snapshot.ts";
import type { Parts } from "./parts.ts";

export type Health = {
  readonly ok: boolean;
  readonly mailboxes: readonly MailboxReport[];
  readonly queue: { readonly ok: boolean } & QueueState;
  readonly ledger: { readonly ok: boolean; readonly problem: string | null };
};

export type MailboxReport = {
  /** 1, 2, …, in the order in which `status` lists them. */
  readonly mailbox: number;
  /** True where every folder was looked at within three polls. */
  readonly ok: boolean;
  readonly state: MailboxState;
  /** ISO 8601. */
  readonly lastLookAt: string | null;
  readonly ageSeconds: number | null;
};

/** Asked every few seconds, perhaps: of the ledger it reads how the mailboxes are doing, and nothing else. */
export const healthOf = async (parts: Parts): Promise<Health> => {
  const [mailboxes, queue] = await Promise.all([answerOf(parts, parts.mailboxes), parts.queue()]);
  return healthFrom(mailboxes, queue, parts);
};

/** With all that there is to see; null where the ledger did not answer. */
export const examine = async (
  parts: Parts,
): Promise<{ readonly health: Health; readonly snapshot: Snapshot | null }> => {
  const [snapshot, queue] = await Promise.all([answerOf(parts, parts.snapshot), parts.queue()]);
  return { health: healthFrom(snapshot?.mailboxes ?? null, queue, parts), snapshot };
};

const answerOf = async <T>({ log }: Parts, ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    log.error({ error }, "health: the ledger does not answer");
    return null;
  }
};

const silent = "the ledger does not answer; see the log, or run landfall doctor";

const healthFrom = (shown: readonly ShownMailbox[] | null, queue: QueueState, parts: Parts): Health => {
  const mailboxes = shown?.map((each, index) => report(each, index, parts)) ?? [];
  const ledger = { ok: shown !== null, problem: shown === null ? silent : null };
  const ok =
    ledger.ok && queue.problem === null && mailboxes.length > 0 && mailboxes.every((each) => each.ok);
  return { ok, mailboxes, queue: { ok: queue.problem === null, ...queue }, ledger };
};

const report = ({ state, lastLookAt }: ShownMailbox, index: number, parts: Parts): MailboxReport => {
  const now = parts.clock.now();
  const isRecent = lastLookAt !== null && shift(lastLookAt, missedPolls * parts.pollMs) >= now;
  return {
    mailbox: index + 1,
    // One that the person paused is not meant to be looked at.
    ok: state === "paused" || (isRecent && state !== "stopped"),
    state,
    lastLookAt: lastLookAt?.toISOString() ?? null,
    ageSeconds: lastLookAt === null ? null : Math.round((now.getTime() - lastLookAt.getTime()) / 1000),
  };
};
