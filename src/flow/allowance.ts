/** May this mail go out today, or has the person had enough? */

import { countOf, dayBegan, mayGo, nextDay } from "../domain/allowance.ts";
import { afterQuiet } from "../domain/quiet-hours.ts";
import { latest, minuteMs, shift } from "../domain/instants.ts";
import type { PlannedNote } from "../domain/notes.ts";
import type { PlannedReminder, Reminder } from "../domain/plan.ts";
import type { NotePorts } from "./notes.ts";
import type { Ledger } from "./ports.ts";

/** When a mail that is held back is asked about again; null where it may go now. */
export const heldUntil = async (
  ports: NotePorts,
  mail: PlannedReminder | PlannedNote,
  closesAt: Date | null,
): Promise<Date | null> => {
  const { mailsPerDay } = ports.notes;
  const now = ports.clock.now();
  if (mailsPerDay === null) return null;
  const counted = { notes: mail.notes ?? [], tellsOfWindows: mail.kind !== "note", closesAt };
  const spent = await spentToday(ports, now);
  // Reminders go before notes: only those ask how many wait.
  const waiting = mail.kind === "note" ? (await ports.ledger.due(now)).length : 0;
  return mayGo(counted, { spent, waiting }, mailsPerDay, now) ? null : askAgainAt(ports, mail, closesAt);
};

/** The mails of the person's day so far. */
export const spentToday = async ({ ledger, planning }: NotePorts, now: Date) =>
  ledger.spentSince(dayBegan(now, planning.timeZone));

/** Tomorrow morning; sooner where it becomes pressing, or where more falls due that goes along with it. */
const askAgainAt = async (
  { ledger, planning, clock }: NotePorts,
  mail: PlannedReminder | PlannedNote,
  closesAt: Date | null,
): Promise<Date> => {
  const now = clock.now();
  const next = mail.kind === "note" ? null : await nextDue(ledger, mail.caseId, now);
  const pressing = closesAt === null ? [] : [shift(closesAt, -24 * 60 * minuteMs)];
  const morning = afterQuiet(nextDay(now, planning.timeZone), planning.quietHours, planning.timeZone);
  const times = [morning, ...pressing, ...(next === null ? [] : [next])];
  return latest(new Date(Math.min(...times.map(Number))), shift(now, minuteMs));
};

const nextDue = async (ledger: Ledger, caseId: string, now: Date): Promise<Date | null> =>
  (await ledger.reminders(caseId)).find(({ status, dueAt }) => status === "planned" && dueAt > now)?.dueAt ??
  null;

/** One that is due so long, with the day's mails spent, is held back: what may go is gone by then. */
const heldAfterMs = 2 * minuteMs;

/** The reminders that wait until tomorrow. */
export const heldReminders = async (
  ledger: Pick<Ledger, "spentSince" | "due">,
  { timeZone, mailsPerDay }: { readonly timeZone: string; readonly mailsPerDay: number | null },
  now: Date,
): Promise<readonly Reminder[]> => {
  if (mailsPerDay === null) return [];
  const spent = await ledger.spentSince(dayBegan(now, timeZone));
  return countOf(spent) < mailsPerDay ? [] : await ledger.due(shift(now, -heldAfterMs));
};
