/** The date in a quoted header block, as mail programs write it in English and French. */

import { TZDate } from "@date-fns/tz";
import { fold } from "./fold.ts";
import { dayMs, minuteMs } from "./instants.ts";

/** `approximate`: the instant is the earliest of several readings. */
export type QuotedDate = { readonly at: Date; readonly approximate: boolean };

/** `zones`: IANA names or offsets ("-05:00") that a date without a zone may be in; `notAfter`: when it was quoted. */
export type Surroundings = { readonly zones: readonly string[]; readonly notAfter: Date | null };

/** Reads a quoted date; null where it has none, or one that cannot be true. */
export const readQuotedDate = (text: string, { zones, notAfter }: Surroundings): QuotedDate | null => {
  const folded = yearBeforeTime(fold(text.slice(0, 200)).replaceAll(/\s+/g, " "));
  const found = findDay(folded);
  if (found === null) return null;
  const time = readTime(folded.slice(found.end));
  const named = readZones(folded.slice(found.end + time.end));
  const latest = notAfter === null ? Number.POSITIVE_INFINITY : notAfter.getTime() + slack;
  const possible = found.days
    .flatMap((day) => (named.length === 0 ? zones : named).map((name) => toInstant(day, time, name)))
    .filter((instant) => instant >= earliest && instant <= latest);
  if (possible.length === 0) return null;
  return {
    at: new Date(Math.min(...(found.days.length > 1 ? likeliest(possible, latest) : possible))),
    approximate: named.length !== 1 || found.days.length > 1 || !time.given,
  };
};

/** What of day, month and year comes first is told by when it was forwarded: months later hardly anything is, years later nothing. */
const likeliest = (possible: readonly number[], latest: number): readonly number[] =>
  [soonMs, lateMs]
    .map((ms) => possible.filter((instant) => instant >= latest - ms))
    .find((within) => within.length > 0) ?? possible;

/** IRCC's portal is younger; what claims to be older was misread. */
const earliest = Date.UTC(2015, 0, 1);
/** Clocks differ. */
const slack = 10 * minuteMs;
/** Time in which most letters are forwarded. */
const soonMs = 31 * dayMs;
/** Time after which none is: more than a year. */
const lateMs = 400 * dayMs;

type Day = { readonly year: number; readonly month: number; readonly day: number };
type Time = { readonly hour: number; readonly minute: number; readonly second: number };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const frenchMonths = "jan fev mar avr mai juin juil aou sep oct nov dec".split(" ");

const monthWord =
  "(jan|feb|fev|f.v|mar|apr|avr|may|mai|juin|jun|juil|jul|aug|aou|ao.t|sep|oct|nov|dec|d.c)[a-z?\uFFFD]{0,7}\\.?";
const yearNumber = "(20\\d\\d|\\d\\d)(?![\\d:])";
const dayMonthYear = new RegExp(
  `\\b(\\d{1,2})(?:er|st|nd|rd|th)?[ -](?:de )?${monthWord},?[ -]${yearNumber}`,
);
const monthDayYear = new RegExp(`\\b${monthWord}[ -](\\d{1,2})(?:er|st|nd|rd|th)?,?[ -]${yearNumber}`);
const yearFirst = /\b(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})/;
const yearLast = /\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d:])/;

/** Unix writes "Mon Nov 23 09:58:00 EST 2026". */
const yearBeforeTime = (text: string): string => text.replace(unixDate, "$1 $3 $2");
const unixDate = new RegExp(
  `\\b(${monthWord.replace("(", "(?:")} \\d{1,2}) (\\d{1,2}:\\d\\d(?::\\d\\d)?(?: [a-z]{1,5}| ?(?:gmt|utc)?[+-]\\d{1,2}:?\\d{0,2})?) (20\\d\\d)\\b`,
);

/** The days that a text can mean (05/06/2026 means two), and where it goes on. */
const findDay = (text: string): { readonly days: readonly Day[]; readonly end: number } | null => {
  const forms: readonly (readonly [RegExp, (parts: readonly string[]) => readonly Day[]])[] = [
    [dayMonthYear, ([day = "", month = "", year = ""]) => [toDay(year, monthOf(month), day)]],
    [monthDayYear, ([month = "", day = "", year = ""]) => [toDay(year, monthOf(month), day)]],
    [yearFirst, ([year = "", month = "", day = ""]) => [toDay(year, Number(month), day)]],
    [
      yearLast,
      ([one = "", separator, other = "", year = ""]) => [
        // "26-11-23": with hyphens a short year may come first.
        ...(separator === "-" && year.length === 2 ? [toDay(one, Number(other), year)] : []),
        toDay(year, Number(one), other),
        toDay(year, Number(other), one),
      ],
    ],
  ];
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const possible = distinct(read(match.slice(1)).filter(isPossible));
    const days = possible.length > 1 ? likely(possible, text, match[0]) : possible;
    return days.length === 0 ? null : { days, end: match.index + match[0].length };
  }
  return null;
};

