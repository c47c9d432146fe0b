/** A reminder is due: is it still wanted? If so claim it, send it, confirm it. */

import { byTime, dayMs, shift } from "../domain/instants.ts";
import type { Channel, PlannedReminder, Reminder } from "../domain/plan.ts";
import { windowsOf } from "../domain/windows.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { wordNotes, withNotes } from "../domain/note-wording.ts";
import type { PlannedNote } from "../domain/notes.ts";
import type { ReminderWords } from "../domain/wording.ts";
import { heldUntil } from "./allowance.ts";
import { deliver, deliverCopy, wayOf, type DeliverPorts, type Waking } from "./deliver.ts";
import type { Mail, Mailbox, News } from "./ports.ts";
import { alongWith, factsToTell, goesFrom, replanNotes, type NotePorts } from "./notes.ts";
import { wordsOf, type Standing } from "./reminder-words.ts";
import { replan } from "./replan.ts";
import { Turns } from "./turns.ts";

export type RemindPorts = NotePorts &
  DeliverPorts & {
    /** The person's choice; null: the language of the letters. */
    readonly language: ReminderLanguage | null;
    readonly mailbox: Mailbox;
    /** From words to an e-mail: addresses, layout, headers. */
    readonly compose: (words: ReminderWords, reminder: { id: string; messageId: string; date: Date }) => Mail;
    /** Tells a web hook of a reminder that goes out; null where there is none. */
    readonly notify: ((news: News) => void) | null;
  } & UnderWay;

/** What of the reminders only this process knows. */
export type UnderWay = {
  /** Reminders that this process is sending right now. */
  readonly inFlight: Set<string>;
  /** Reminders that the web hook was told of while they wait for the server to come back. */
  readonly announced: Set<string>;
  /** Mails that count in a day are claimed one after the other. */
  readonly turns: Turns;
};

export const nothingUnderWay = (): UnderWay => ({
  inFlight: new Set(),
  announced: new Set(),
  turns: new Turns(),
});

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
    return reminder?.owed === true ? await sendCopy(ports, reminder) : undefined;
  } finally {
    ports.inFlight.delete(reminderId);
  }
};

const sendIfDue = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const due = await stillPlanned(ports, reminder);
  if (due === undefined) return undefined;
  const now = ports.clock.now();
  const from =
    due.mail.kind === "note" ? await goesFrom(ports, due.mail, reminder.plannedAt) : due.mail.dueAt;
  if (from > now) return { again: ports.clock.msUntil(from) };
  const told = await toldBy(ports, due);
  if (told === null) return undefined;
  const closesAt = firstClosing(told.mail, due.standing);
  const parcel = { reminder, words: told.words, closesAt };
  const claiming = async () => claimInTurn(ports, told, parcel);
  // So many a day: of those that wake together none may count before the one before it has claimed.
  const way = ports.notes.mailsPerDay === null ? await claiming() : await ports.turns.take(claiming);
  return typeof way === "string" ? await send(ports, parcel, way) : way;
};

/** Claims it, where it may go today and a way is open; returns that way, or what becomes of the job. */
const claimInTurn = async (ports: RemindPorts, told: Told, parcel: Parcel): Promise<Channel | Waking> => {
  const { reminder, closesAt } = parcel;
  const held = await heldUntil(ports, told.mail, closesAt);
  if (held !== null) return { again: ports.clock.msUntil(held) };
  announce(ports, reminder, told.words);
  const way = wayOf(ports, parcel);
  if (typeof way !== "string") return { again: ports.clock.msUntil(way.until) };
  if (!(await ports.ledger.claim(told.mail, told.words.subject, ports.clock.now()))) return undefined;
  ports.announced.delete(reminder.id);
  return way;
};

/** Once, and whether or not the mail itself can go: the web hook may be the only way that still works. */
const announce = (ports: RemindPorts, { id, attempts }: Reminder, words: ReminderWords): void => {
  if (ports.notify === null || attempts > 0 || ports.announced.has(id)) return;
  ports.announced.add(id);
  ports.notify(newsOf(words));
};

type Planned = PlannedReminder | PlannedNote;
/** A mail that is to go; one of notes alone stands on no case. */
type Due =
  | { readonly mail: PlannedReminder; readonly standing: Standing }
  | { readonly mail: PlannedNote; readonly standing: null };
/** A mail as it is about to go: what it tells, and in which words. */
type Told = { readonly mail: Planned; readonly words: ReminderWords };

/** What the plan, made anew, says of it. */
const stillPlanned = async (ports: RemindPorts, reminder: Reminder): Promise<Due | undefined> => {
  if (reminder.kind === "note") {
    const mail = (await replanNotes(ports)).find(({ id }) => id === reminder.id);
    return mail && { mail, standing: null };
  }
  const standing = await standingOf(ports, reminder.caseId);
  const mail = standing.planned.find(({ id }) => id === reminder.id);
  return mail && { mail, standing };
};

const standingOf = async (ports: RemindPorts, caseId: string): Promise<Standing> => {
  const replanned = await replan(ports, caseId);
  const now = ports.clock.now();
  return { ...replanned, now, windows: windowsOf(replanned.events, ports.planning.timeZone, now) };
};

