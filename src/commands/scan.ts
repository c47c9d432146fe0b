/** One look back over the mailbox, in memory: the letters, what each is taken for, the plan that follows. */

import type { MailboxConfig } from "../config.ts";
import { judgeHeaders, searchTerms } from "../domain/candidate.ts";
import { judge } from "../domain/classify.ts";
import type { CaseEvent } from "../domain/events.ts";
import { factsOf, tasksOf } from "../domain/facts.ts";
import type { Finding, Letter, Task } from "../domain/letter.ts";
import { eventsOfLetter } from "../domain/letter-events.ts";
import { redact } from "../domain/redact.ts";
import { planReminders, type Settled } from "../domain/reminders.ts";
import { wordReminder } from "../domain/wording.ts";
import { letterId } from "../flow/identity.ts";
import { caseOfMailbox } from "../flow/judge.ts";
import type { Found, Taker } from "../flow/ports.ts";
import { lookBack } from "../mailbox/look-back.ts";
import { readRemembered, type Remembered } from "./remembered.ts";

export type ScannedLetter = Letter & { readonly finding: Finding };
export type UpcomingReminder = {
  readonly at: Date;
  readonly tasks: readonly Task[];
  readonly subject: string;
};

export type Scan = {
  readonly folders: readonly string[];
  readonly letters: readonly ScannedLetter[];
  readonly reminders: readonly UpcomingReminder[];
};

/** Looks back over the whole mailbox; what the person said before is read from the ledger if there is one. */
export const scan = async (
  config: MailboxConfig,
  now: Date,
  progress: (message: string) => void,
): Promise<Scan> => {
  const { imap, lookbackDays, pollMinutes } = config;
  const collector = collect(config);
  const options = { ...imap, lookbackDays, pollMinutes };
  const { signal } = new AbortController();
  const folders = await lookBack({
    options,
    terms: searchTerms,
    taker: collector.taker,
    now,
    signal,
    progress,
  });
  const remembered = await readRemembered(config.dataDir);
  const letters = judgeAll(collector.found, config, remembered, now);
  return { folders, letters, reminders: upcoming(letters, config, remembered, now) };
};

const collect = ({ reading }: MailboxConfig): { taker: Taker; found: Found[] } => {
  const found: Found[] = [];
  const seen = new Set<string>();
  return {
    found,
    taker: {
      wanted: (message, role) => Promise.resolve(judgeHeaders(message, role, { ...reading, knownIds: seen })),
      take: async (batch) => {
        found.push(...batch);
        for (const { message } of batch) if (message.messageId !== null) seen.add(message.messageId);
      },
      looked: async () => undefined,
    },
  };
};

/** Own replies last: they are known by the letter that they answer. */
const judgeAll = (
  found: readonly Found[],
  { reading }: MailboxConfig,
  remembered: Remembered,
  now: Date,
): readonly ScannedLetter[] => {
  const letters = new Map<string, ScannedLetter>();
  const knownPortal1 = new Set<string>();
  const inOrder = found.toSorted((a, b) => Number(a.place.role === "sent") - Number(b.place.role === "sent"));
  for (const { message: raw, place, bodyFetched } of inOrder) {
    const { message } = redact(raw);
    const id = letterId(message);
    const finding = judge({ message, role: place.role, knownPortal1, bodyFetched }, reading);
    if (finding.kind === "portal1" && message.messageId !== null) knownPortal1.add(message.messageId);
    if (letters.has(id) && finding.kind !== "own_reply") continue;
    const seenAt = remembered.seenAt.get(id) ?? now;
    letters.set(id, { id, place, message, identifiers: nobody, seenAt, finding });
  }
  return [...letters.values()].toSorted((a, b) => receivedAt(a) - receivedAt(b));
};

const nobody = { applicationNumber: null, uci: null, accountName: null, recipient: null };

const receivedAt = ({ finding, seenAt }: ScannedLetter): number => (finding.receivedAt ?? seenAt).getTime();

const upcoming = (
  letters: readonly ScannedLetter[],
  { imap, planning }: MailboxConfig,
  remembered: Remembered,
  now: Date,
): readonly UpcomingReminder[] => {
  const caseId = caseOfMailbox(imap.user);
  const events: readonly CaseEvent[] = [
    ...remembered.events,
    ...letters.flatMap((letter) => eventsOfLetter(letter, letter.finding, caseId)),
  ];
  const settled: Settled = remembered.settled;
  return planReminders({ caseId, events, settled }, planning, now).map((reminder) => {
    const at = reminder.dueAt > now ? reminder.dueAt : now;
    const standpoint = { caseLabel: imap.user, events, letters, timeZone: planning.timeZone, now: at };
    return { at, tasks: tasksOf(reminder), subject: wordReminder(factsOf(reminder, standpoint)).subject };
  });
};
