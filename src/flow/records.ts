/** What the ledger keeps, as the flow sees it. */

import type { Command } from "../domain/answers.ts";
import type { FiledLetter, Filing } from "../domain/casebook.ts";
import type { CaseEvent } from "../domain/events.ts";
import type { Finding, Letter } from "../domain/letter.ts";
import type { Channel, Reminder } from "../domain/plan.ts";
import type { Word } from "../domain/words.ts";

/** How far a folder was read: every UID up to `lastUid` under this UIDVALIDITY. */
export type Cursor = {
  readonly mailbox: string;
  readonly folder: string;
  readonly uidValidity: string;
  readonly lastUid: number;
};

export type MailboxState = "watching" | "connecting" | "refused" | "stopped" | "paused";

export type MailboxHealth = {
  readonly user: string;
  readonly state: MailboxState;
  readonly lastLookAt: Date | null;
  /** When Landfall first tried to watch it. */
  readonly watchedSince?: Date | null;
  /** Why the last attempt failed, in plain words; null while all is well. */
  readonly problem: string | null;
  /** Wrong-password answers in a row; survives restarts. */
  readonly refusals: number;
  /** When the last refusal came. */
  readonly refusedAt: Date | null;
  /** Keyed hash of what was signed in with: a new password is worth a new try. */
  readonly signIn?: string | null;
  /** Hash of what the last look back searched for: another search looks back anew. */
  readonly lookedFor?: string | null;
};

export type CaseRecord = {
  readonly id: string;
  readonly label: string;
  readonly mailbox: string;
  /** The case that the person merged it into; absent where it stands. */
  readonly mergedInto?: string;
};

/** What a judged letter turned out to be, where it is filed, and the events that it brings there. */
export type Judgement = {
  readonly letterId: string;
  readonly finding: Finding;
  readonly filing: Filing | null;
  readonly events: readonly CaseEvent[];
};

/** What is written together: the person's words, and what follows from them. */
export type Change = {
  readonly words?: readonly Word[];
  /** New cases, and known ones with what changed in them. */
  readonly cases?: readonly CaseRecord[];
  readonly judgements?: readonly Judgement[];
};

export type JudgedLetter = Letter & { readonly finding: Finding; readonly filing: Filing | null };

/** A letter to be stored. With a finding it needs no job (not_ircc: nothing of its text is kept). */
export type NewLetter = Letter & { readonly mailbox: string; readonly finding: Finding | null };

/** A letter as the ledger keeps it. */
export type StoredLetter = NewLetter & Pick<FiledLetter, "filing" | "left">;

/** An answer to a reminder: what it says, nothing of its text. `silent`: applied, and never to be confirmed. */
export type StoredAnswer = {
  /** The same for ever, in whatever folder it lies. */
  readonly id: string;
  readonly reminderId: string;
  /** Null where it was not understood. */
  readonly command: Command | null;
  /** When it was sent. */
  readonly at: Date;
  readonly status: "taken" | "applied" | "confirmed" | "silent";
};

/** A server that refuses, as the ledger keeps it. `signIn`: keyed hash of what was signed in with. */
export type ChannelOutage = {
  readonly channel: Channel;
  /** Whose server it is; empty: the main mailbox's. */
  readonly mailbox?: string;
  readonly since: Date;
  readonly until: Date;
  readonly permanent: boolean;
  readonly problem: string;
  readonly tries: number;
  readonly signIn: string;
};

/** One of several mailboxes; the main one is that of the settings, which may have been the only one for long. */
export type Scope = { readonly mailbox: string; readonly isMain: boolean };

/** A reminder that must have a job. */
export type Waiting = Pick<Reminder, "id" | "dueAt" | "attempts">;

/** How a reminder reached the person. */
export type Sent = {
  readonly at: Date;
  readonly channel: Channel;
  /** The server's own words. */
  readonly answer: string;
  /** True where a copy by SMTP is still to be tried for. */
  readonly owed: boolean;
};
