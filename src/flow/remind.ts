/** A reminder is due: is it still wanted? If so claim it, send it, confirm it. */

import { correct } from "../domain/correction.ts";
import { factsOf, lettersNamed } from "../domain/facts.ts";
import { dayMs } from "../domain/instants.ts";
import type { PlannedReminder, Reminder } from "../domain/plan.ts";
import { windowsOf } from "../domain/windows.ts";
import { correctionsOf } from "../domain/words.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { wordNotes, withNotes } from "../domain/note-wording.ts";
import type { PlannedNote } from "../domain/notes.ts";
import { wordReminder, type ReminderWords } from "../domain/wording.ts";
import { SendFailure, type JudgedLetter, type Mail, type Mailbox, type Outbox } from "./ports.ts";
import { alongWith, factsToTell, goesFrom, replanNotes, type NotePorts } from "./notes.ts";
import { replan, type Replanned } from "./replan.ts";

export type RemindPorts = NotePorts & {
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
  const due = await stillPlanned(ports, reminder);
  if (due === undefined) return undefined;
  const now = ports.clock.now();
  const from = due.mail.kind === "note" ? await goesFrom(ports, due.mail) : due.mail.dueAt;
  if (from > now) return { again: ports.clock.msUntil(from) };
  const told = await due.word(now);
  if (told !== null && (await ports.ledger.claim(told.mail, told.words.subject, now)))
    await send(ports, reminder, told.words);
  return undefined;
};

type Planned = PlannedReminder | PlannedNote;
/** A mail as it is about to go: what it tells, and in which words. */
type Told = { readonly mail: Planned; readonly words: ReminderWords };
type Due = { readonly mail: Planned; readonly word: (now: Date) => Promise<Told | null> };

/** What the plan, made anew, says of it. */
const stillPlanned = async (ports: RemindPorts, reminder: Reminder): Promise<Due | undefined> => {
  if (reminder.kind === "note") {
    const mail = (await replanNotes(ports)).find(({ id }) => id === reminder.id);
    return mail && { mail, word: async () => telling(mail, await wordsOfNotes(ports, mail)) };
  }
  const replanned = await replan(ports, reminder.caseId);
  const mail = replanned.planned.find(({ id }) => id === reminder.id);
  return mail && { mail, word: async (now) => tellAll(ports, mail, replanned, now) };
};

const telling = (mail: Planned, words: ReminderWords | null): Told | null => words && { mail, words };

/** A reminder, with the notes that go along. */
const tellAll = async (
  ports: RemindPorts,
  mail: PlannedReminder,
  replanned: Replanned,
  now: Date,
): Promise<Told | null> => {
  const words = await wordsOf(ports, mail, replanned, now);
  const along = words && (await alongWith(ports, mail.caseId, now));
  if (words === null || along === null) return telling(mail, words);
  return { mail: { ...mail, notes: along.notes }, words: withNotes(words, along.facts) };
};

const wordsOfNotes = async (ports: RemindPorts, { id, notes }: PlannedNote): Promise<ReminderWords | null> =>
  wordNotes(await factsToTell(ports, notes, id), ports.language);

/** Found claimed: a crash came between claim and confirmation. */
const finishClaimed = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const now = ports.clock.now();
  if (await ports.mailbox.holds(reminder.messageId)) {
    await ports.ledger.confirm(reminder.id, now, "found in the mailbox after a restart");
    return undefined;
  }
  const words = await wordsOfClaimed(ports, reminder, now);
  if (words === null) await ports.ledger.release(reminder.id, "dropped", "settled before it was sent again");
  else await send(ports, reminder, words);
  return undefined;
};

const wordsOfClaimed = async (
  ports: RemindPorts,
  reminder: Reminder,
  now: Date,
): Promise<ReminderWords | null> => {
  if (reminder.kind === "note") return wordsOfNotes(ports, reminder);
  const words = await wordsOf(ports, reminder, await replan(ports, reminder.caseId), now);
  const notes = reminder.notes ?? [];
  return words === null || notes.length === 0
    ? words
    : withNotes(words, await factsToTell(ports, notes, reminder.id));
};

/** Null where nothing that the reminder tells of matters any more. */
const wordsOf = async (
  ports: RemindPorts,
  reminder: PlannedReminder,
  { events, settled }: Replanned,
  now: Date,
): Promise<ReminderWords | null> => {
  const { timeZone } = ports.planning;
  const [cases, letters] = await Promise.all([
    ports.ledger.cases(),
    lettersOf(ports, lettersNamed(reminder, { events, timeZone, now })),
  ]);
  const caseLabel = cases.find(({ id }) => id === reminder.caseId)?.label ?? reminder.caseId;
  const facts = factsOf(reminder, { caseLabel, events, letters, settled, timeZone, now });
  return facts.items.length === 0 ? null : wordReminder(facts, ports.language);
};

const lettersOf = async (
  { ledger }: RemindPorts,
  ids: readonly string[],
): Promise<readonly JudgedLetter[]> => {
  const corrections = correctionsOf(await ledger.words());
  const letters = await Promise.all(ids.map((id) => ledger.letter(id)));
  return letters.flatMap((letter) =>
    letter === undefined || letter.finding === null
      ? []
      : [{ ...letter, finding: correct(letter.finding, corrections.get(letter.id)) }],
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
  if (reminder.kind === "note") await replanNotes(ports);
  else await replan(ports, reminder.caseId);
};

/**
 * A reminder that certainly did not go out is planned again; where that is unknown the claim stands, and
 * the next try looks for it first. For good it has failed only when no window that it tells of is open.
 */
const afterFailure = async (ports: RemindPorts, reminder: Reminder, error: unknown): Promise<void> => {
  if (!(error instanceof SendFailure) || error.unknown) return;
  ports.log.error({ reminder: reminder.id, permanent: error.permanent }, error.message);
  const hopeless = error.permanent && !(await stillMatters(ports, reminder));
  await ports.ledger.release(reminder.id, hopeless ? "failed" : "planned", error.message);
};

/** How long a mail of notes is tried again that the server refuses for good. */
const triedForMs = 3 * dayMs;

const stillMatters = async (ports: RemindPorts, reminder: Reminder): Promise<boolean> => {
  const now = ports.clock.now();
  if (reminder.kind === "note") return now.getTime() - reminder.dueAt.getTime() < triedForMs;
  const events = await ports.ledger.events(reminder.caseId);
  return windowsOf(events, ports.planning.timeZone, now).some(
    ({ task, state }) => state === "open" && reminder.notices.some((notice) => notice.task === task),
  );
};
