/** The roles that the flow needs filled. Each edge fills one; tests and the demo may fill others. */

import type { FiledLetter } from "../domain/casebook.ts";
import type { Command } from "../domain/answers.ts";
import type { Meant } from "../domain/understood.ts";
import type { CaseEvent } from "../domain/events.ts";
import type { LearnedProvider } from "../domain/learn-provider.ts";
import type { Kind, Message, Place, Role, Verification } from "../domain/letter.ts";
import type { Counted, NotedLetter, PlannedNote, ToldNote } from "../domain/notes.ts";
import type { Channel, PlannedReminder, Reminder } from "../domain/plan.ts";
import type { Settled } from "../domain/reminders.ts";
import type { Word } from "../domain/words.ts";
import type {
  CaseRecord,
  Change,
  ChannelOutage,
  Cursor,
  JudgedLetter,
  MailboxHealth,
  NewLetter,
  Sent,
  StoredAnswer,
  StoredLetter,
  Waiting,
} from "./records.ts";
import type { Mail } from "./mail.ts";

export type {
  CaseRecord,
  Change,
  ChannelOutage,
  Cursor,
  JudgedLetter,
  Judgement,
  MailboxHealth,
  MailboxState,
  NewLetter,
  Scope,
  Sent,
  StoredAnswer,
  StoredLetter,
  Waiting,
} from "./records.ts";

