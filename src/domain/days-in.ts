/** Numbers of days, as text says them: "14 days", "vingt et un jours", "72 hours", "one week". Text is folded. */

import { everyMatch } from "./every-match.ts";
import { rememberedPieces } from "./remembered.ts";
import { joinLines } from "./sentences.ts";

const units =
  "un two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const unites =
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );

const numberWords: ReadonlyMap<string, number> = new Map([
  ...[...units, "twenty"].map((word, at) => [word === "un" ? "one" : word, at + 1] as const),
  ...[...unites, "vingt"].map((word, at) => [word, at + 1] as const),
  ...units.slice(0, 9).map((word, at) => [`twenty-${word === "un" ? "one" : word}`, at + 21] as const),
  ...unites.slice(1, 9).map((word, at) => [`vingt-${word}`, at + 22] as const),
  ["vingt et un", 21],
  ["thirty", 30],
  ["trente", 30],
]);

const words = [...numberWords.keys()].toSorted((one, other) => other.length - one.length).join("|");
const daysPattern = new RegExp(
  `(?<!\\b(?:last|past|previous|derniers) )(?<![\\d.,-])\\b(\\d{1,3}|${words})(?:-\\d{1,3}| (?:to|or|a|ou) (?:\\d{1,3}|${words}))?(?: ?\\(\\d{1,3}\\))?[ -](?:calendar |full |consecutive )?(?:days?|jours?)\\b(?! (?:ago|old|ouvrables|business))`,
  "g",
);

const otherUnitsPattern = new RegExp(
  `\\b(?:have|got|avez|disposez de|within|in|for|after|before|sous|dans|pendant|apres|d'ici|delai de|next|prochaine?s|(?:deadline|delai|echeance|date limite) ?:)(?: (?:no more than|at most|less than|the|a|les?|un|une|next|prochaine?s|delai|periode|period|of|de|d'|maximum)){0,3} (?:d'|l')?(\\d{1,3}|${words}|une|a)(?: ?\\(\\d{1,3}\\))?[ -](?:(hours?|heures?)|(weeks?|semaines?)|(?:business|working) days?|jours ouvr(?:ables|es))\\b`,
  "g",
);
/** What IRCC does, or takes for it, is no time of the reader's; what it asks for is. */
const ofIrcc =
  /\b(?:we(?! (?:ask|request|invite|expect)\b)|nous(?! (?:vous )?(?:demandons|prions|invitons)\b)|may take|can take|takes|peut prendre|prendra|you will (?:receive|get|be able)|vous (?:recevrez|pourrez)|process\w*|traite\w*)\b/;

/** Days that are told in hours (whole days), weeks, or working days (as so many days, which end no later). */
export const otherUnitsIn = (line: string): readonly number[] =>
  ofIrcc.test(line)
    ? []
    : everyMatch(line, otherUnitsPattern).map(([, word = "", hours, weeks]) => {
        const number = word === "une" || word === "a" ? 1 : (numberWords.get(word) ?? Number(word));
        return hours !== undefined ? Math.floor(number / 24) : weeks !== undefined ? number * 7 : number;
      });

/** All the numbers of days that a text says, in figures or words; none beyond a year. */
export const daysIn = rememberedPieces((text): readonly number[] => {
  if (!/(?:day|jour|hour|heure|week|semaine)s?\b/.test(text)) return [];
  const line = joinLines(text);
  const found = everyMatch(line, daysPattern).map(([, word = ""]) => numberWords.get(word) ?? Number(word));
  return [...new Set([...found, ...otherUnitsIn(line)])].filter((days) => days >= 1 && days <= 365);
});

/** The line without its days. */
export const withoutDays = (line: string): string => line.replaceAll(daysPattern, "");
