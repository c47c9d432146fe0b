/** The ways by which a reminder reaches the person, and which one is taken when. */

import { hourMs, minuteMs, shift } from "../domain/instants.ts";
import type { Channel, Reminder } from "../domain/plan.ts";
import { SendFailure, type Clock, type Ledger, type Log, type Mail, type Outbox } from "./ports.ts";

export type DeliverPorts = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** SMTP; null where none is configured. */
  readonly outbox: Outbox | null;
  /** Lays a mail into the inbox of the watched mailbox; null where it is not to. */
  readonly inbox: Outbox | null;
};

/**
 * A reminder on its way. `closesAt`: when the first of the open windows that it tells of closes; null: none is open.
 * `triedUntil`: how long it is tried although it tells of no window.
 */
export type Parcel = {
  readonly reminder: Reminder;
  readonly mail: Mail;
  readonly closesAt: Date | null;
  readonly triedUntil: Date | null;
};

/** What to do with the job: nothing more, or wake again in so many milliseconds. */
export type Waking = { readonly again: number } | undefined;

/** SMTP has this long to come back while less than a day is left, and this long where more is. */
const patienceMs = 2 * hourMs;
const longPatienceMs = 12 * hourMs;
const dayLeftMs = 24 * hourMs;
/** What is told later than this before a window closes is hardly told. */
const timeToActMs = hourMs / 2;
/** What was refused for good is tried again this often. */
const askAgainMs = hourMs;

/** The way to take now, or when there may be one. */
export const wayOf = (ports: DeliverPorts, urgency: Urgency): Channel | { readonly until: Date } => {
  const { outbox, inbox } = ports;
  if (outbox === null) return openOrUntil(inbox, "append", ports.clock.now());
  const trouble = outbox.trouble?.() ?? null;
  const way = openOrUntil(outbox, "smtp", ports.clock.now());
  if (way === "smtp" || trouble === null) return way;
  const falls = fallsBackAt(ports, trouble, urgency);
  if (isNow(ports, falls)) return openOrUntil(inbox, "append", ports.clock.now());
  return falls !== null && falls < way.until ? { until: falls } : way;
};

/** How pressing a reminder is. */
type Urgency = { readonly reminder: Pick<Reminder, "failingSince">; readonly closesAt: Date | null };

const openOrUntil = <Way extends Channel>(
  outbox: Outbox | null,
  way: Way,
  now: Date,
): Way | { readonly until: Date } => {
  const until = outbox?.trouble?.()?.until ?? now;
  return until > now ? { until } : way;
};

/**
 * From when on the second channel serves: at once where SMTP refused for good, else where it has failed for so long
 * that it gets late, and in any case while there is time to act. Null where there is none.
 */
const fallsBackAt = (
  { clock, inbox }: DeliverPorts,
  { permanent, since }: { readonly permanent: boolean; readonly since: Date },
  { reminder, closesAt }: Urgency,
): Date | null => {
  if (inbox === null) return null;
  const now = clock.now();
  if (permanent) return now;
  const failing = new Date(Math.min(since.getTime(), reminder.failingSince?.getTime() ?? now.getTime()));
  if (closesAt === null) return shift(failing, longPatienceMs);
  const lastCall = Math.max(shift(closesAt, -timeToActMs).getTime(), failing.getTime());
  const dayBefore = Math.max(shift(closesAt, -dayLeftMs).getTime(), shift(failing, patienceMs).getTime());
  return new Date(Math.min(lastCall, dayBefore, shift(failing, longPatienceMs).getTime()));
};

const isNow = ({ clock }: DeliverPorts, falls: Date | null): boolean =>
  falls !== null && falls <= clock.now();

/** Sends a claimed reminder by `way`, by the other one where that is called for, and writes down what came of it. */
export const deliver = async (ports: DeliverPorts, parcel: Parcel, way: Channel): Promise<Waking> => {
  if (way === "append") return await lay(ports, parcel, null);
  const { reminder, mail } = parcel;
  try {
    const answer = await ports.outbox!.send(mail);
    await confirm(ports, parcel, { channel: "smtp", answer, owed: false });
    return undefined;
  } catch (error) {
    const failure = knownFailure(error);
    ports.log.error({ reminder: reminder.id, permanent: failure.permanent }, failure.message);
    const since = ports.outbox?.trouble?.()?.since ?? ports.clock.now();
    const falls = fallsBackAt(ports, { permanent: failure.permanent, since }, parcel);
    return isNow(ports, falls)
      ? await lay(ports, parcel, failure)
      : await putBack(ports, parcel, failure, falls);
  }
};

