/** The mails of notes: planned for all cases together, worded, and taken along by reminders that go out anyway. */

import { factsOfNotes, type NoteFacts } from "../domain/note-facts.ts";
import { groupNotes, notesAlong, pendingNotes } from "../domain/note-plan.ts";
import { minuteMs, shift } from "../domain/instants.ts";
import type { Note, NotedLetter, PlannedNote } from "../domain/notes.ts";
import type { ReplanPorts } from "./replan.ts";
import { schedule, soonMs } from "./replan.ts";

export type NotePorts = ReplanPorts;

/** Brings the planned mails of notes up to date; again without a change it writes nothing. */
export const replanNotes = async (ports: NotePorts): Promise<readonly PlannedNote[]> => {
  const { ledger, clock } = ports;
  const now = clock.now();
  const planned = groupNotes((await pending(ports)).notes, now);
  const changed = new Set(await ledger.planNotes(planned, now));
  await schedule(
    ports,
    planned.filter(({ id, dueAt }) => changed.has(id) && clock.msUntil(dueAt) < soonMs),
  );
  return planned;
};

/** How long notes wait for a reminder that is about to go out, and takes them along. */
const patienceMs = 10 * minuteMs;

/** When a mail of notes goes out by itself. */
export const goesFrom = async ({ ledger, clock }: NotePorts, mail: PlannedNote): Promise<Date> => {
  const now = clock.now();
  const waits = now < shift(mail.dueAt, patienceMs) && (await ledger.due(now)).length > 0;
  return waits ? shift(now, minuteMs) : mail.dueAt;
};

/** What a reminder of this case takes along, with the facts to be told; null where there is nothing. */
export const alongWith = async (
  ports: NotePorts,
  caseId: string,
  now: Date,
): Promise<{ readonly notes: readonly Note[]; readonly facts: NoteFacts } | null> => {
  const { notes, letters } = await pending(ports);
  const along = notesAlong(notes, caseId, now);
  return along.length === 0 ? null : { notes: along, facts: standpoint(ports, along, letters, now) };
};

/** What these notes tell, as things stand; `mailId` is the mail that tells them, or is about to. */
export const factsToTell = async (
  ports: NotePorts,
  notes: readonly Note[],
  mailId: string,
): Promise<NoteFacts> =>
  standpoint(ports, notes, await ports.ledger.lettersToNote(mailId), ports.clock.now());

const standpoint = (
  { planning }: NotePorts,
  notes: readonly Note[],
  letters: readonly NotedLetter[],
  now: Date,
): NoteFacts => factsOfNotes(notes, { letters, timeZone: planning.timeZone, now });

const pending = async ({ ledger, planning }: NotePorts) => {
  const [letters, told] = await Promise.all([ledger.lettersToNote(), ledger.toldNotes()]);
  return { letters, notes: pendingNotes({ letters, told }, planning) };
};
