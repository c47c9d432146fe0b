/** What the page says beside what reminders say already; one file a language, held to the same keys by this type. */

import type { Kind, Trust } from "../../domain/letter.ts";
import type { LetterMilestone, Stage } from "../../domain/milestones.ts";
import type { Channel, ReminderStatus } from "../../domain/plan.ts";
import type { NoteTopic } from "../../domain/notes.ts";
import type { MailboxState } from "../../flow/ports.ts";
import type { QueueState } from "../../flow/pulse.ts";

/** Names are those of tasks, moments and durations come worded by the same language. */
export type PageWords = {
  /** Its own name, as its speakers write it. */
  readonly name: string;
  readonly chooseLanguage: string;
  readonly skip: string;
  /** In one line, at the top. */
  readonly pulse: {
    readonly good: (ago: string) => string;
    readonly bad: string;
    readonly stopped: string;
    readonly none: string;
  };
  readonly colon: string;

  /** Short: they stand beside each other. */
  readonly stages: Readonly<Record<Exclude<Stage, "waiting">, string>>;
  readonly nothingYet: string;
  readonly nothingYetHow: string;

  readonly toDo: string;
  readonly nothingToDo: string;
  readonly settled: string;
  readonly settledBy: Readonly<Record<"person" | "letter" | "time", string>>;
  readonly notVerified: string;
  readonly steps: string;
  readonly openSince: (moment: string) => string;
  readonly uncertain: (cases: string) => string;

  readonly done: string;
  readonly undo: string;
  readonly later: string;
  readonly laterBy: string;

  readonly picture: string;
  readonly pictureOf: (label: string) => string;
  readonly now: string;
  readonly key: Readonly<Record<"letter" | "word" | "sent" | "planned", string>>;
  readonly happened: string;
  readonly events: Readonly<Record<LetterMilestone, string>>;
  readonly said: (verb: "done" | "undone" | "snoozed" | "stopped", name: string, until: string) => string;
  readonly copr: (until: string | null) => string;

  readonly letters: string;
  readonly noLetters: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Of portal2 and of IRCC's other letters. */
  readonly subkinds: Readonly<Record<string, string>>;
  readonly trust: Readonly<Record<Trust, string>>;
  readonly noSubject: string;
  readonly inFolder: (folder: string) => string;
  readonly inCase: (label: string) => string;
  readonly inNoCase: string;
  readonly why: string;
  readonly youSaid: string;
  readonly isNot: string;
  readonly correct: {
    readonly title: string;
    readonly kind: string;
    readonly asItIs: string;
    readonly received: string;
    readonly genuine: string;
    readonly notMine: string;
    readonly submit: string;
    readonly undo: string;
  };
  readonly assign: {
    readonly title: string;
    readonly which: string;
    readonly own: string;
    readonly submit: string;
    readonly undo: string;
  };

  readonly reminders: string;
  readonly toCome: string;
  readonly noneToCome: string;
  readonly sent: string;
  readonly noneSent: string;
  readonly status: Readonly<Record<ReminderStatus, string>>;
  readonly laid: string;
  readonly heldBack: string;
  readonly more: (count: number) => string;
  readonly notes: Readonly<Record<NoteTopic, string>>;

  readonly calendar: string;
  readonly calendarHow: string;
  readonly calendarLink: string;

  readonly machine: string;
  readonly mailbox: string;
  readonly state: string;
  readonly lastLook: string;
  readonly never: string;
  readonly ago: (duration: string) => string;
  readonly states: Readonly<Record<MailboxState, string>>;
  readonly overdue: string;
  readonly queue: string;
  readonly queueWhere: Readonly<Record<QueueState["where"], string>>;
  readonly queueWell: string;
  readonly queueJobs: (queue: string, count: number) => string;
  readonly queueNames: Readonly<Record<string, string>>;
  readonly outage: (channel: Channel, since: string) => string;

  readonly noted: {
    readonly done: (name: string) => string;
    readonly undone: (name: string) => string;
    readonly snoozed: (name: string, moment: string, cut: boolean) => string;
    readonly corrected: string;
    readonly stillSuspicious: string;
    readonly uncorrected: string;
    readonly assigned: (label: string) => string;
    readonly assignedNowhere: string;
    /** The problem is told in English. */
    readonly refused: (problem: string) => string;
    readonly nothingSaid: string;
  };

  readonly door: {
    readonly title: string;
    readonly how: string;
    readonly badLink: string;
    readonly password: string;
    readonly wrongPassword: string;
    readonly wait: string;
    readonly enter: string;
    readonly on: string;
  };
  readonly leave: string;
  readonly footer: string;
};