/** Of what was laid into the inbox: once more by SMTP, which may have come round. The person has it in any case. */
export const deliverCopy = async (ports: DeliverPorts, parcel: Parcel): Promise<Waking> => {
  const { reminder, mail } = parcel;
  const until = ports.outbox?.trouble?.()?.until ?? ports.clock.now();
  if (until > ports.clock.now()) return { again: ports.clock.msUntil(until) };
  try {
    const answer = `${reminder.outcome ?? ""}; then by SMTP: ${await ports.outbox!.send(mail)}`;
    const at = reminder.sentAt ?? ports.clock.now();
    await ports.ledger.confirm(reminder.id, { at, channel: "smtp", answer, owed: false });
  } catch (error) {
    if (error instanceof SendFailure && !error.unknown) return after(ports, askAgainMs);
    // It may have gone out: two copies are enough.
    await ports.ledger.settleCopy(reminder.id);
  }
  return undefined;
};

/** A failure after which the mail certainly did not go out. Any other is thrown on: the claim stands. */
const knownFailure = (error: unknown): SendFailure => {
  if (error instanceof SendFailure && !error.unknown) return error;
  throw error;
};

/** Lays the mail into the inbox; `smtp` is why it did not go the usual way. */
const lay = async (ports: DeliverPorts, parcel: Parcel, smtp: SendFailure | null): Promise<Waking> => {
  try {
    const answer = await ports.inbox!.send(parcel.mail);
    const owed = ports.outbox !== null && parcel.closesAt !== null;
    await confirm(ports, parcel, {
      channel: "append",
      answer: smtp === null ? answer : `${answer} (${smtp.message})`,
      owed,
    });
    return owed ? after(ports, askAgainMs) : undefined;
  } catch (error) {
    const failure = knownFailure(error);
    ports.log.error({ reminder: parcel.reminder.id }, failure.message);
    return await putBack(ports, parcel, smtp ?? failure, null);
  }
};

const confirm = async (
  { ledger, clock, log }: DeliverPorts,
  { reminder }: Parcel,
  sent: { readonly channel: Channel; readonly answer: string; readonly owed: boolean },
): Promise<void> => {
  await ledger.confirm(reminder.id, { ...sent, at: clock.now() });
  log.info({ reminder: reminder.id, channel: sent.channel }, "reminder sent");
};

/**
 * A reminder that certainly did not go out is planned again. It has failed only where it was refused for good and
 * no window that it tells of is open any more: a full quota or a changed password must not cost the decisive mail.
 * `falls`: when it takes the other way; null where there is none.
 */
const putBack = async (
  ports: DeliverPorts,
  parcel: Parcel,
  failure: SendFailure,
  falls: Date | null,
): Promise<Waking> => {
  const { id, attempts } = parcel.reminder;
  const now = ports.clock.now();
  const matters = parcel.closesAt !== null || (parcel.triedUntil !== null && parcel.triedUntil > now);
  const hopeless = failure.permanent && !matters;
  await ports.ledger.release(id, hopeless ? "failed" : "planned", failure.message, now);
  if (hopeless) return undefined;
  const pause = failure.permanent ? askAgainMs : pauseOf(attempts + 1);
  return after(ports, falls === null ? pause : Math.min(pause, ports.clock.msUntil(falls)));
};

/** 1 min doubling to 1 h, each up to a fifth shorter, so that many that failed together do not come back at once. */
export const pauseOf = (attempts: number, random = Math.random()): number =>
  Math.round(Math.min(minuteMs * 2 ** Math.min(attempts - 1, 16), hourMs) * (1 - random / 5));

export const after = ({ clock }: Pick<DeliverPorts, "clock">, ms: number): Waking => ({
  again: clock.msUntil(shift(clock.now(), ms)),
});
