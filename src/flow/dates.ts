/** What a calendar shows: every window that is open and ends, of all cases. */

import { isDated, seriesOf } from "../domain/calendar.ts";
import type { CaseEvent } from "../domain/events.ts";
import { windowsOf } from "../domain/windows.ts";
import { languageFor, phrasebooks } from "../domain/wording/books.ts";
import { wordEvent, type CalendarEvent } from "../domain/wording/calendar.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { CaseRecord, Ledger } from "./ports.ts";

export type Reader = {
  /** IANA name. */
  readonly timeZone: string;
  /** Null: the language of the letters. */
  readonly language: ReminderLanguage | null;
};

export type InCase = CalendarEvent & { readonly caseId: string };

export const openDates = async (ledger: Ledger, reader: Reader, now: Date): Promise<readonly InCase[]> => {
  const eventsOf = await ledger.allEvents();
  const dates: InCase[] = [];
  for (const record of await ledger.cases())
    dates.push(...(await datesOf(ledger, { ...record, events: eventsOf.get(record.id) ?? [] }, reader, now)));
  return dates;
};

const datesOf = async (
  ledger: Ledger,
  { id: caseId, label, events }: CaseRecord & { readonly events: readonly CaseEvent[] },
  { timeZone, language }: Reader,
  now: Date,
): Promise<readonly InCase[]> => {
  const open = windowsOf(events, timeZone, now).filter(({ state }) => state === "open");
  const inCase = { series: seriesOf(events, now), label, timeZone };
  return Promise.all(
    open.filter(isDated).map(async (window) => {
      const letter = await ledger.letter(window.openedBy.replace(/^letter:/, ""));
      const phrases = phrasebooks[languageFor(language, [letter?.finding ?? null])];
      return { caseId, ...wordEvent(window, inCase, phrases) };
    }),
  );
};
