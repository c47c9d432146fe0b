/**
 * What a language has to say in a reminder. One folder a language: `en`, `fr`, `zh`; nothing that people read
 * in an e-mail stands anywhere else. A test holds the languages to the same keys.
 */

import type { Kind, Task } from "../letter.ts";
import type { Amount } from "../time-left.ts";
import type { Window } from "../windows.ts";
import type { ToldLetter } from "./doubt.ts";
import type { WallClock } from "./moments.ts";
import type { AnswerPhrases } from "./answer-phrases.ts";
import type { NotePhrases } from "./note-phrases.ts";

export const languages = ["en", "fr", "zh"] as const;
/** The languages that reminders are written in. */
export type ReminderLanguage = (typeof languages)[number];

export type TaskPhrases = {
  /** What to do, as it stands after "2 days left:". Small letter where the language has them. */
  readonly name: string;
  /** In a word or two, after "Done:". */
  readonly short: string;
  readonly steps: readonly string[];
  /** What holds once the window closed and the task is still not done. */
  readonly wayOut: readonly string[];
};

/** `last`: where no other reminder is to come. */
type AnswerLine = { readonly any: string; readonly last: string };

/** Names are those of tasks; moments and durations come worded by this same language. */
export type Phrasebook = {
  /** BCP 47, for the HTML part's `lang`. */
  readonly tag: string;
  readonly moment: {
    /** "Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)". */
    readonly long: (at: WallClock) => string;
    /** "Sun 29 Nov, 10:42". */
    readonly short: (at: WallClock) => string;
  };
  /** "2 days 3 hours"; of no amount at all, "less than a minute". */
  readonly duration: (amounts: readonly Amount[]) => string;

  readonly tasks: Readonly<Record<Task, TaskPhrases>>;
  /** The eCoPR where its letter is not verified: nothing here may say that there is one. */
  readonly doubtedPrint: TaskPhrases;
  /** The eCoPR of another person of the family. */
  readonly familyPrint: TaskPhrases;

  /** Subjects without their ends are also titles. `closed`: how many windows have closed meanwhile. */
  readonly subject: {
    readonly arrival: (letters: readonly ToldLetter[], names: readonly string[], closed: number) => string;
    readonly arrivalEnd: (moment: string, approximate: boolean) => string;
    readonly ecopr: (closed: number) => string;
    readonly familyEcopr: (closed: number) => string;
    readonly ecoprEnd: (moment: string, approximate: boolean) => string;
    readonly photoReturned: string;
    /** What the person themselves told. */
    readonly noted: (names: readonly string[]) => string;
    /** IRCC never got the answer. */
    readonly bounced: (names: readonly string[]) => string;
    readonly countdown: (left: string, names: readonly string[]) => string;
    readonly countdownEnd: (moment: string, approximate: boolean, several: boolean) => string;
    /** Portal 1 has waited for its answer since … */
    readonly waited: (since: string, names: readonly string[]) => string;
    /** Any other window without a known end. */
    readonly openFor: (since: string, names: readonly string[]) => string;
    readonly closed: (names: readonly string[]) => string;
    /** Of what cannot be done late. */
    readonly closedForGood: (names: readonly string[]) => string;
    /** Before what is still open, since a phone cuts off the end. */
    readonly closedFirst: (names: readonly string[]) => string;
    readonly nothing: string;
    /** Before the rest, where there are several cases. */
    readonly ofCase: (label: string) => string;
  };

  /** The first sentences. */
  readonly lead: {
    readonly portal1: string;
    readonly portal2: string;
    readonly portal2Existing: string;
    readonly ecopr: string;
    readonly familyEcopr: string;
    /** It is not known whose it is. */
    readonly uncertainEcopr: string;
    readonly settled: string;
    readonly photoReturned: string;
    readonly passport: string;
    readonly other: string;
    readonly claimed: (kinds: readonly Kind[]) => string;
    readonly claimedEcopr: string;
    readonly age: (since: string, approximate: boolean) => string;
    readonly forwardedAgo: (since: string) => string;
    readonly noted: string;
    readonly bounced: string;
    readonly countdown: string;
    /** Before the rest, where the person put it off until now. */
    readonly asked: string;
    readonly someClosed: string;
    readonly nudge: (since: string) => string;
    readonly closed: string;
    readonly closedForGood: string;
    readonly nothing: string;
  };

  readonly deadline: (moment: string, approximate: boolean) => string;
  readonly ended: (moment: string, approximate: boolean) => string;
  readonly left: (left: string) => string;
  readonly over: string;
  /** Of what cannot be done late. */
  readonly overForGood: string;
  readonly noDeadline: string;
  /** What the number of days rests on. */
  readonly basis: (basis: Window["basis"], days: number) => string;
  readonly atTheEarliest: string;
  /** It counts from the forward of a letter whose own date could not be read. */
  readonly fromForward: string;
  /** Another letter names another end. */
  readonly otherEnd: (moment: string) => string;
  /** Between two parts of one note. */
  readonly noteSeparator: string;

  readonly late: string;
  /** The date in a forward could not be read: what to do. */
  readonly dateUnread: (letterId: string) => string;
  /** It cannot be told which of the cases the letter belongs to. */
  readonly uncertain: (letterId: string, cases: readonly string[]) => string;
  readonly stayInCanada: string;
  readonly seenByItself: string;
  /** When the portal does not let in: docs/domain.md section 3, "Official ways out". */
  readonly portalTrouble: readonly string[];
  readonly unverified: (kind: Kind, moment: string, approximate: boolean) => string;
  readonly unverifiedOther: string;

  readonly why: {
    readonly letter: (subject: string, sender: string) => string;
    readonly received: (moment: string, approximate: boolean, folder: string) => string;
    readonly forwardedAt: (moment: string, folder: string) => string;
    readonly forwarded: (by: string) => string;
    readonly verified: string;
    readonly verifiedForward: string;
    readonly unverified: string;
    readonly person: string;
    readonly case: (label: string) => string;
  };

  readonly labels: {
    readonly steps: string;
    readonly known: string;
    readonly trouble: string;
    readonly why: string;
    /** Where no button can be shown: before a command for the terminal. */
    readonly done: string;
    readonly doneButton: string;
    readonly portal: string;
    readonly about: string;
  };
  /** What a calendar shows at the end of a window. */
  readonly calendar: (name: string) => string;
  /** The button that puts a reminder off for a while. */
  readonly later: (wait: string) => string;
  /** That one may simply answer, and how the reminders stop. */
  readonly answer: Readonly<Record<"one" | "several", AnswerLine>>;
  /** The page of docs/domain.md sources [2], [3] and [11]; the only one that a reminder links to. */
  readonly portalPage: string;
  readonly notes: NotePhrases;
  readonly answers: AnswerPhrases;
  readonly footer: string;
  readonly sample: { readonly subject: string; readonly lead: string };
};
