/** The number of days that a letter itself states for a task; no guess where it is unclear whose days they are. */

import type { Task } from "./letter.ts";
import { rememberedEach } from "./remembered.ts";
import { joinLines, sentencesOf } from "./sentences.ts";
import { rules } from "./window-rules.ts";

export type StatedDays = Readonly<Partial<Record<Task, number>>>;

/** Looks for the days of these tasks. Two different numbers for one task are none. */
export const statedDays = (text: string, tasks: readonly Task[]): StatedDays => {
  const found = new Map<Task, Set<number>>();
  const mentions = passagesOf(text).flatMap((passage) =>
    attribute(passage, daysIn(passage), tasks).map(
      ([list, days]) =>
        [
          list.filter(
            (task) => !isOfSigningIn(passage, task, days, tasks) && !putsOffByOtherUnits(passage, task, days),
          ),
          days,
        ] as const,
    ),
  );
  for (const [list, days] of mentions)
    for (const task of list) found.set(task, (found.get(task) ?? new Set()).add(days));
  const clear = [...found].filter(([, days]) => days.size === 1);
  return Object.fromEntries(clear.map(([task, days]) => [task, Math.max(...days)]));
};

/** Sentences; one that ends in a colon with the items of its list, as far as they have no number of their own. */
const passagesOf = (text: string): readonly string[] => {
  const passages: string[] = [];
  let [isHeading, before] = [false, ""];
  for (const written of sentencesOf(text)) {
    const sentence = named.password.test(before) ? written.replace(changeIt, "$& password") : written;
    before = written;
    const isItem = /^(?:[-*•·▪–o] |\d{1,2}[.)] )/.test(sentence);
    const numbers = daysIn(sentence);
    if (!isItem) isHeading = /:\s*$/.test(sentence) && numbers.length === 1;
    if (isItem && isHeading && numbers.length === 0)
      passages.push(`${passages.pop() ?? ""}\n${sentence.replace(sequel, "$1")}`);
    else passages.push(sentence);
  }
  return passages;
};

/** In a list it says nothing that the list does not. */
const sequel = /^(\W{0,9}(?:\d{1,2}[.)] )?)(?:and |et )?(?:then|puis|ensuite),? /;

/**
 * "Sign in within 14 days, declare your presence, upload a photo": the longer time may be that of signing in alone, so it
 * puts off nothing beyond its usual time (docs/domain.md section 3: 14 days for the password, 7 for the rest).
 */
const isOfSigningIn = (passage: string, task: Task, days: number, tasks: readonly Task[]): boolean =>
  task !== "password" &&
  tasks.includes("password") &&
  daysIn(passage).length === 1 &&
  days > usualDays(task) &&
  (named.password.test(passage) || signIn.test(passage));

/** Hours, weeks and working days are no days: as the letter's own they may only shorten the usual time. */
const putsOffByOtherUnits = (passage: string, task: Task, days: number): boolean =>
  days > usualDays(task) && otherUnitsIn(joinLines(passage)).includes(days);

const usualDays = (task: Task): number => rules.find((rule) => rule.task === task)?.days ?? Infinity;
const signIn =
  /\b(?:sign|log)(?:ging|ning)?[ -](?:in|on)\b|\blogin\b|\bconnect(?:er|ez)\b|\bouvr\w+ (?:une |votre )?session/;

type Attribution = readonly [tasks: readonly Task[], days: number];

/** One number in a sentence is for every task in it; of several, each is for the tasks of its own clause. */
const attribute = (
  sentence: string,
  numbers: readonly number[],
  tasks: readonly Task[],
): readonly Attribution[] => {
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [[tasksOfOne(sentence, tasks), only]];
  const clauses = clausesOf(sentence);
  // A number that its line's end parts from its "days" may be that of what follows.
  const isWhole = new Set(clauses.flatMap(daysIn)).size === numbers.length;
  let begun: number | null = null;
  return clauses.flatMap((clause): Attribution[] => {
    const [days, other] = daysIn(clause);
    if (other !== undefined) return [];
    if (days !== undefined) begun = isWhole && beginsList.test(joinLines(clause)) ? days : null;
    const meant = days ?? begun;
    return meant === null ? [] : [[tasksIn(clause, tasks), meant]];
  });
};

/** "Within 5 days to declare your presence, confirm the address and upload a photo": what is listed behind is within them too. */
const beginsList = /\bdays? (?:to|for|you must|you have to)\b|\bjours (?:pour|afin de|vous devez)\b/;

/** "Change the password within 14 days, then confirm your address": the days are those of what comes first. */
const tasksOfOne = (sentence: string, tasks: readonly Task[]): readonly Task[] => {
  const [first = ""] = joinLines(sentence).split(
    /,? (?:and |et )?(?:then|puis|ensuite|after that|apres quoi) /,
  );
  const own = daysIn(first).length === 1 ? tasksIn(first, tasks) : [];
  return own.length > 0 ? own : tasksIn(sentence, tasks);
};

/** "You will receive the password in another e-mail. You must change it within 14 days." */
const changeIt = /\b(?:change|replace|reset) it\b|\bl[ea] (?:changer|remplacer|modifier)\b/;

