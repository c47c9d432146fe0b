/** What a mail of notes is to tell, as things stand when it goes out. */

import { digestKey, isOld } from "./digest.ts";
import { byTime } from "./instants.ts";
import type { Task } from "./letter.ts";
import { eventsOfLetter } from "./letter-events.ts";
import type { Note, NotedLetter } from "./notes.ts";
import { windowsOf } from "./windows.ts";

/** A window that a letter in doubt would open, were it genuine. */
export type Would = { readonly task: Task; readonly closesAt: Date };

export type SuspiciousLetter = NotedLetter & { readonly would: readonly Would[] };

/** Letters of one topic: the recent ones, newest first, and those that were old when they were first seen. */
export type Lot<L extends NotedLetter> = { readonly recent: readonly L[]; readonly old: readonly L[] };

/** Everything the words of notes are made of. */
export type NoteFacts = {
  readonly now: Date;
  /** IANA name of the person's zone. */
  readonly timeZone: string;
  readonly unknown: Lot<NotedLetter>;
  readonly suspicious: Lot<SuspiciousLetter>;
};

export type NoteStandpoint = {
  readonly letters: readonly NotedLetter[];
  readonly timeZone: string;
  readonly now: Date;
};

export const factsOfNotes = (notes: readonly Note[], standpoint: NoteStandpoint): NoteFacts => {
  const told = new Set(notes.map(({ key }) => key));
  const noted = standpoint.letters.toSorted((a, b) => byTime(receivedAt(b), receivedAt(a)));
  const { timeZone, now } = standpoint;
  return {
    now,
    timeZone,
    unknown: lotOf(noted.filter(({ id }) => told.has(digestKey(id, "unknown")))),
    suspicious: lotOf(
      noted
        .filter(({ id }) => told.has(digestKey(id, "suspicious")))
        .map((letter) => ({ ...letter, would: wouldOpen(letter, standpoint) })),
    ),
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
