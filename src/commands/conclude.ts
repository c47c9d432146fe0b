/** From what lay in the mailbox to letters, what each is taken for, and the plan that follows. */

import type { MailboxConfig } from "../config.ts";
import { judge } from "../domain/classify.ts";
import type { CaseEvent } from "../domain/events.ts";
import { factsOf, tasksOf } from "../domain/facts.ts";
import { latest } from "../domain/instants.ts";
import { noIdentifiers, repliesLast, type Finding, type Letter, type Task } from "../domain/letter.ts";
import { eventsOfLetter } from "../domain/letter-events.ts";
import { redact } from "../domain/redact.ts";
import { planReminders } from "../domain/reminders.ts";
import { wordReminder } from "../domain/wording.ts";
import { letterId } from "../flow/identity.ts";
import { caseOfMailbox } from "../flow/judge.ts";
import type { Found } from "../flow/ports.ts";
import { readRemembered, type Remembered } from "./remembered.ts";

export type ScannedLetter = Letter & { readonly finding: Finding };
export type UpcomingReminder = {
  readonly at: Date;
  readonly tasks: readonly Task[];
  readonly subject: string;
};

export type Conclusion = {
  readonly letters: readonly ScannedLetter[];
  readonly reminders: readonly UpcomingReminder[];
};

/** Judges what was found; what the person said before, and what was told, is read from the ledger if there is one. */
export const conclude = async (
  found: readonly Found[],
  config: MailboxConfig,
  now: Date,
): Promise<Conclusion> => {
  const remembered = await readRemembered(config.dataDir);
  const letters = judgeAll(found, config, remembered, now);
  return { letters, reminders: upcoming(letters, config, remembered, now) };
};

const judgeAll = (
  found: readonly Found[],
  { reading }: MailboxConfig,
  remembered: Remembered,
  now: Date,
): readonly ScannedLetter[] => {
  const letters = new Map<string, ScannedLetter>();
  const knownPortal1 = new Set<string>();
  const inOrder = found.toSorted((a, b) => repliesLast(a.place.role, b.place.role));
  for (const { message: raw, place } of inOrder) {
    const { message } = redact(raw);
    const id = letterId(message);
    const finding = judge({ message, role: place.role, knownPortal1 }, reading);
    if (finding.kind === "portal1" && message.messageId !== null) knownPortal1.add(message.messageId);
    if (letters.has(id) && finding.kind !== "own_reply") continue;
    const seenAt = remembered.seenAt.get(id) ?? now;
    letters.set(id, { id, place, message, identifiers: noIdentifiers, seenAt, finding });
  }
  return [...letters.values()].toSorted((a, b) => receivedAt(a) - receivedAt(b));
};

const receivedAt = ({ finding, seenAt }: ScannedLetter): number => (finding.receivedAt ?? seenAt).getTime();

const upcoming = (
  letters: readonly ScannedLetter[],
  { imap, planning, language }: MailboxConfig,
  remembered: Remembered,
  now: Date,
): readonly UpcomingReminder[] => {
  const caseId = caseOfMailbox(imap.user);
  const events: readonly CaseEvent[] = [
    ...remembered.events,
    ...letters.flatMap((letter) => eventsOfLetter(letter, letter.finding, caseId)),
  ];
  return planReminders({ caseId, events, settled: remembered.settled }, planning, now).map((reminder) => {
    const at = latest(reminder.dueAt, now);
    const standpoint = {
      caseLabel: imap.user,
      events,
      letters,
      settled: remembered.settled,
      timeZone: planning.timeZone,
      now: at,
    };
    const { subject } = wordReminder(factsOf(reminder, standpoint), language);
    return { at, tasks: tasksOf(reminder), subject };
  });
};
