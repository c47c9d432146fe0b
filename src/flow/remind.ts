/** A reminder is due: is it still wanted? If so claim it, send it, confirm it. */

import { factsOf, lettersNamed } from "../domain/facts.ts";
import type { PlannedReminder, Reminder } from "../domain/plan.ts";
import { windowsOf } from "../domain/windows.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { wordReminder, type ReminderWords } from "../domain/wording.ts";
import {
  SendFailure,
  type JudgedLetter,
  type Mail,
  type Mailbox,
  type NewLetter,
  type Outbox,
} from "./ports.ts";
import { replan, type Replanned, type ReplanPorts } from "./replan.ts";

export type RemindPorts = ReplanPorts & {
  /** The person's choice; null: the language of the letters. */
  readonly language: ReminderLanguage | null;
  readonly outbox: Outbox;
  readonly mailbox: Mailbox;
  /** From words to an e-mail: addresses, layout, headers. */
  readonly compose: (
    words: ReminderWords,
    reminder: { id: string; messageId: string; date: Date },
  ) => Promise<Mail>;
  /** Reminders that this process is sending right now. */
  readonly inFlight: Set<string>;
};

/** What to do with the job: nothing more, or wake again in so many milliseconds. */
export type Waking = { readonly again: number } | undefined;

/**
 * One wake-up. A stored time is only a hint when to look again, so the plan is made anew:
 * 1. not in the plan any more → dropped; 2. not yet due → sleep on; 3. else claim → send → confirm.
 * A claim left by a crash is sent again, under the same Message-ID, unless the mailbox holds it.
 */
export const remind = async (ports: RemindPorts, reminderId: string): Promise<Waking> => {
  if (ports.inFlight.has(reminderId)) return undefined;
  ports.inFlight.add(reminderId);
  try {
    const reminder = await ports.ledger.reminder(reminderId);
    if (reminder?.status === "claimed") return await finishClaimed(ports, reminder);
    if (reminder?.status === "planned") return await sendIfDue(ports, reminder);
    return undefined;
  } finally {
    ports.inFlight.delete(reminderId);
  }
};

const sendIfDue = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const replanned = await replan(ports, reminder.caseId);
  const due = replanned.planned.find(({ id }) => id === reminder.id);
  if (due === undefined) return undefined;
  const now = ports.clock.now();
  if (due.dueAt > now) return { again: ports.clock.msUntil(due.dueAt) };
  const words = await wordsOf(ports, due, replanned, now);
  if (words !== null && (await ports.ledger.claim(due, words.subject, now)))
    await send(ports, reminder, words);
  return undefined;
};

/** Found claimed: a crash came between claim and confirmation. */
const finishClaimed = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const now = ports.clock.now();
  if (await ports.mailbox.holds(reminder.messageId)) {
    await ports.ledger.confirm(reminder.id, now, "found in the mailbox after a restart");
    return undefined;
  }
  const words = await wordsOf(ports, reminder, await replan(ports, reminder.caseId), now);
  if (words === null) await ports.ledger.release(reminder.id, "dropped", "settled before it was sent again");
  else await send(ports, reminder, words);
  return undefined;
};

/** Null where nothing that the reminder tells of matters any more. */
const wordsOf = async (
  ports: RemindPorts,
  reminder: PlannedReminder,
  { events }: Replanned,
  now: Date,
): Promise<ReminderWords | null> => {
  const { timeZone } = ports.planning;
  const [cases, letters] = await Promise.all([
    ports.ledger.cases(),
    lettersOf(ports, lettersNamed(reminder, { events, timeZone, now })),
  ]);
  const caseLabel = cases.find(({ id }) => id === reminder.caseId)?.label ?? reminder.caseId;
  const facts = factsOf(reminder, { caseLabel, events, letters, timeZone, now });
  return facts.items.length === 0 ? null : wordReminder(facts, ports.language);
};

const lettersOf = async (
  { ledger }: RemindPorts,
  ids: readonly string[],
): Promise<readonly JudgedLetter[]> => {
  const letters = await Promise.all(ids.map((id) => ledger.letter(id)));
  return letters.filter(
    (letter): letter is NewLetter & JudgedLetter => letter !== undefined && letter.finding !== null,
  );
};

const send = async (ports: RemindPorts, reminder: Reminder, words: ReminderWords): Promise<void> => {
  const { id, messageId } = reminder;
  const mail = await ports.compose(words, { id, messageId, date: ports.clock.now() });
  try {
    const outcome = await ports.outbox.send(mail);
    await ports.ledger.confirm(id, ports.clock.now(), outcome);
    ports.log.info({ reminder: id }, "reminder sent");
  } catch (error) {
    await afterFailure(ports, reminder, error);
    throw error;
  }
  await replan(ports, reminder.caseId);
};

/**
 * A reminder that certainly did not go out is planned again; where that is unknown the claim stands, and
 * the next try looks for it first. For good it has failed only when no window that it tells of is open.
 */
const afterFailure = async (ports: RemindPorts, reminder: Reminder, error: unknown): Promise<void> => {
  if (!(error instanceof SendFailure) || error.unknown) return;
  ports.log.error({ reminder: reminder.id, permanent: error.permanent }, error.message);
  const hopeless = error.permanent && !(await tellsOfOpenWindow(ports, reminder));
  await ports.ledger.release(reminder.id, hopeless ? "failed" : "planned", error.message);
};

const tellsOfOpenWindow = async (ports: RemindPorts, reminder: Reminder): Promise<boolean> => {
  const events = await ports.ledger.events(reminder.caseId);
  return windowsOf(events, ports.planning.timeZone, ports.clock.now()).some(
    ({ task, state }) => state === "open" && reminder.notices.some((notice) => notice.task === task),
  );
};
