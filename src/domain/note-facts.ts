/** What a mail of notes is to tell, as things stand when it goes out. */

import { stageOf } from "./case.ts";
import { digestKey, isOld } from "./digest.ts";
import { byTime, dayMs } from "./instants.ts";
import { tasksOf } from "./facts.ts";
import type { Language, Task } from "./letter.ts";
import { eventsOfLetter } from "./letter-events.ts";
import type { Stage } from "./milestones.ts";
import type { CaseEvents } from "./note-plan.ts";
import type { Note, NotedLetter } from "./notes.ts";
import { unseenSince, type Looked } from "./outage.ts";
import type { Reminder } from "./plan.ts";
import { waitsOf, type Wait } from "./waiting.ts";
import { windowsOf, type Window } from "./windows.ts";

/** A window that a letter in doubt would open, were it genuine. */
export type Would = { readonly task: Task; readonly closesAt: Date };

export type SuspiciousLetter = NotedLetter & { readonly would: readonly Would[] };

/** Letters of one topic: the recent ones, newest first, and those that were old when they were first seen. */
export type Lot<L extends NotedLetter> = { readonly recent: readonly L[]; readonly old: readonly L[] };

/** A step of waiting; the case is named where there are several. */
export type WaitFacts = Wait & { readonly label: string | null };

export type WeekOfCase = {
  readonly label: string;
  readonly stage: Stage;
  /** Those that are open. */
  readonly windows: readonly Window[];
  /** Those that closed before anybody said that the task was done. */
  readonly missed: readonly Window[];
};

export type WeekFacts = {
  readonly cases: readonly WeekOfCase[];
  readonly lastLookAt: Date | null;
  /** E-mails that went out in the last seven days. */
  readonly sent: number;
  readonly nextAt: Date | null;
};

export type OutageFacts = {
  readonly since: Date;
  readonly problem: string | null;
  readonly open: number;
  /** Only a new sign-in helps. */
  readonly mustSignIn: boolean;
};

/** What waits until tomorrow: the tasks of each reminder, with the case where there are several. */
export type HeldFacts = {
  readonly cap: number;
  readonly reminders: readonly { readonly tasks: readonly Task[]; readonly label: string | null }[];
};

/** Everything the words of notes are made of. */
export type NoteFacts = {
  readonly now: Date;
  /** IANA name of the person's zone. */
  readonly timeZone: string;
  /** Of the letters that it is about. */
  readonly languages: readonly { readonly language: Language | null }[];
  readonly unknown: Lot<NotedLetter>;
  readonly suspicious: Lot<SuspiciousLetter>;
  readonly waiting: readonly WaitFacts[];
  /** Null where it is not told. */
  readonly week: WeekFacts | null;
  readonly outage: OutageFacts | null;
  readonly held: HeldFacts | null;
};

export type NoteStandpoint = {
  readonly letters: readonly NotedLetter[];
  readonly cases: readonly (CaseEvents & { readonly label: string; readonly language: Language | null })[];
  readonly looked: Looked | null;
  /** Needed for a weekly summary alone. */
  readonly reminders: readonly Reminder[];
  /** Reminders that are held back, and the most that the person wants in a day. */
  readonly held: readonly Reminder[];
  readonly mailsPerDay: number | null;
  readonly timeZone: string;
  readonly now: Date;
};

