/** `landfall calendar`: every open window as one iCalendar file, read from the ledger. */

import { calendarFile } from "../delivery/calendar.ts";
import { toIso } from "../domain/instants.ts";
import { openDates, type InCase, type Reader } from "../flow/dates.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { Io } from "./io.ts";

export type CalendarConfig = Reader & { readonly dataDir: string };

/** Prints the file on stdout; before there is a ledger, an empty calendar. */
export const calendar = async (
  config: CalendarConfig,
  options: { readonly json: boolean },
  io: Io,
): Promise<number> => {
  const now = new Date();
  const dates = await datesIn(config, now);
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ events: dates.map((date) => toJson(date, config.timeZone)) })}\n`
      : await calendarFile(dates, null, { organizer: null, date: now }),
  );
  return 0;
};

const datesIn = async (config: CalendarConfig, now: Date): Promise<readonly InCase[]> => {
  if (!ledgerExists(config.dataDir)) return [];
  await using ledger = await openLedger(config.dataDir, { readOnly: true });
  return await openDates(ledger, config, now);
};

const toJson = ({ caseId, name, uid, sequence, closesAt, summary }: InCase, timeZone: string) => ({
  case: caseId,
  task: name,
  uid,
  sequence,
  closesAt: toIso(closesAt, timeZone),
  summary,
});
