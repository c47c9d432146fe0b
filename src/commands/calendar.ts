/** `landfall calendar`: every open window as one iCalendar file, read from the ledger. */

import { calendarFile } from "../delivery/calendar.ts";
import { isDated, seriesOf } from "../domain/calendar.ts";
import { toIso } from "../domain/instants.ts";
import { windowsOf } from "../domain/windows.ts";
import { languageFor, phrasebooks } from "../domain/wording/books.ts";
import { wordEvent, type CalendarEvent } from "../domain/wording/calendar.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { CaseRecord, Ledger } from "../flow/ports.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { Io } from "./io.ts";

export type CalendarConfig = {
  readonly dataDir: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Null: the language of the letters. */
  readonly language: ReminderLanguage | null;
};

type InCase = CalendarEvent & { readonly caseId: string };

/** Prints the file on stdout; before there is a ledger, an empty calendar. */
export const calendar = async (
  config: CalendarConfig,
  options: { readonly json: boolean },
  io: Io,
): Promise<number> => {
  const now = new Date();
  const events = await openEvents(config, now);
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ events: events.map((event) => toJson(event, config.timeZone)) })}\n`
      : await calendarFile(events, null, { organizer: null, date: now }),
  );
  return 0;
};

const openEvents = async (config: CalendarConfig, now: Date): Promise<readonly InCase[]> => {
  if (!ledgerExists(config.dataDir)) return [];
  await using ledger = await openLedger(config.dataDir, { readOnly: true });
  const events: InCase[] = [];
  for (const record of await ledger.cases()) events.push(...(await eventsOf(ledger, record, config, now)));
  return events;
};

const eventsOf = async (
  ledger: Ledger,
  { id: caseId, label }: CaseRecord,
  { timeZone, language }: CalendarConfig,
  now: Date,
): Promise<readonly InCase[]> => {
  const events = await ledger.events(caseId);
  const open = windowsOf(events, timeZone, now).filter(({ state }) => state === "open");
  const inCase = { series: seriesOf(events), label, timeZone };
  return Promise.all(
    open.filter(isDated).map(async (window) => {
      const letter = await ledger.letter(window.openedBy.replace(/^letter:/, ""));
      const phrases = phrasebooks[languageFor(language, [letter?.finding ?? null])];
      return { caseId, ...wordEvent(window, inCase, phrases) };
    }),
  );
};

const toJson = ({ caseId, name, uid, sequence, closesAt, summary }: InCase, timeZone: string) => ({
  case: caseId,
  task: name,
  uid,
  sequence,
  closesAt: toIso(closesAt, timeZone),
  summary,
});
