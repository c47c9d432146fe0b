/** What the person answered: applied once, and confirmed once by one short mail. */

import type { Verb } from "../domain/answers.ts";
import { wordAnswer, type Confirmed } from "../domain/answer-wording.ts";
import { personally, type CaseEvent } from "../domain/events.ts";
import { dayMs, shift } from "../domain/instants.ts";
import type { Task } from "../domain/letter.ts";
import type { Milestone } from "../domain/milestones.ts";
import type { Meant, Understood } from "../domain/understood.ts";
import { taskBefore } from "../domain/waiting.ts";
import { languageFor, phrasebooks } from "../domain/wording/books.ts";
import { datesAfter, type CalendarWords } from "../domain/wording/calendar.ts";
import type { Phrasebook, ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { ReminderWords } from "../domain/wording.ts";
import type { DeliverPorts } from "./deliver.ts";
import { languageOf } from "./language.ts";
import { SendFailure, type StoredAnswer } from "./ports.ts";
import type { RemindPorts } from "./remind.ts";
import { replan, type ReplanPorts } from "./replan.ts";
import { caseMeant, understandAnswer } from "./understand-answer.ts";

export type AnswerPorts = ReplanPorts &
  Pick<DeliverPorts, "outbox" | "inbox"> &
  Pick<RemindPorts, "compose"> & {
    readonly language: ReminderLanguage | null;
    /** What stands behind the @ of a confirmation's Message-ID. */
    readonly messageIdDomain: string;
  };

/** So many confirmations a day, whatever comes: no loop can be longer. */
const mostADay = 20;
/** A confirmation that could not be sent for so long is not sent any more. */
const triedForMs = dayMs;

/** Applies and confirms what waits; what cannot be confirmed now is confirmed at the next pass. */
export const settleAnswers = async (ports: AnswerPorts): Promise<void> => {
  for (const answer of await ports.ledger.waitingAnswers()) await settle(ports, answer);
};

const settle = async (ports: AnswerPorts, answer: StoredAnswer): Promise<void> => {
  const reminder = await ports.ledger.reminder(answer.reminderId);
  if (reminder === undefined) return await ports.ledger.settleAnswer(answer.id, "silent");
  const caseId = reminder.caseId ?? (await caseMeant(ports, answer));
  const confirmed = await understandAnswer(ports, answer, { reminder, caseId });
  const { understood } = confirmed;
  if (answer.status === "taken") {
    const events = caseId === null ? [] : eventsOf(answer, confirmed, caseId, ports.clock.now());
    await ports.ledger.applyAnswer(answer.id, events, wishOf(understood));
    ports.log.info({ reminder: reminder.id, outcome: understood.outcome }, "answer noted");
    if (caseId !== null) await replan(ports, caseId);
  }
  const language = ports.language ?? languageFor(null, [{ language: await languageIn(ports, caseId) }]);
  const words = wordAnswer(confirmed, language);
  const calendar = caseId === null ? null : await datesOf(ports, caseId, understood, phrasebooks[language]);
  await confirm(ports, answer, calendar === null ? words : { ...words, calendar });
};

const languageIn = async ({ ledger }: AnswerPorts, caseId: string | null) =>
  caseId === null ? null : languageOf(ledger, await ledger.events(caseId));

/** The calendar learns what was noted; null where nothing was. */
const datesOf = async (
  { ledger, planning, clock }: AnswerPorts,
  caseId: string,
  understood: Understood,
  phrases: Phrasebook,
): Promise<CalendarWords | null> => {
  if (understood.outcome !== "noted") return null;
  const [cases, events, toldAt] = await Promise.all([
    ledger.cases(),
    ledger.events(caseId),
    ledger.lastToldAt(caseId),
  ]);
  const label = cases.find(({ id }) => id === caseId)?.label ?? caseId;
  const after = { label, events, toldAt, timeZone: planning.timeZone, now: clock.now() };
  return datesAfter(understood.command, after, phrases);
};

/** What is noted, as a command; null where nothing is. */
const wishOf = (understood: Understood): Meant | null => {
  if (understood.outcome === "noted") return understood.command;
  if (understood.outcome !== "waiting") return null;
  const tasks = understood.waits.map((what) => taskBefore[what]);
  return { verb: understood.wanted ? "undo" : "stop", tasks, ms: null };
};

const eventsOf = (
  { id, at }: StoredAnswer,
  { understood, putOff }: Confirmed,
  caseId: string,
  now: Date,
): readonly CaseEvent[] => {
  const wish = wishOf(understood);
  if (wish === null || typeof putOff === "string") return [];
  const { tasks, ms } = wish;
  // Notes about waiting come again as if they had been put off until now: an undo would reach further back.
  const verb = understood.outcome === "waiting" && understood.wanted ? "snooze" : wish.verb;
  return tasks.map((task) => ({
    id: `a${id}-${verb}-${task}`,
    caseId,
    milestone: milestoneOf(verb, task),
    at,
    seenAt: now,
    ...personally,
    ...(verb === "snooze" && { until: shift(at, ms ?? 0) }),
  }));
};

const milestoneOf = (verb: Verb, task: Task): Milestone =>
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
  const mail = ports.compose(words, {
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