/** A line that holds nothing but a number, such as a table's cell, belongs to the line before it. */
const clausesOf = (sentence: string): readonly string[] => {
  const lines = unwrapped(sentence.split("\n"));
  return lines.flatMap((line, at) =>
    isBare(line)
      ? [`${lines[at - 1] ?? ""} ${line}`]
      : line
          .split(";")
          .flatMap((part) => (daysIn(part).length === 1 ? [part] : part.split(/, | and | et (?!un )/))),
  );
};

/** Prose that was broken at some width says what it says in one line; rows, cells and lines that begin alike stay. */
const unwrapped = (lines: readonly string[]): readonly string[] => {
  const full = lines.slice(0, -1).filter((line) => !line.includes("://"));
  const longest = Math.max(...lines.filter((line) => !line.includes("://")).map(({ length }) => length));
  const isProse =
    longest >= shortestWidth &&
    full.every((line) => line.length >= longest / 2) &&
    !lines.some((line) => /[|\t]/.test(line));
  return isProse && !beginAlike(lines) ? [lines.join(" ")] : lines;
};

const shortestWidth = 25;

const beginAlike = (lines: readonly string[]): boolean =>
  new Set(lines.map((line) => line.trim().split(" ", 1)[0])).size === 1;

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
  `(?<!\\b(?:last|past|previous|derniers) )(?<![\\d.,-])\\b(\\d{1,3}|${words})(?: ?\\(\\d{1,3}\\))?[ -](?:calendar |full |consecutive )?(?:days?|jours?)\\b(?! (?:ago|old|ouvrables|business))`,
  "g",
);

const otherUnitsPattern = new RegExp(
  `\\b(?:within|in|for|after|before|sous|dans|pendant|apres|d'ici|delai de|next|prochaine?s)(?: (?:the|a|les?|un|une|next|prochaine?s|delai|periode|period|of|de|d'|maximum)){0,3} (?:d'|l')?(\\d{1,3}|${words})(?: ?\\(\\d{1,3}\\))?[ -](?:(hours?|heures?)|(weeks?|semaines?)|(?:business|working) days?|jours ouvr(?:ables|es))\\b`,
  "g",
);
/** What IRCC does, or takes for it, is no time of the reader's. */
const ofIrcc =
  /\b(?:we|nous|may take|can take|takes|peut prendre|prendra|you will (?:receive|get|be able)|vous (?:recevrez|pourrez)|process\w*|traite\w*)\b/;

/** Days that are told in hours (whole days), weeks, or working days (as so many days, which end no later). */
const otherUnitsIn = (line: string): readonly number[] =>
  ofIrcc.test(line)
    ? []
    : [...line.matchAll(otherUnitsPattern)].map(([, word = "", hours, weeks]) => {
        const number = numberWords.get(word) ?? Number(word);
        return hours !== undefined ? Math.floor(number / 24) : weeks !== undefined ? number * 7 : number;
      });

const daysIn = rememberedEach((text): readonly number[] => {
  if (!/(?:day|jour|hour|heure|week|semaine)s?\b/.test(text)) return [];
  const line = joinLines(text);
  const found = [...line.matchAll(daysPattern)].map(([, word = ""]) => numberWords.get(word) ?? Number(word));
  return [...new Set([...found, ...otherUnitsIn(line)])].filter((days) => days >= 1 && days <= 365);
});

const isBare = (line: string): boolean =>
  daysIn(line).length === 1 && joinLines(line).replaceAll(daysPattern, "").trim().length < 12;

const named: Readonly<Record<Task, RegExp>> = {
  reply: /\b(?:reply|respond|answer|repond\w*|reponse)\b/,
  password: /\bpassword|mot de passe|\bcredentials\b|\bidentifiants\b/,
  presence:
    /\bpresence\b|(?<!solemn )\bdeclarations?\b(?! (?:that|of (?!presence)))|declar[^.]{0,60}canada|(?:present|physically) in canada|confirm[^.]{0,40}(?:in|au) canada/,
  address: /(?<!mail |mail-)\baddress\b|\badresse\b(?! (?:de )?courriel| electronique)/,
  photo: /\bphoto/,
  // Not how long it is valid, nor when it comes back.
  passport: /^(?!.*\b(?:return|valid|expir|retourn)).*\bpasse?ports?\b/,
  // Its end is a date on paper, which the person tells.
  land: /(?!)/,
  print: /\bprint|\bdownload|\bimprim|\btelecharg/,
  card: /\bpr card\b|permanent resident card|carte rp\b|carte de resident/,
};

/** "The three tasks", "complete it": what the portal asks for, all of it. */
const together =
  /\b(?:all|these|those|three|following|remaining|new|the|this|your|each) (?:[a-z]{1,12} )?(?:tasks?|steps?|actions?)\b|\b(?:complete|finish|do) (?:it|them|this|everything|all)\b|\b(?:les|ces|trois|cette|nouvelle|toutes les|la) (?:[a-z]{1,12} )?(?:taches?|etapes?)\b/;
const inPortal: readonly Task[] = ["presence", "address", "photo"];

const tasksIn = (text: string, tasks: readonly Task[]): readonly Task[] => {
  const line = joinLines(text);
  const own = tasks.filter((task) => named[task].test(line));
  return own.length === 0 && together.test(line) ? tasks.filter((task) => inPortal.includes(task)) : own;
};
