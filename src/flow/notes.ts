/** The mails of notes: planned for all cases together, worded, and taken along by reminders that go out anyway. */

import { correct } from "../domain/correction.ts";
import { latest, minuteMs, shift } from "../domain/instants.ts";
import { factsOfNotes, type NoteFacts } from "../domain/note-facts.ts";
import { groupNotes, notesAlong, pendingNotes, travels, type NoteSettings } from "../domain/note-plan.ts";
import type { CaseEvent } from "../domain/events.ts";
import type { Note, NotedLetter, NoteTopic, PlannedNote, ToldNote } from "../domain/notes.ts";
import type { Reminder } from "../domain/plan.ts";
import { correctionsOf } from "../domain/words.ts";
import type { Looked, MustSignIn } from "../domain/outage.ts";
import { heldReminders } from "./allowance.ts";
import { languageOf } from "./language.ts";
import type { Ledger } from "./ports.ts";
import { schedule, soonMs, type ReplanPorts } from "./replan.ts";

export type NotePorts = ReplanPorts & {
  readonly notes: NoteSettings & {
    /** The name of the watched mailbox. */
    readonly mailbox: string;
    /** Marks what is told of no letter and no case, so that several mailboxes do not take it for told; empty: the main one. */
    readonly tag?: string;
    /** Since when this process has been running without a sleep of the machine. */
    readonly awakeSince: () => Date;
    /** Since when, and why, only a new sign-in helps; null while none is needed. */
    readonly mustSignIn?: () => MustSignIn | null;
  };
};

/** Brings the planned mails of notes up to date; again without a change it writes nothing. */
export const replanNotes = async (ports: NotePorts): Promise<readonly PlannedNote[]> => {
  const { ledger, clock } = ports;
  const now = clock.now();
  const planned = groupNotes(await pending(ports, now), ports.planning, now);
  const changed = new Set(await ledger.planNotes(planned, now));
  await schedule(
    ports,
    planned.filter(({ id, dueAt }) => changed.has(id) && clock.msUntil(dueAt) < soonMs),
  );
  return planned;
};

/** How long notes wait for a reminder that is about to go out, and takes them along. */
const patienceMs = 10 * minuteMs;

/** When a mail of notes, planned then, goes out by itself. What fell due before this process ran waits from its start. */
export const goesFrom = async (
  { ledger, clock, notes: { awakeSince } }: NotePorts,
  mail: PlannedNote,
  plannedAt: Date | null,
): Promise<Date> => {
  const now = clock.now();
  if (!mail.notes.every(({ topic }) => travels.includes(topic))) return mail.dueAt;
  const since = [mail.dueAt, plannedAt ?? mail.dueAt, awakeSince()].reduce(latest);
  const waits = now < shift(since, patienceMs) && (await ledger.isAnyDue(now));
  return waits ? shift(now, minuteMs) : mail.dueAt;
};

/** What a reminder of this case, whose events are these, takes along. Mostly there is nothing, and then little is read. */
export const alongWith = async (
  ports: NotePorts,
  caseId: string,
  { events, now }: { readonly events: readonly CaseEvent[]; readonly now: Date },
): Promise<readonly Note[]> => {
  const history = {
    letters: await lettersToNote(ports.ledger),
    cases: [{ id: caseId, events }],
    looked: null,
    held: [],
  };
  const along = (told: readonly ToldNote[]): readonly Note[] =>
    notesAlong(pendingNotes({ ...history, told }, hoursOf(ports), now), caseId, now);
  return along([]).length === 0 ? [] : along(await ports.ledger.toldNotes());
};

/** What these notes tell, as things stand; `mailId` is the mail that tells them, or is about to. */
export const factsToTell = async (
  ports: NotePorts,
  notes: readonly Note[],
  mailId: string,
): Promise<NoteFacts> => {
  const { ledger, planning, notes: settings, clock } = ports;
  const now = clock.now();
  const isWeekly = notes.some(({ topic }) => topic === "weekly");
  const [letters, cases, looked, reminders, held] = await Promise.all([
    lettersToNote(ledger, mailId),
    casesOf(ledger),
    lookedAt(ledger, settings),
    isWeekly ? ledger.reminders() : [],
    notes.some(({ topic }) => topic === "held") ? heldNow(ports, now) : [],
  ]);
  const told = await Promise.all(
    cases.map(async (each) => ({ ...each, language: await languageOf(ledger, each.events) })),
  );
  return factsOfNotes(notes, {
    letters,
    cases: told,
    looked,
    reminders,
    held,
    mailsPerDay: settings.mailsPerDay,
    timeZone: planning.timeZone,
    now,
  });
};

const pending = async (ports: NotePorts, now: Date): Promise<readonly Note[]> => {
  const { ledger, notes } = ports;
  const [letters, told, cases, looked, held] = await Promise.all([
    lettersToNote(ledger),
    ledger.toldNotes(),
    casesOf(ledger),
    lookedAt(ledger, notes),
    heldNow(ports, now),
  ]);
  const own = untagged(told, notes.tag ?? "");
  return tagged(
    pendingNotes({ letters, told: own, cases, looked, held }, hoursOf(ports), now),
    notes.tag ?? "",
  );
};

const ofMailbox: readonly NoteTopic[] = ["weekly", "outage", "held"];

const tagged = (notes: readonly Note[], tag: string): readonly Note[] =>
  tag === ""
    ? notes
    : notes.map((note) => (ofMailbox.includes(note.topic) ? { ...note, key: `${note.key}-${tag}` } : note));

const untagged = (told: readonly ToldNote[], tag: string): readonly ToldNote[] =>
  tag === ""
    ? told
    : told.map((note) =>
        note.key.endsWith(`-${tag}`) ? { ...note, key: note.key.slice(0, -tag.length - 1) } : note,
      );

const hoursOf = ({ planning: { timeZone, quietHours }, notes }: NotePorts) => ({
  timeZone,
  quietHours,
  settings: notes,
  awakeSince: notes.awakeSince(),
});

/** As the person corrected them: what is genuine, or not theirs, needs no note. */
const lettersToNote = async (ledger: Ledger, toldBy?: string): Promise<readonly NotedLetter[]> => {
  const [letters, words] = await Promise.all([ledger.lettersToNote(toldBy), ledger.words()]);
  const corrections = correctionsOf(words);
  return letters.flatMap((letter) => {
    const said = corrections.get(letter.id);
    return said?.notMine === true ? [] : [{ ...letter, finding: correct(letter.finding, said) }];
  });
};

const heldNow = async ({ ledger, planning, notes }: NotePorts, now: Date): Promise<readonly Reminder[]> =>
  heldReminders(ledger, { timeZone: planning.timeZone, mailsPerDay: notes.mailsPerDay }, now);

const casesOf = async (ledger: Ledger) => {
  const [cases, events] = await Promise.all([ledger.ownCases(), ledger.allEvents()]);
  return cases.map(({ id, label }) => ({ id, label, events: events.get(id) ?? [] }));
};

const lookedAt = async (
  ledger: Ledger,
  { mailbox, mustSignIn }: NotePorts["notes"],
): Promise<Looked | null> => {
  const health = (await ledger.health()).find(({ user }) => user === mailbox);
  if (health === undefined) return null;
  const known = { ...health, watchedSince: health.watchedSince ?? null };
  const signIn = mustSignIn?.() ?? null;
  return signIn === null ? known : { ...known, mustSignIn: signIn };
};
