/** The JSON that scripts read: names and shapes here are a promise. Times are ISO 8601 with offset. */

import { correct, type Correction } from "../domain/correction.ts";
import type { CaseEvent } from "../domain/events.ts";
import { tasksOf } from "../domain/facts.ts";
import { toIso, toIsoOrNull } from "../domain/instants.ts";
import type { Finding } from "../domain/letter.ts";
import type { Reminder } from "../domain/plan.ts";
import type { ChannelOutage } from "../flow/ports.ts";
import type { ShownLetter } from "../flow/snapshot.ts";
import type { Window } from "../domain/windows.ts";

/** A finding as `classify` prints it. */
export const findingJson = (finding: Finding, timeZone: string) => ({
  kind: finding.kind,
  subkind: finding.subkind,
  trust: finding.trust,
  forwarded: finding.forwarded,
  forwardedBy: finding.forwardedBy,
  language: finding.language,
  receivedAt: toIsoOrNull(finding.receivedAt, timeZone),
  approximate: finding.approximate,
  tasks: finding.tasks,
  why: finding.why,
});

/** `case` null: it lies in none. Of an uncertain one, `candidates` are the cases that it may belong to. */
export const letterJson = (letter: ShownLetter, timeZone: string) => ({
  id: letter.id,
  folder: letter.place.folder,
  uid: letter.place.uid,
  subject: letter.message.subject,
  ...findingJson(correct(letter.finding, letter.correction), timeZone),
  case: letter.filing?.caseId ?? null,
  caseBy: letter.filing?.by ?? null,
  uncertain: letter.filing?.certain === false,
  candidates: letter.filing?.candidates ?? [],
  corrected: correctionJson(letter.correction, timeZone),
});

/** What the person said of a letter; null where that is nothing. */
export const correctionJson = (correction: Correction | undefined, timeZone: string) =>
  correction === undefined
    ? null
    : {
        kind: correction.kind ?? null,
        subkind: correction.subkind ?? null,
        receivedAt: toIsoOrNull(correction.receivedAt ?? null, timeZone),
        trust: correction.trust ?? null,
        notMine: correction.notMine ?? false,
      };

export const eventJson = ({ milestone, at, source, until }: CaseEvent, timeZone: string) => ({
  milestone,
  at: toIso(at, timeZone),
  source,
  ...(until && { until: toIso(until, timeZone) }),
});

export const windowJson = (window: Window, timeZone: string) => ({
  task: window.task,
  opensAt: toIso(window.opensAt, timeZone),
  closesAt: toIsoOrNull(window.closesAt, timeZone),
  basis: window.basis,
  approximate: window.approximate,
  dateUnread: window.dateUnread ?? false,
  state: window.state,
  otherEnds: (window.otherEnds ?? []).map((end) => toIso(end, timeZone)),
});

export const reminderJson = (reminder: Reminder, timeZone: string) => ({
  id: reminder.id,
  case: reminder.caseId,
  tasks: tasksOf(reminder),
  notes: [...new Set((reminder.notes ?? []).map(({ topic }) => topic))],
  dueAt: toIso(reminder.dueAt, timeZone),
  status: reminder.status,
  plannedAt: toIsoOrNull(reminder.plannedAt, timeZone),
  claimedAt: toIsoOrNull(reminder.claimedAt, timeZone),
  sentAt: toIsoOrNull(reminder.sentAt, timeZone),
  failedAt: endedAs(reminder, "failed", timeZone),
  droppedAt: endedAs(reminder, "dropped", timeZone),
  attempts: reminder.attempts,
  channel: reminder.channel,
  messageId: reminder.messageId,
  subject: reminder.subject,
  outcome: reminder.outcome,
});

/** `mailbox` null: that of the settings, which do not name it any more. */
export const outageJson = ({ mailbox, channel, since, until, problem }: ChannelOutage, timeZone: string) => ({
  mailbox: mailbox || null,
  channel,
  since: toIso(since, timeZone),
  nextTryAt: toIso(until, timeZone),
  problem,
});

const endedAs = ({ status, endedAt }: Reminder, as: Reminder["status"], timeZone: string): string | null =>
  status === as ? toIsoOrNull(endedAt, timeZone) : null;
