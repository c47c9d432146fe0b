/** The mails of notes: planned for all cases together, worded, and taken along by reminders that go out anyway. */

import { minuteMs, shift } from "../domain/instants.ts";
import { factsOfNotes, type NoteFacts } from "../domain/note-facts.ts";
import { groupNotes, notesAlong, pendingNotes, type NoteSettings } from "../domain/note-plan.ts";
import type { Note, PlannedNote } from "../domain/notes.ts";
import type { Looked } from "../domain/outage.ts";
import type { Ledger } from "./ports.ts";
import { schedule, soonMs, type ReplanPorts } from "./replan.ts";

export type NotePorts = ReplanPorts & {
  readonly notes: NoteSettings & {
    /** The name of the watched mailbox. */
    readonly mailbox: string;
    /** Since when this process has been running without a sleep of the machine. */
    readonly awakeSince: () => Date;
  };
};

/** Brings the planned mails of notes up to date; again without a change it writes nothing. */
export const replanNotes = async (ports: NotePorts): Promise<readonly PlannedNote[]> => {
  const { ledger, clock } = ports;
  const now = clock.now();
  const planned = groupNotes(await pending(ports, now), now);
  const changed = new Set(await ledger.planNotes(planned, now));
  await schedule(
    ports,
    planned.filter(({ id, dueAt }) => changed.has(id) && clock.msUntil(dueAt) < soonMs),
  );
  return planned;
};

/** How long notes wait for a reminder that is about to go out, and takes them along. */
const patienceMs = 10 * minuteMs;

/** When a mail of notes goes out by itself. */
export const goesFrom = async ({ ledger, clock }: NotePorts, mail: PlannedNote): Promise<Date> => {
  const now = clock.now();
  const waits = now < shift(mail.dueAt, patienceMs) && (await ledger.due(now)).length > 0;
  return waits ? shift(now, minuteMs) : mail.dueAt;
};

/** What a reminder of this case takes along. */
export const alongWith = async (ports: NotePorts, caseId: string, now: Date): Promise<readonly Note[]> =>
  notesAlong(await pending(ports, now), caseId, now);

/** What these notes tell, as things stand; `mailId` is the mail that tells them, or is about to. */
export const factsToTell = async (
  { ledger, planning: { timeZone }, notes: settings, clock }: NotePorts,
  notes: readonly Note[],
  mailId: string,
): Promise<NoteFacts> => {
  const isWeekly = notes.some(({ topic }) => topic === "weekly");
  const [letters, cases, looked, reminders] = await Promise.all([
    ledger.lettersToNote(mailId),
    casesOf(ledger),
    lookedAt(ledger, settings.mailbox),
    isWeekly ? ledger.reminders() : [],
  ]);
  const told = await Promise.all(
    cases.map(async (each) => ({ ...each, language: await languageOf(ledger, each) })),
  );
  return factsOfNotes(notes, { letters, cases: told, looked, reminders, timeZone, now: clock.now() });
};

const pending = async ({ ledger, planning, notes }: NotePorts, now: Date): Promise<readonly Note[]> => {
  const [letters, told, cases, looked] = await Promise.all([
    ledger.lettersToNote(),
    ledger.toldNotes(),
    casesOf(ledger),
    lookedAt(ledger, notes.mailbox),
  ]);
  const { timeZone, quietHours } = planning;
  const hours = { timeZone, quietHours, settings: notes, awakeSince: notes.awakeSince() };
  return pendingNotes({ letters, told, cases, looked }, hours, now);
};

const casesOf = async (ledger: Ledger) =>
  Promise.all(
    (await ledger.cases()).map(async ({ id, label }) => ({ id, label, events: await ledger.events(id) })),
  );

const lookedAt = async (ledger: Ledger, mailbox: string): Promise<Looked | null> => {
  const health = (await ledger.health()).find(({ user }) => user === mailbox);
  return health === undefined ? null : { ...health, watchedSince: health.watchedSince ?? null };
};

/** The language of the last letter of the case. */
const languageOf = async (ledger: Ledger, { events }: Awaited<ReturnType<typeof casesOf>>[number]) => {
  const sources = events.map(({ source }) => source).filter((source) => source.startsWith("letter:"));
  const letters = await Promise.all(
    [...new Set(sources)].map((source) => ledger.letter(source.slice("letter:".length))),
  );
  return letters.findLast((letter) => letter?.finding?.language)?.finding?.language ?? null;
};
