/**
 * Letters that the person is told of by a note: those under IRCC's name that fit no kind, and those that may be
 * false. The first of a day is told at once, what comes after it the next morning: at most one note a day of each.
 */

import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import { startOfDay } from "date-fns/startOfDay";
import { dayMs, latest } from "./instants.ts";
import type { Finding } from "./letter.ts";
import type { Note, NotedLetter, ToldNote } from "./notes.ts";
import { afterQuiet, type QuietHours } from "./quiet-hours.ts";

export type DigestTopic = "unknown" | "suspicious";

type Hours = { readonly timeZone: string; readonly quietHours: QuietHours };

/** No window that Landfall knows is longer (docs/domain.md section 3): what is older alarms nobody. */
const oldAfterMs = 30 * dayMs;

/** What a letter is noted for; null where it needs no note. */
export const digestTopicOf = ({ kind, subkind, trust }: Finding): DigestTopic | null => {
  if (trust === "suspicious") return "suspicious";
  return kind === "other_ircc" && subkind === "unknown" ? "unknown" : null;
};

export const digestKey = (letterId: string, topic: DigestTopic): string => `${letterId}-${topic}`;

/** True of a letter that was months old when it was first seen, as at a first look back. */
export const isOld = ({ finding, seenAt }: NotedLetter): boolean =>
  seenAt.getTime() - (finding.receivedAt ?? seenAt).getTime() > oldAfterMs;

/** One note for each letter that was not told yet; an old one gets no mail of its own at night. */
export const digestNotes = (
  letters: readonly NotedLetter[],
  told: readonly ToldNote[],
  hours: Hours,
): readonly Note[] => {
  const known = new Set(told.map(({ key }) => key));
  return letters.flatMap((letter) => {
    const topic = digestTopicOf(letter.finding);
    if (topic === null || known.has(digestKey(letter.id, topic))) return [];
    const last = lastTold(told, topic);
    const wantedAt = last === null ? letter.seenAt : latest(letter.seenAt, nextMorning(last, hours));
    const dueAt = isOld(letter) ? afterQuiet(wantedAt, hours.quietHours, hours.timeZone) : wantedAt;
    return [{ key: digestKey(letter.id, topic), topic, caseId: null, wantedAt, dueAt }];
  });
};

const lastTold = (told: readonly ToldNote[], topic: DigestTopic): Date | null =>
  told
    .filter((note) => note.topic === topic)
    .reduce<Date | null>((last, { at }) => latest(at, last ?? at), null);

const nextMorning = (at: Date, { timeZone, quietHours }: Hours): Date => {
  const tomorrow = addDays(startOfDay(new TZDate(at.getTime(), timeZone)), 1);
  return afterQuiet(new Date(tomorrow.getTime()), quietHours, timeZone);
};