/** Of two readings, the one whose day of the week is named beside; with dots, as in Germany, the day comes first. */
const likely = (days: readonly Day[], text: string, written: string): readonly Day[] => {
  const named = weekdays.findIndex((names) => names.test(text));
  const fitting = days.filter(
    ({ year, month, day }) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === named,
  );
  if (fitting.length > 0) return fitting;
  return written.includes(".") ? days.slice(-1) : days;
};

/** From Sunday on. */
const weekdays = "sun|dim mon|lun tue|mar wed|mer thu|jeu fri|ven sat|sam"
  .split(" ")
  .map((names) => new RegExp(`\\b(?:${names})[a-z]{0,6}\\b`));

const toDay = (year: string, month: number, day: string): Day => ({
  // Outlook in Canada writes "November-18-26".
  year: year.length === 2 ? 2000 + Number(year) : Number(year),
  month,
  day: Number(day),
});

/** From the first letters of its English or French name, 1 to 12; 0 where it is none. */
export const monthOf = (word: string): number => {
  const plain = word.replace(/^f.v/, "fev").replace(/^ao.t/, "aou").replace(/^d.c/, "dec");
  return Math.max(months.indexOf(plain), frenchMonths.indexOf(plain)) + 1;
};

const isPossible = ({ month, day }: Day): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

const distinct = (days: readonly Day[]): readonly Day[] =>
  days.filter(
    ({ year, month, day }, at) =>
      days.findIndex((other) => other.year === year && other.month === month && other.day === day) === at,
  );

/** Midnight where no time is given: the earliest it can mean. */
const readTime = (text: string): Time & { readonly given: boolean; readonly end: number } => {
  const match =
    /(\d{1,2}) ?(?::|h|\.|点|时) ?(\d{2})?(?: ?(?::|m|min|分) ?(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.? ?m\b\.?)?/.exec(
      text,
    );
  if (match === null || Number(match[1]) > 23) return { hour: 0, minute: 0, second: 0, given: false, end: 0 };
  const [, hour, minute = "0", second = "0", half = chineseHalf(text.slice(0, match.index))] = match;
  return {
    hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "p" ? 12 : 0),
    minute: Number(minute),
    second: Number(second),
    given: true,
    end: match.index + match[0].length,
  };
};

/** Chinese says the part of the day before the hour; an hour above 12 needs none, and noon is 12. */
const chineseHalf = (before: string): "a" | "p" | undefined => {
  if (/下午|晚上|晚间|傍晚|中午/.test(before)) return "p";
  return /上午|早上|凌晨|清晨/.test(before) ? "a" : undefined;
};

/** Zones of Canada by their English and French letters, those of the internet, and where many write from. Some letters name several. */
const zoneNames: readonly (readonly [string, readonly string[]])[] = [
  ["-02:30", ["ndt", "hat"]],
  ["-03:00", ["adt", "haa"]],
  ["-03:30", ["nst", "hnt"]],
  ["-04:00", ["ast", "hna", "edt", "hae"]],
  ["-05:00", ["est", "hne", "cdt", "hac"]],
  ["-06:00", ["cst", "hnc", "mdt", "har"]],
  ["-07:00", ["mst", "hnr", "pdt", "hap"]],
  ["-08:00", ["pst", "hnp"]],
  ["+00:00", ["utc", "gmt", "z"]],
  ["+01:00", ["cet", "bst", "ist"]],
  ["+02:00", ["cest", "eet", "ist"]],
  ["+03:00", ["eest", "eat", "msk"]],
  ["+05:00", ["pkt"]],
  ["+05:30", ["ist"]],
  ["+06:00", ["bst"]],
  ["+08:00", ["cst", "hkt", "pht", "sgt"]],
  ["+09:00", ["jst", "kst"]],
];

/** Zones that are named right after the time: none, one, or all that the same letters stand for. */
const readZones = (text: string): readonly string[] => {
  const offset = /^[ (]*(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text);
  if (offset !== null) return [`${offset[1]}${(offset[2] ?? "").padStart(2, "0")}:${offset[3] ?? "00"}`];
  const name = /^[ (]*([a-z]{1,4})\b/.exec(text)?.[1] ?? "";
  return zoneNames.flatMap(([zone, names]) => (names.includes(name) ? [zone] : []));
};

const toInstant = ({ year, month, day }: Day, { hour, minute, second }: Time, zone: string): number =>
  new TZDate(year, month - 1, day, hour, minute, second, zone).getTime();
