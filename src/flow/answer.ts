/** The person answers a reminder by e-mail: known again, stored without its words, applied once, confirmed once. */

import { createHash } from "node:crypto";
import { commandIn, mayBeAnswer } from "../domain/answer-mail.ts";
import { readAnswerSubject } from "../domain/answers.ts";
import { wordAnswer } from "../domain/answer-wording.ts";
import { authenticate } from "../domain/authentication.ts";
import type { CaseEvent } from "../domain/events.ts";
import { tasksOf } from "../domain/facts.ts";
import { dayMs, shift } from "../domain/instants.ts";
import type { Message, Role, Task } from "../domain/letter.ts";
import type { Milestone } from "../domain/milestones.ts";
import type { Reminder } from "../domain/plan.ts";
import { understand, type Understood } from "../domain/understood.ts";
import { awaitedIn, taskBefore } from "../domain/waiting.ts";
import { phrasebooks } from "../domain/wording/books.ts";
import { datesAfter, type CalendarWords } from "../domain/wording/calendar.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { ReminderWords } from "../domain/wording.ts";
import { windowsOf } from "../domain/windows.ts";
import { caseForTask } from "./choose.ts";
import type { DeliverPorts } from "./deliver.ts";
import { answerToken } from "./identity.ts";
import { readingOf, type ReceivePorts } from "./receive.ts";
import { SendFailure, type Found, type StoredAnswer } from "./ports.ts";
import type { RemindPorts } from "./remind.ts";
import { replan, type ReplanPorts } from "./replan.ts";

export type AnswerPorts = ReplanPorts &
  Pick<DeliverPorts, "outbox" | "inbox"> &
  Pick<RemindPorts, "compose"> & {
    readonly language: ReminderLanguage | null;
    /** What stands behind the @ of a confirmation's Message-ID. */
    readonly messageIdDomain: string;
  };

type AskPorts = ReceivePorts & { readonly ledger: ReplanPorts["ledger"]; readonly key: Uint8Array };

/** So many confirmations a day, whatever comes: no loop can be longer. */
const mostADay = 20;
/** A confirmation that could not be sent for so long is not sent any more. */
const triedForMs = dayMs;

/**
 * The reminder that a mail answers, null for any other mail: it must name one that was really sent, or carry its
 * token in the subject. Headers are enough.
 */
export const answeredReminder = async (ports: AskPorts, message: Message): Promise<string | null> => {
  if (!mayBeAnswer(message, ports.reading.ownAddresses)) return null;
  const mark = readAnswerSubject(message.subject);
  if (mark !== null && mark.token === answerToken(mark.reminderId, ports.key)) return mark.reminderId;
  return (await ports.ledger.remindersSentAs(message.references))[0] ?? null;
};

/** An answer as it is stored, nothing of its text with it; null where it is none, or may be forged. */
export const toAnswer = async (ports: AskPorts, { message, place }: Found): Promise<StoredAnswer | null> => {
  const reminderId = await answeredReminder(ports, message);
  if (reminderId === null || !(await isTheirs(ports, message, place.role))) return null;
  const now = ports.clock.now();
  const at = message.internalDate !== null && message.internalDate < now ? message.internalDate : now;
  const name = message.messageId ?? JSON.stringify([message.date, message.subject]);
  return {
    id: createHash("sha256").update(`answer\0${name}`).digest("hex").slice(0, 16),
    reminderId,
    command: commandIn(message),
    at,
    status: "taken",
  };
};

/** Nobody but the person puts mail into Sent; elsewhere the provider must not call it forged. */
const isTheirs = async (ports: AskPorts, message: Message, role: Role): Promise<boolean> =>
  role === "sent" || authenticate(message, await readingOf(ports, ports.mailboxName)).trust !== "suspicious";

/** Applies and confirms what waits; what cannot be confirmed now is confirmed at the next pass. */
export const settleAnswers = async (ports: AnswerPorts): Promise<void> => {
  for (const answer of await ports.ledger.waitingAnswers()) await settle(ports, answer);
};

const settle = async (ports: AnswerPorts, answer: StoredAnswer): Promise<void> => {
  const reminder = await ports.ledger.reminder(answer.reminderId);
  if (reminder === undefined) return await ports.ledger.settleAnswer(answer.id, "silent");
  const caseId = reminder.caseId ?? (await caseMeant(ports, answer));
  const understood = await understoodFor(ports, answer, { reminder, caseId });
  if (answer.status === "taken") {
    const events = caseId === null ? [] : eventsOf(answer, understood, caseId, ports.clock.now());
    await ports.ledger.applyAnswer(answer.id, events, commandOf(understood));
    ports.log.info({ reminder: reminder.id, outcome: understood.outcome }, "answer noted");
    if (caseId !== null) await replan(ports, caseId);
  }
  const words = wordAnswer(understood, ports.language);
  const calendar = caseId === null ? null : await datesOf(ports, caseId, understood);
  await confirm(ports, answer, calendar === null ? words : { ...words, calendar });
};