/** The words, with the notes that go along; null where nothing of it matters any more. */
const toldBy = async (ports: RemindPorts, { mail, standing }: Due): Promise<Told | null> => {
  if (standing === null) return telling(mail, await wordsOfNotes(ports, mail));
  const words = await wordsOf(ports, mail, standing);
  const notes = words === null ? [] : await alongWith(ports, mail.caseId, standing);
  if (words === null || notes.length === 0) return telling(mail, words);
  const facts = await factsToTell(ports, notes, mail.id);
  return { mail: { ...mail, notes }, words: withNotes(words, facts) };
};

const telling = (mail: Planned, words: ReminderWords | null): Told | null => words && { mail, words };

const wordsOfNotes = async (ports: RemindPorts, { id, notes }: PlannedNote): Promise<ReminderWords | null> =>
  wordNotes(await factsToTell(ports, notes, id), ports.language);

/** Found claimed: a crash came between claim and confirmation. */
const finishClaimed = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const now = ports.clock.now();
  const arrival = shift(reminder.claimedAt ?? now, onTheWayMs);
  if (arrival > now) return { again: ports.clock.msUntil(arrival) };
  if (await ports.mailbox.holds(reminder.messageId)) {
    const channel = ports.outbox === null ? "append" : "smtp";
    const answer = "found in the mailbox after a restart";
    await ports.ledger.confirm(reminder.id, { at: now, channel, answer, owed: false });
    return undefined;
  }
  const { words, closesAt } = await retold(ports, reminder);
  if (words === null) {
    await ports.ledger.release(reminder.id, "dropped", "settled before it was sent again", now);
    return undefined;
  }
  const way = wayOf(ports, { reminder, closesAt });
  if (typeof way !== "string") return { again: ports.clock.msUntil(way.until) };
  return await send(ports, { reminder, words, closesAt }, way);
};

/** A mail that was handed over needs some time to arrive; before that its absence says nothing. */
const onTheWayMs = 10_000;

/** It lies in the inbox since SMTP refused it: a copy by SMTP is still worth a try while a window is open. */
const sendCopy = async (ports: RemindPorts, reminder: Reminder): Promise<Waking> => {
  const { words, closesAt } = await retold(ports, reminder);
  if (words === null || closesAt === null || ports.outbox === null || (await isOutdated(ports, reminder))) {
    await ports.ledger.settleCopy(reminder.id);
    return undefined;
  }
  const mail = ports.compose(words, { ...reminder, date: ports.clock.now() });
  return await deliverCopy(ports, { reminder, mail, closesAt, triedUntil: null });
};

const isOutdated = async ({ ledger }: RemindPorts, { caseId, sentAt }: Reminder): Promise<boolean> =>
  (await ledger.reminders(caseId ?? undefined)).some(
    (other) => other.sentAt !== null && sentAt !== null && other.sentAt > sentAt,
  );

type Retold = { readonly words: ReminderWords | null; readonly closesAt: Date | null };

/** What was claimed before, worded as things stand now. */
const retold = async (ports: RemindPorts, reminder: Reminder): Promise<Retold> => {
  if (reminder.kind === "note") return { words: await wordsOfNotes(ports, reminder), closesAt: null };
  const standing = await standingOf(ports, reminder.caseId);
  const words = await wordsOf(ports, reminder, standing);
  const notes = reminder.notes ?? [];
  return {
    closesAt: firstClosing(reminder, standing),
    words:
      words === null || notes.length === 0
        ? words
        : withNotes(words, await factsToTell(ports, notes, reminder.id)),
  };
};

/** A claimed mail that is to go out now. `closesAt`: as `firstClosing` says. */
type Parcel = { readonly reminder: Reminder; readonly words: ReminderWords; readonly closesAt: Date | null };

const send = async (ports: RemindPorts, parcel: Parcel, way: Channel): Promise<Waking> => {
  const { reminder, words, closesAt } = parcel;
  const { id, messageId } = reminder;
  const mail = ports.compose(words, { id, messageId, date: ports.clock.now() });
  const triedUntil = reminder.kind === "note" ? shift(reminder.dueAt, triedForMs) : null;
  const waking = await deliver(ports, { reminder, mail, closesAt, triedUntil }, way);
  // The rest of a case's plan is as it was before this mail went out; that of the notes may not be.
  if (reminder.kind === "note") await replanNotes(ports);
  return waking;
};

/** How long a mail of notes is tried again that the server refuses for good. */
const triedForMs = 3 * dayMs;

/** When the first of the open windows that a mail tells of closes; null where none is open. */
const firstClosing = (mail: Planned, standing: Standing | null): Date | null => {
  const told = new Set(mail.notices.map(({ task }) => task));
  const ends = (standing?.windows ?? [])
    .filter(({ task, state }) => state === "open" && told.has(task))
    // Portal 1 has no known end: the letter still matters, however long it has been there.
    .map(({ closesAt }) => closesAt ?? endless);
  return ends.toSorted(byTime)[0] ?? null;
};

const endless = new Date(8.64e15);

const newsOf = ({ title, news, tasks }: ReminderWords): News => ({
  title: news ?? title,
  left: tasks[0]?.left ?? null,
});
