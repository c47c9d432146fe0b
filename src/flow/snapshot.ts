/** Everything there is to see at one moment, read from the ledger: what `status` and the page show. */

import type { Filing } from "../domain/casebook.ts";
import { whoseIs, type Whose } from "../domain/case-hints.ts";
import { stageOf } from "../domain/case.ts";
import type { Correction } from "../domain/correction.ts";
import { isLeftOver } from "../domain/emptied.ts";
import type { CaseEvent } from "../domain/events.ts";
import type { Finding, Letter } from "../domain/letter.ts";
import type { Stage } from "../domain/milestones.ts";
import type { NoteSettings } from "../domain/note-plan.ts";
import { isOverdue } from "../domain/outage.ts";
import type { Reminder } from "../domain/plan.ts";
import { windowsOf, type Window } from "../domain/windows.ts";
import { correctionsOf } from "../domain/words.ts";
import { heldReminders } from "./allowance.ts";
import type { CaseRecord, ChannelOutage, Ledger, MailboxHealth } from "./ports.ts";
import { unreadLetters } from "./unread.ts";

/** A letter with where it is filed, and what the person said of it. */
export type ShownLetter = Letter & {
  readonly finding: Finding;
  readonly filing: Filing | null;
  readonly correction: Correction | undefined;
};

export type ShownCase = CaseRecord &
  Whose & {
    readonly events: readonly CaseEvent[];
    readonly windows: readonly Window[];
    readonly stage: Stage;
    /** IANA name: that of its own mailbox. */
    readonly timeZone: string;
  };

export type ShownMailbox = MailboxHealth & {
  /** False once a look is older than three polls. */
  readonly healthy: boolean;
};

export type Unread = Pick<Letter, "id" | "seenAt">;

export type Snapshot = {
  readonly cases: readonly ShownCase[];
  readonly mailboxes: readonly ShownMailbox[];
  readonly letters: readonly ShownLetter[];
  /** Letters that came and nobody has judged yet, oldest first; none while no daemon runs, or for a mailbox that is not watched. */
  readonly unread: readonly Unread[];
  readonly reminders: readonly Reminder[];
  readonly outages: readonly ChannelOutage[];
  /** Ids of the reminders that wait until tomorrow. */
  readonly held: ReadonlySet<string>;
};

export type Beholder = {
  /** IANA name. */
  readonly timeZone: string;
  /** Where there are several mailboxes, the zone of each; undefined: the beholder's own. */
  readonly zoneOf?: (mailbox: string) => string | undefined;
  /** The mailbox of the settings, where they name one. */
  readonly main?: string | undefined;
  readonly notes: Pick<NoteSettings, "pollMs" | "mailsPerDay">;
  /** Whether a daemon runs: what it last said of itself holds only while it lives. */
  readonly alive: boolean;
};

/** Before there is a ledger. */
export const nothingToSee: Snapshot = {
  cases: [],
  mailboxes: [],
  letters: [],
  unread: [],
  reminders: [],
  outages: [],
  held: new Set(),
};

export const takeSnapshot = async (ledger: Ledger, beholder: Beholder, now: Date): Promise<Snapshot> => {
  const { timeZone, notes, main } = beholder;
  const letters = await shownLetters(ledger);
  const mailboxes = await shownMailboxes(ledger, beholder, now);
  return {
    cases: await shownCases(ledger, letters, beholder, now),
    mailboxes,
    letters,
    unread: beholder.alive ? await shownUnread(ledger, mailboxes) : [],
    reminders: await ledger.reminders(),
    outages: (await ledger.outages()).map((outage) => ({
      ...outage,
      mailbox: outage.mailbox || (main ?? ""),
    })),
    held: new Set(
      (await heldReminders(ledger, { timeZone, mailsPerDay: notes.mailsPerDay }, now)).map(({ id }) => id),
    ),
  };
};

export const shownMailboxes = async (
  ledger: Pick<Ledger, "health">,
  { notes, alive }: Pick<Beholder, "notes" | "alive">,
  now: Date,
): Promise<readonly ShownMailbox[]> =>
  (await ledger.health()).map((health) => ({
    ...health,
    ...(alive || health.state === "paused" ? {} : { state: "stopped" as const }),
    healthy:
      health.state === "paused" ||
      !isOverdue({ ...health, watchedSince: health.watchedSince ?? null }, notes.pollMs, now),
  }));

const shownLetters = async (ledger: Ledger): Promise<readonly ShownLetter[]> => {
  const corrections = correctionsOf(await ledger.words());
  return (await ledger.letters()).map((letter) => ({ ...letter, correction: corrections.get(letter.id) }));
};

/** Of a mailbox that is paused a letter may well wait. */
const shownUnread = async (
  ledger: Ledger,
  mailboxes: readonly ShownMailbox[],
): Promise<readonly Unread[]> => {
  const paused = mailboxes.filter(({ state }) => state === "paused").map(({ user }) => user);
  return (await unreadLetters(ledger))
    .filter(({ mailbox }) => !paused.includes(mailbox))
    .map(({ id, seenAt }) => ({ id, seenAt }));
};

const shownCases = async (
  ledger: Ledger,
  letters: readonly ShownLetter[],
  { timeZone: ownZone, zoneOf }: Beholder,
  now: Date,
): Promise<readonly ShownCase[]> => {
  const eventsOf = await ledger.allEvents();
  const cases = (await ledger.cases()).map((record) => {
    const events = eventsOf.get(record.id) ?? [];
    const timeZone = zoneOf?.(record.mailbox) ?? ownZone;
    const windows = windowsOf(events, timeZone, now);
    const stage = stageOf(events, windows);
    return { ...record, ...whoseIs(record.id, letters), events, windows, stage, timeZone };
  });
  // A case that was merged, or whose letters all lie elsewhere now, is none any more.
  return cases.filter(
    ({ mergedInto, events, windows }) => mergedInto === undefined && !isLeftOver(events, windows),
  );
};