/** A mail of notes may be about no single case: then the one that there is, or the only one with that task open. */
const caseMeant = async (ports: AnswerPorts, { command }: StoredAnswer): Promise<string | null> => {
  const [named] = command === null || command.tasks === "all" ? [] : command.tasks;
  const chosen = await caseForTask(ports, undefined, named ?? null);
  return typeof chosen === "string" ? null : chosen.id;
};

const understoodFor = async (
  { ledger, planning, clock }: AnswerPorts,
  { command, status }: StoredAnswer,
  { reminder, caseId }: { readonly reminder: Reminder; readonly caseId: string | null },
): Promise<Understood> => {
  const told = tasksOf(reminder);
  if (caseId === null) return understand(null, { told, open: [], before: [], waits: [] });
  const windows = windowsOf(await ledger.events(caseId), planning.timeZone, clock.now());
  const open = windows.filter(({ state }) => state === "open").map(({ task }) => task);
  return understand(command, {
    told,
    // What was applied already is worded as it was understood then.
    open: status === "taken" ? open.filter((task) => told.length === 0 || told.includes(task)) : told,
    before: await ledger.lastAnswered(reminder.id),
    waits: reminder.kind === "note" ? awaitedIn(reminder.notes) : [],
  });
};

/** The calendar learns what was noted; null where nothing was. */
const datesOf = async (
  { ledger, planning, language, clock }: AnswerPorts,
  caseId: string,
  understood: Understood,
): Promise<CalendarWords | null> => {
  if (understood.outcome !== "noted") return null;
  const [cases, events, settled] = await Promise.all([
    ledger.cases(),
    ledger.events(caseId),
    ledger.settled(caseId),
  ]);
  const label = cases.find(({ id }) => id === caseId)?.label ?? caseId;
  const after = { label, events, settled, timeZone: planning.timeZone, now: clock.now() };
  return datesAfter(understood.command, after, phrasebooks[language ?? "en"]);
};

const commandOf = (understood: Understood) => (understood.outcome === "noted" ? understood.command : null);

const eventsOf = (
  { id, at }: StoredAnswer,
  understood: Understood,
  caseId: string,
  now: Date,
): readonly CaseEvent[] => {
  if (understood.outcome !== "noted" && understood.outcome !== "quiet") return [];
  const { verb, tasks, ms } = wantedBy(understood);
  return tasks.map((task) => ({
    id: `a${id}-${verb}-${task}`,
    caseId,
    milestone: milestoneOf(verb, task),
    at,
    seenAt: now,
    source: "person",
    trust: "verified",
    forwarded: false,
    approximate: false,
    tasks: [],
    days: {},
    ...(ms !== null && { until: shift(at, ms) }),
  }));
};

const wantedBy = (understood: Extract<Understood, { outcome: "noted" | "quiet" }>) =>
  understood.outcome === "noted"
    ? understood.command
    : { verb: "stop" as const, tasks: understood.waits.map((what) => taskBefore[what]), ms: null };

const milestoneOf = (verb: "done" | "undo" | "snooze" | "stop", task: Task): Milestone =>
  (
    {
      done: `done:${task}`,
      undo: `undone:${task}`,
      snooze: `snoozed:${task}`,
      stop: `stopped:${task}`,
    } as const
  )[verb];

/** One short mail, at most once an answer: the answer is claimed before, and given back only where it did not go. */
const confirm = async (ports: AnswerPorts, answer: StoredAnswer, words: ReminderWords): Promise<void> => {
  const { ledger, clock } = ports;
  const now = clock.now();
  const channel = ports.outbox?.trouble?.() ? ports.inbox : (ports.outbox ?? ports.inbox);
  if (
    shift(answer.at, triedForMs) < now ||
    (await ledger.answersConfirmedSince(shift(now, -dayMs))) >= mostADay
  )
    return await ledger.settleAnswer(answer.id, "silent");
  if (channel === null) return;
  const mail = await ports.compose(words, {
    id: answer.reminderId,
    messageId: `answer-${answer.id}@${ports.messageIdDomain}`,
    date: now,
  });
  await ledger.settleAnswer(answer.id, "confirmed");
  try {
    await channel.send(mail);
  } catch (error) {
    const isSafe = error instanceof SendFailure && !error.unknown;
    ports.log.warn({ error }, "answer: its confirmation did not go out");
    if (isSafe) await ledger.settleAnswer(answer.id, "applied");
  }
};