export const factsOfNotes = (notes: readonly Note[], standpoint: NoteStandpoint): NoteFacts => {
  const told = new Set(notes.map(({ key }) => key));
  const { timeZone, now } = standpoint;
  const letters = standpoint.letters.toSorted((a, b) => byTime(receivedAt(b), receivedAt(a)));
  const unknown = letters.filter(({ id }) => told.has(digestKey(id, "unknown")));
  const suspicious = letters.filter(({ id }) => told.has(digestKey(id, "suspicious")));
  const waiting = waitingFacts(told, standpoint);
  const has = (topic: Note["topic"]): boolean => notes.some((note) => note.topic === topic);
  return {
    now,
    timeZone,
    languages: [
      ...[...unknown, ...suspicious].map(({ finding }) => finding),
      ...standpoint.cases.filter(
        ({ id }) =>
          has("weekly") || has("outage") || has("held") || waiting.some(({ caseId }) => caseId === id),
      ),
    ],
    unknown: lotOf(unknown),
    suspicious: lotOf(suspicious.map((letter) => ({ ...letter, would: wouldOpen(letter, standpoint) }))),
    waiting,
    week: has("weekly") ? weekFacts(standpoint) : null,
    outage: has("outage") ? outageFacts(standpoint) : null,
    held: has("held") ? heldFacts(standpoint) : null,
  };
};

export const receivedAt = ({ finding, seenAt }: NotedLetter): Date => finding.receivedAt ?? seenAt;

const lotOf = <L extends NotedLetter>(letters: readonly L[]): Lot<L> => ({
  recent: letters.filter((letter) => !isOld(letter)),
  old: letters.filter(isOld),
});

/** The windows from the letter's own date, as if it were believed. */
const wouldOpen = (letter: NotedLetter, { timeZone, now }: NoteStandpoint): readonly Would[] => {
  const events = eventsOfLetter(letter, { ...letter.finding, trust: "unverified" }, "");
  return windowsOf(events, timeZone, now)
    .flatMap(({ task, closesAt }) => (closesAt === null ? [] : [{ task, closesAt }]))
    .toSorted((a, b) => byTime(a.closesAt, b.closesAt));
};

const waitingFacts = (
  told: ReadonlySet<string>,
  { cases, timeZone, now }: NoteStandpoint,
): readonly WaitFacts[] =>
  cases.flatMap(({ id, label, events }) =>
    waitsOf(id, events, timeZone, now)
      .filter(({ key }) => told.has(key))
      .map((wait) => ({ ...wait, label: cases.length > 1 ? label : null })),
  );

const weekFacts = ({ cases, looked, reminders, timeZone, now }: NoteStandpoint): WeekFacts => {
  const weekAgo = now.getTime() - 7 * dayMs;
  return {
    cases: cases
      .map(({ label, events }) => {
        const windows = windowsOf(events, timeZone, now);
        const open = windows.filter(({ state }) => state === "open").toSorted((a, b) => endOf(a) - endOf(b));
        const missed = windows.filter(({ endedBy }) => endedBy === "time");
        return { label, stage: stageOf(events, windows), windows: open, missed };
      })
      .filter(({ stage }) => stage !== "complete"),
    lastLookAt: looked?.lastLookAt ?? null,
    sent: reminders.filter(({ sentAt }) => sentAt !== null && sentAt.getTime() > weekAgo).length,
    nextAt: reminders.find(({ kind, status }) => kind !== "note" && status === "planned")?.dueAt ?? null,
  };
};

const endOf = ({ closesAt }: Window): number => closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

const outageFacts = ({ looked, cases, timeZone, now }: NoteStandpoint): OutageFacts | null => {
  const since = looked && unseenSince(looked);
  if (looked === null || since === null) return null;
  const open = cases.flatMap(({ events }) =>
    windowsOf(events, timeZone, now).filter(({ state }) => state === "open"),
  );
  const { mustSignIn } = looked;
  const told = mustSignIn ?? { since, problem: looked.problem };
  return { ...told, open: open.length, mustSignIn: mustSignIn !== undefined };
};

const heldFacts = ({ held, cases, mailsPerDay }: NoteStandpoint): HeldFacts | null => {
  if (held.length === 0 || mailsPerDay === null) return null;
  const label = (caseId: string | null) => cases.find(({ id }) => id === caseId)?.label ?? null;
  return {
    cap: mailsPerDay,
    reminders: held.map((reminder) => ({
      tasks: tasksOf(reminder),
      label: cases.length > 1 ? label(reminder.caseId) : null,
    })),
  };
};
