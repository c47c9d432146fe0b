/** The data of the reminder plan: what is told when, and in which e-mail. */

import type { Dated, Series } from "./calendar.ts";
import type { Kind, Language, Task, Trust } from "./letter.ts";
import type { Stage } from "./milestones.ts";
import type { Note, PlannedNote } from "./notes.ts";
import type { Window } from "./windows.ts";

/** Why a notice is sent: a window opened, a rung before it closes, a nudge, or it closed unused. */
export type Step = "opening" | "rung" | "nudge" | "closing";

/** One thing to tell about one task. Its key is the same for ever. */
export type Notice = {
  readonly key: string;
  readonly task: Task;
  readonly step: Step;
  readonly dueAt: Date;
};

/** One e-mail to the person. Its id is the same for ever: it is made from its first notice. */
export type PlannedReminder = {
  readonly kind?: "reminder";
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: Date;
  readonly notices: readonly Notice[];
  /** What it tells along that is about no window; known when it goes out. */
  readonly notes?: readonly Note[];
};

export type ReminderStatus = "planned" | "claimed" | "sent" | "failed" | "dropped";

/** By which way it reached the person: by SMTP, or laid into the inbox of the watched mailbox. */
export type Channel = "smtp" | "append";

/** A reminder, or a mail of notes, as the ledger keeps it. */
export type Reminder = (PlannedReminder | PlannedNote) & {
  readonly status: ReminderStatus;
  readonly claimedAt: Date | null;
  readonly sentAt: Date | null;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly subject: string | null;
  /** The server's answer to a sent reminder, or why the last attempt failed. */
  readonly outcome: string | null;
  /** Null in a ledger of old. */
  readonly plannedAt: Date | null;
  /** When it was sent, dropped, or given up; null before. */
  readonly endedAt: Date | null;
  readonly channel: Channel | null;
  /** How often it was claimed in order to be sent. */
  readonly attempts: number;
  /** When the first of the tries failed that led to nothing so far. */
  readonly failingSince: Date | null;
  /** It was laid into the inbox, and a copy by SMTP is still tried for. */
  readonly owed: boolean;
  /** Of a mail of notes, whose mailbox it is; absent: the main one. */
  readonly mailbox?: string;
};

/** The letter that opened a window, as far as a reminder tells of it. */
export type LetterFacts = {
  readonly id: string;
  readonly kind: Kind;
  readonly subkind: string | null;
  readonly language: Language | null;
  readonly subject: string;
  /** Address in the From field of IRCC's own message. */
  readonly sender: string;
  readonly folder: string;
  readonly receivedAt: Date;
  readonly approximate: boolean;
  /** Its own date could not be read: it was forwarded then. */
  readonly dateUnread?: true;
  readonly trust: Trust;
  /** An eCoPR by few words alone, whoever sent it. */
  readonly surmised?: true;
  readonly forwardedBy: string | null;
};

/** One task in a reminder, as things stand when it goes out. */
export type ReminderItem = {
  readonly window: Window;
  /** The most telling step: closing, else opening, else rung or nudge. */
  readonly step: Step;
  /** True where the rung fell due while Landfall was not running. */
  readonly late: boolean;
  /** True where the person put it off until now. */
  readonly asked?: boolean;
  /** True where no other reminder of it comes before it closes: there is none that could come later. */
  readonly isLast?: boolean;
  /** Null where the person's own word opened the window. */
  readonly letter: LetterFacts | null;
};

/** A letter that the person is asked about; `cases` as they are called. */
export type Uncertain = { readonly letterId: string; readonly cases: readonly string[] };

/** Everything a reminder's words are made of. */
export type ReminderFacts = {
  readonly id: string;
  readonly now: Date;
  /** IANA name of the person's zone. */
  readonly timeZone: string;
  readonly caseId: string;
  readonly caseLabel: string;
  /** True where the mailbox holds other cases, too. */
  readonly amongSeveral?: boolean;
  /** Of a letter that may belong to several cases, or to none of them. */
  readonly uncertain?: Uncertain | null;
  readonly stage: Stage;
  /** That of the case's letters, for what no letter tells of. */
  readonly language?: Language | null;
  /** What the person's calendar has to know: the case's own events, and windows settled since the last mail. */
  readonly calendar: {
    readonly series: Series;
    readonly settled: readonly Dated[];
    /** True where what a calendar shows of the open windows may be wrong. */
    readonly isCorrected?: boolean;
  };
  /** True where the case has open windows that this does not tell of. */
  readonly othersOpen?: boolean;
  /** Sorted by what closes first. */
  readonly items: readonly ReminderItem[];
};
