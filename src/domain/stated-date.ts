/** Dates by which something is wanted. A window has days, so a date is told as those that are left until then. */

import { everyMatch } from "./every-match.ts";
import { dayMs } from "./instants.ts";
import { monthOf } from "./quoted-date.ts";
import { rememberedEach } from "./remembered.ts";
import { foldParagraph, foldText, paragraphsOf } from "./sentences.ts";
import { toWall } from "./zone.ts";

/**
 * The text, folded where there is such a date, in which "by December 2" reads "within 12 days": counted from the day on which the letter was received, where IRCC is.
 * Dates that are over, or farther off than half a year, stay.
 */
export const datesAsDays = (text: string, received: Date | null): string => {
  // As it was, what is known of its sentences is known still.
  if (received === null || !paragraphsOf(text).some(holdsDate)) return text;
  const folded = foldText(text);
  const dates = everyMatch(folded, ends);
  const today = Math.floor(toWall(received.getTime(), departments) / dayMs);
  return dates.toReversed().reduce((told, { 0: written, index, groups = {} }) => {
    const { lead = "", heading = "", atEnd } = groups;
    const isBefore = atEnd === undefined && /^(?:before|avant)/.test(lead);
    const left = daysTo(groups, today) - (isBefore ? 1 : 0);
    if (!(left >= 1 && left <= farthest)) return told;
    const isFrench = frenchLeads.has(lead) || /expire le|date limite|echeance/.test(heading);
    const days = isFrench ? `dans les ${left} jours` : `within ${left} days`;
    const stays = heading === "" ? "" : `${heading.replace(/ (?:on|le)$/, "")} `;
    return `${told.slice(0, index)}${stays}${days}${told.slice(index + written.length)}`;
  }, folded);
};

const holdsDate = rememberedEach(
  (paragraph): boolean => everyMatch(foldParagraph(paragraph), ends).length > 0,
);

type Parts = Readonly<Record<string, string | undefined>>;

/** Without a year the next such day is meant. NaN where there is none. */
const daysTo = (
  { iso, slashes, monthFirst, dayLast, dayFirst, monthLast, yearAfter, yearLast }: Parts,
  today: number,
): number => {
  if (iso !== undefined) return Date.parse(iso) / dayMs - today;
  if (slashes !== undefined) return daysToEither(slashes, today);
  const month = monthIndex(monthFirst ?? monthLast ?? "");
  const day = Number(dayLast ?? dayFirst);
  const year = yearAfter ?? yearLast;
  if (year !== undefined) return Date.UTC(Number(year), month, day) / dayMs - today;
  const thisYear = new Date(today * dayMs).getUTCFullYear();
  const days = Date.UTC(thisYear, month, day) / dayMs - today;
  return days < 0 ? Date.UTC(thisYear + 1, month, day) / dayMs - today : days;
};

/** "02/12/2026" is December 2 or February 12: the one that comes first, if it is still to come. */
const daysToEither = (slashes: string, today: number): number => {
  const [one = 0, other = 0, year = 0] = slashes.split("/").map(Number);
  const days = [
    [one, other],
    [other, one],
  ].flatMap(([day = 0, month = 0]) => (month > 12 ? [] : [Date.UTC(year, month - 1, day) / dayMs - today]));
  return Math.min(...days.filter((left) => left >= 1));
};

/** "juin" and "juillet" differ only in the fourth letter. */
const monthIndex = (word: string): number => monthOf(word.slice(0, word.startsWith("jui") ? 4 : 3)) - 1;

/** IANA name: a day ends first there among the places where IRCC writes from. */
const departments = "America/Toronto";
const farthest = 180;

const monthWord =
  "january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|may|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";

const frenchLeads: ReadonlySet<string> = new Set([
  "avant le",
  "au plus tard le",
  "d'ici le",
  "d'ici au",
  "jusqu'au",
]);
const leads = [
  "by",
  "before",
  "no later than",
  "not later than",
  "on or before",
  "until",
  ...frenchLeads,
].join("|");
const weekday =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? ";

/** What is over on that day; it stays in the text. */
const heading =
  "expires? on|expire le|due(?: on)?|(?:deadline|date limite|echeance)(?: (?:for|pour|de) [a-z' ]{3,40}?)?(?: is| est| ?:)(?: le)?";

/** In any of four orders: December 2, 2026; 2 December 2026; 2026-12-02; 02/12/2026. The year may be left out. */
const ends = new RegExp(
  `\\b(?:(?<lead>${leads})|(?<heading>${heading})) (?:(?<atEnd>the end of |midnight,? )(?:the day,? )?(?:on )?)?(?:${weekday})?(?:` +
    `(?<monthFirst>${monthWord})\\.? (?<dayLast>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<yearAfter>20\\d\\d))?|` +
    `(?<dayFirst>\\d{1,2})(?:er|st|nd|rd|th)? (?<monthLast>${monthWord})(?:\\.?,? (?<yearLast>20\\d\\d))?|` +
    `(?<slashes>\\d{1,2}/\\d{1,2}/20\\d\\d)|` +
    `(?<iso>20\\d\\d-\\d\\d-\\d\\d))(?![\\d-])`,
  "g",
);