export interface Clock {
  now(): Date;
  /** Real milliseconds to wait until `instant`, never below 0. */
  msUntil(instant: Date): number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Lines for the operator. Never a subject, an address or a secret. */
export interface Log {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
}

/** The truth: everything that must survive. Each method is one transaction. */
export interface Ledger {
  /** Seen means stored: letters and the folder's cursor together. Returns the ids that were new. */
  store(
    letters: readonly NewLetter[],
    cursor: Cursor | null,
    answers?: readonly StoredAnswer[],
  ): Promise<readonly string[]>;
  cursors(mailbox: string): Promise<readonly Cursor[]>;
  /** Of these marks (`forgottenMark` in identity.ts), those of letters that the person wants forgotten. */
  forgotten(marks: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Which of these Message-IDs belong to known letters of IRCC's own that are not suspicious. Without
   * `kinds`, letters that wait to be judged count too; with `kinds`, only letters judged to be one of them.
   */
  knownMessageIds(ids: readonly string[], kinds?: readonly Kind[]): Promise<ReadonlySet<string>>;

  letter(id: string): Promise<StoredLetter | undefined>;
  /** Letters whose id begins so, at most a few. */
  lettersLike(prefix: string): Promise<readonly StoredLetter[]>;
  letters(): Promise<readonly JudgedLetter[]>;
  /** Letters that nobody recognised, and suspicious ones, as far as no mail (but `toldBy`) told of them; oldest first. */
  lettersToNote(toldBy?: string): Promise<readonly NotedLetter[]>;
  /** Ids of letters without a finding, oldest first. */
  unjudged(): Promise<readonly string[]>;
  /** Judged letters as far as filing needs them, without their text; those that are no letter are left out. */
  filedLetters(): Promise<readonly FiledLetter[]>;
  words(): Promise<readonly Word[]>;
  /**
   * Writes a change. The events of a letter replace those it brought before. Of a letter that is not_ircc only
   * `withoutText` is kept.
   */
  record(change: Change): Promise<void>;

  /** Every case there ever was. */
  cases(): Promise<readonly CaseRecord[]>;
  /** Those of the mailbox that this ledger was asked for (`of`); every one where it is asked for all. */
  ownCases(): Promise<readonly CaseRecord[]>;
  case(id: string): Promise<CaseRecord | undefined>;
  openCase(record: CaseRecord): Promise<void>;
  /** What happened in a case and in those that were merged into it. */
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** The same of all cases at once, by the id of the case; one without events is not among them. */
  allEvents(): Promise<ReadonlyMap<string, readonly CaseEvent[]>>;
  append(event: CaseEvent): Promise<void>;

  reminders(caseId?: string): Promise<readonly Reminder[]>;
  /** What must have a job: planned, claimed, or with a copy owed; a page of them behind `after`, the first one first. */
  waitingReminders(after?: Waiting): Promise<readonly Waiting[]>;
  /** True where a reminder (not a note) is planned for now or earlier. */
  isAnyDue(now: Date): Promise<boolean>;
  /** Those reminders, the first one first. */
  due(now: Date): Promise<readonly Reminder[]>;
  /** The mails that went out, or are going out, since then. */
  spentSince(since: Date): Promise<readonly Counted[]>;
  /** When the last mail of the case went out, or is going out; `but`: another one than this. */
  lastToldAt(caseId: string, but?: string): Promise<Date | null>;
  /** The notices that went out, are going out, or failed for good, of a case and of where its letters lay before. */
  settled(caseId: string): Promise<Settled>;
  /** The notes that went out, are going out, or failed for good. */
  toldNotes(): Promise<readonly ToldNote[]>;
  reminder(id: string): Promise<Reminder | undefined>;
  /**
   * Makes the planned reminders of a case the given ones: new ones are added, known planned or
   * dropped ones take the given notices and time, planned ones not given become dropped.
   * Claimed, sent and failed ones stay as they are. Returns the ids that must be (re)scheduled.
   */
  plan(caseId: string, planned: readonly PlannedReminder[], now: Date): Promise<readonly string[]>;
  /** The same for the mails of notes, of all cases together. */
  planNotes(planned: readonly PlannedNote[], now: Date): Promise<readonly string[]>;
  /** The same text for as long as nobody, here or in another process, wrote to what the plan of a case is made of. */
  planState(): string;
  /**
   * planned → claimed, with the notices and notes as they are about to be told. False if it was not planned, or
   * if another mail tells one of the notes.
   */
  claim(reminder: PlannedReminder | PlannedNote, subject: string, now: Date): Promise<boolean>;
  /** claimed → sent; or sent, with a copy owed → sent by SMTP too. */
  confirm(id: string, sent: Sent): Promise<void>;
  /** claimed → planned again (known not to have been sent), → failed for good, or → dropped. */
  release(id: string, status: "planned" | "failed" | "dropped", outcome: string, now: Date): Promise<void>;
  /** No copy is tried for any more. */
  settleCopy(id: string): Promise<void>;

  /** Of these Message-IDs, the reminders that were sent under them, or that a confirmation under them is about. */
  remindersSentAs(messageIds: readonly string[]): Promise<readonly string[]>;
  /** Answers that are not applied, or not confirmed yet; the oldest first. */
  waitingAnswers(): Promise<readonly StoredAnswer[]>;
  /** taken → applied, with the events that it brings and the command as it was understood. */
  applyAnswer(id: string, events: readonly CaseEvent[], command: Command | null): Promise<void>;
  settleAnswer(id: string, status: "applied" | "confirmed" | "silent"): Promise<void>;
  /** What the last answer but this one to the same mail was understood to say; null where there is none. */
  answeredBefore(answer: Pick<StoredAnswer, "id" | "reminderId">): Promise<Meant | null>;
  answersConfirmedSince(since: Date): Promise<number>;

  /** What is known of servers that refuse, by channel. */
  outages(): Promise<readonly ChannelOutage[]>;
  /** Null: it works. */
  setOutage(channel: Channel, outage: Omit<ChannelOutage, "channel"> | null): Promise<void>;

  /** What a mailbox taught of its provider; undefined where it was not asked yet. */
  provider(mailbox: string): Promise<LearnedProvider | undefined>;
  setProvider(mailbox: string, provider: LearnedProvider): Promise<void>;

  health(): Promise<readonly MailboxHealth[]>;
  setHealth(health: MailboxHealth): Promise<void>;
}

export type { AccessToken, Secrets, WholeLedger } from "./whole.ts";

/** A reminder that is due in so many milliseconds. */
export type Delayed = { readonly id: string; readonly delayMs: number };

/** The motor. Adding a job that already waits changes nothing. */
export interface Queues {
  addLetter(letterId: string): Promise<void>;
  /** Wakes `remind` for this reminder in `delayMs`; replaces an earlier delay. */
  addReminder(reminderId: string, delayMs: number): Promise<void>;
  /**
   * Wakes those of these reminders earlier whose jobs would wake after they are due, and did not wake yet. Returns how many.
   */
  rouse(due: readonly Delayed[]): Promise<number>;
  /** Of these reminder ids, those that have no live job. */
  missingReminders(ids: readonly string[]): Promise<readonly string[]>;
  missingLetters(ids: readonly string[]): Promise<readonly string[]>;
  /** False while jobs cannot be put into it: it is away, full, read-only or silent. */
  works(): Promise<boolean>;
}

export type { Attachment, Content, Mail } from "./mail.ts";
export { NotMade, SendFailure } from "./send-failure.ts";

/** A server that refuses every mail just now; all reminders share what is known of it. */
export type Trouble = {
  readonly since: Date;
  /** It is not asked again before. */
  readonly until: Date;
  /** True where it said no for good: a login, a sender that it does not take. */
  readonly permanent: boolean;
  /** In plain words. */
  readonly problem: string;
};

/** What a third party may know of a reminder: never content. */
export type News = { readonly title: string; readonly left: string | null };

export interface Outbox {
  /** Resolves with the server's answer; throws `SendFailure`. */
  send(mail: Mail): Promise<string>;
  /** Null while all is well, or nothing is known. */
  trouble?(): Trouble | null;
  close(): Promise<void>;
}

/** What to fetch of a message: all of it, nothing beyond its headers, or not even to keep those. */
export type Wanted = "whole" | "headers" | "no";

/** What a look at the mailbox gives on: parsed, its secrets not yet cut out. */
export type Found = {
  readonly message: Message;
  readonly place: Place;
  /** False where only the headers were wanted. */
  readonly bodyFetched: boolean;
};

/** Verifies signatures, where the mailbox's provider writes no result. */
export interface Verifier {
  /** Never throws: what cannot be checked in time is as if it were not signed. */
  verify(source: Uint8Array): Promise<Verification>;
}

/** What a look at the mailbox needs: a judge of headers, and hands that take what was found. */
export interface Taker {
  /** What to fetch of a message, judged by its headers alone. */
  wanted(message: Message, role: Role): Promise<Wanted>;
  /** What we verify ourselves of a message that was fetched whole. */
  verified(message: Message, source: Uint8Array): Promise<Message>;
  /** True where the mailbox's provider is to be learned from recent mail. */
  wantsSample(): Promise<boolean>;
  /** The newest mail of the main folder, headers alone. */
  learn(sample: readonly Message[]): Promise<void>;
  /** Seen means stored: these letters and the cursor in one transaction. Null leaves the cursor as it is. */
  take(found: readonly Found[], cursor: Cursor | null): Promise<void>;
  /** A look ended, at a folder or at all of them: what was taken is now judged, and told of together. */
  looked(): Promise<void>;
}

/** What the watcher of one mailbox needs from the rest. */
export interface Sink extends Taker {
  /** How far each folder of this mailbox was read. */
  cursors(): Promise<readonly Cursor[]>;
  /** The health last reported, before a restart too. */
  health(): Promise<MailboxHealth | undefined>;
  report(health: MailboxHealth): Promise<void>;
}

/** The watched mailbox, as far as the flow asks it something. */
export interface Mailbox {
  /**
   * True if a message with this Message-ID lies in the inbox; false if not, or if it could not be asked for a
   * minute. Throws when Landfall stops.
   */
  holds(messageId: string): Promise<boolean>;
}

/** A failure that trying again cannot mend; only `queue/` turns it into BullMQ's UnrecoverableError. */
export class Permanent extends Error {
  override readonly name = "Permanent";
}
