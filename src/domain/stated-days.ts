/** The number of days that a letter itself states for a task; no guess where it is unclear whose days they are. */

import { daysIn, otherUnitsIn, withoutDays } from "./days-in.ts";
import type { Task } from "./letter.ts";
import { isAvailableFor, isGeneral, isReadersTime, isTimeAlone, pointsBack } from "./readers-time.ts";
import { joinLines, sentencesOf } from "./sentences.ts";
import { rules } from "./window-rules.ts";

export type StatedDays = Readonly<Partial<Record<Task, number>>>;

/** Looks for the days of these tasks. Of two different numbers the smaller counts where it is less than usual, else none. */
export const statedDays = (text: string, tasks: readonly Task[]): StatedDays => {
  const found = new Map<Task, Set<number>>();
  for (const [task, days] of mentionsIn(text, tasks))
    found.set(task, (found.get(task) ?? new Set()).add(days));
  return Object.fromEntries(
    [...found].flatMap(([task, days]) => {
      const least = Math.min(...days);
      return days.size === 1 || least < usualDays(task) ? [[task, least]] : [];
    }),
  );
};

const mentionsIn = (text: string, tasks: readonly Task[]): readonly (readonly [Task, number])[] =>
  passagesOf(text).flatMap((passage, at, passages) => {
    const numbers = daysIn(passage);
    if (numbers.length === 0) return [];
    const meant = meantBy(passage, passages[at - 1] ?? "", tasks);
    return attribute(passage, numbers, meant).flatMap(([list, days, clause]) =>
      list
        .filter((task) => counts({ passage, clause, days }, task, tasks))
        .map((task) => [task, days] as const),
    );
  });

type Meant = {
  /** Those that a letter is about. */
  readonly tasks: readonly Task[];
  /** Those of a sentence that names none. */
  readonly unnamed: readonly Task[];
};

/** "Upload another one within 3 days", "declare your presence and give your address. You have 5 days." */
const meantBy = (passage: string, before: string, tasks: readonly Task[]): Meant => {
  const line = joinLines(passage);
  return { tasks, unnamed: tasks.length === 1 ? soleTask(line, tasks) : severalTasks(line, before, tasks) };
};

const soleTask = (line: string, tasks: readonly Task[]): readonly Task[] => {
  if (tasks[0] === "print" && isAvailableFor(line)) return tasks;
  if (!isReadersTime(line)) return [];
  return tasks.filter(
    (task) => ofAll.test(line) || pointsBack(line) || Math.max(...daysIn(line)) <= usualDays(task),
  );
};

const severalTasks = (line: string, before: string, tasks: readonly Task[]): readonly Task[] => {
  if (ofAll.test(line)) return isReadersTime(line) ? tasks : [];
  const isOfBefore = isTimeAlone(line) && daysIn(before).length === 0 && isReadersTime(line);
  return isOfBefore ? tasksIn(before, { tasks, unnamed: [] }) : [];
};

const ofAll =
  /\b(?:the|all of the) above\b|^(?:the |your )?deadline\b|\bce qui precede\b|^(?:la |le |l'|votre )?(?:date limite|delai|echeance)\b/;

/** Sentences; one that ends in a colon with the items of its list, as far as they have no number of their own. */
const passagesOf = (text: string): readonly string[] => {
  const passages: string[] = [];
  let [isHeading, before] = [false, ""];
  for (const written of withNumbers(sentencesOf(text))) {
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

/** "1." looks like a sentence of its own, and numbers the one behind it. */
const withNumbers = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence, at) => {
    if (isNumber(sentence)) return [];
    const before = sentences[at - 1] ?? "";
    return [isNumber(before) ? `${before} ${sentence}` : sentence];
  });

const isNumber = (sentence: string): boolean => /^\d{1,2}\.$/.test(sentence);

/** In a list it says nothing that the list does not. */
const sequel = /^(\W{0,9}(?:\d{1,2}[.)] )?)(?:and |et )?(?:then|puis|ensuite),? /;

/** What may put a window off, or makes one where there is none, has to be said of the reader's time, in days; nothing may where another rule says so. */
const counts = (
  { passage, clause, days }: { passage: string; clause: string; days: number },
  task: Task,
  tasks: readonly Task[],
): boolean =>
  task !== "reply" && days <= usualDays(task)
    ? !isGeneral(joinLines(passage))
    : days < cardRule &&
      isReadersTime(joinLines(passage), joinLines(clause)) &&
      (task === "reply" || !otherUnitsIn(joinLines(passage)).includes(days)) &&
      !isOfSigningIn(passage, task, tasks);

/** Photo and address within 180 days, or a fee is due: the rule of the first card, no time of the portal's (docs/domain.md 0.7). */
const cardRule = 180;

/**
 * "Sign in within 14 days, declare your presence, upload a photo": the longer time may be that of signing in alone, so it
 * puts off nothing beyond its usual time (docs/domain.md section 3: 14 days for the password, 7 for the rest).
 */
const isOfSigningIn = (passage: string, task: Task, tasks: readonly Task[]): boolean =>
  task !== "password" &&
  tasks.includes("password") &&
  daysIn(passage).length === 1 &&
  (named.password.test(passage) || signIn.test(passage));

const usualDays = (task: Task): number => rules.find((rule) => rule.task === task)?.days ?? Infinity;
const signIn =
  /\b(?:sign|log)(?:ging|ning)?[ -](?:in|on)\b|\blogin\b|\bconnect(?:er|ez)\b|\bouvr\w+ (?:une |votre )?session/;

type Attribution = readonly [tasks: readonly Task[], days: number, clause: string];

/** One number in a sentence is for every task in it; of several, each is for the tasks of its own clause. */
const attribute = (sentence: string, numbers: readonly number[], tasks: Meant): readonly Attribution[] => {
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [[tasksOfOne(sentence, tasks), only, sentence]];
  const clauses = clausesOf(sentence);
  // A number that its line's end parts from its "days" may be that of what follows.
  const isWhole = new Set(clauses.flatMap(daysIn)).size === numbers.length;
  let begun: number | null = null;
  return clauses.flatMap((clause): Attribution[] => {
    const [days, other] = daysIn(clause);
    if (other !== undefined) return [];
    if (days !== undefined) begun = isWhole && beginsList.test(joinLines(clause)) ? days : null;
    const meant = days ?? begun;
    return meant === null ? [] : [[tasksIn(clause, tasks), meant, clause]];
  });
};

/** "Within 5 days to declare your presence, confirm the address and upload a photo": what is listed behind is within them too. */
const beginsList = /\bdays? (?:to|for|you must|you have to)\b|\bjours (?:pour|afin de|vous devez)\b/;

/** "Change the password within 14 days, then confirm your address": the days are those of what comes first. */
const tasksOfOne = (sentence: string, tasks: Meant): readonly Task[] => {
  const [first = ""] = joinLines(sentence).split(
    /,? (?:and |et )?(?:then|puis|ensuite|after that|apres quoi) /,
  );
  const own = daysIn(first).length === 1 ? tasksIn(first, tasks) : [];
  return own.length > 0 ? own : tasksIn(sentence, tasks);
};

/** "You will receive the password in another e-mail. You must change it within 14 days." */
const changeIt =
  /\bchoose (?:another|a new one|your own)\b|\b(?:change|replace|reset) it\b|\bl[ea] (?:changer|remplacer|modifier)\b|\b(?:changez|remplacez|modifiez)-l[ea]\b/;

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

const isBare = (line: string): boolean =>
  daysIn(line).length === 1 &&
  withoutDays(joinLines(line)).trim().length < 12 &&
  !Object.values(named).some((name) => name.test(line));

const named: Readonly<Record<Task, RegExp>> = {
  reply: /\b(?:reply|respond|answer|repond\w*|reponse)\b/,
  password: /\bpassword|mot de passe|\bcredentials\b|\bidentifiants\b/,
  presence:
    /\bpresence\b|(?<!solemn )\bdeclarations?\b(?! (?:that|of (?!presence)))|(?:declar|attest)[^.]{0,60}canada|(?:present|physically) in canada|confirm[^.]{0,40}(?:in|au) canada/,
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
  /\b(?:all|these|those|three|following|remaining|new|the|this|your|each) (?:[a-z]{1,12} )?(?:tasks?|steps?|actions?)\b|\b(?:complete|finish|do) (?:it|them|this|everything|all)\b|\b(?:please|must|to) act\b|\b(?:les|ces|trois|cette|nouvelle|toutes les|la) (?:[a-z]{1,12} )?(?:taches?|etapes?)\b/;
const inPortal: readonly Task[] = ["presence", "address", "photo"];

const tasksIn = (text: string, { tasks, unnamed }: Meant): readonly Task[] => {
  const line = joinLines(text);
  const own = tasks.filter((task) => named[task].test(line));
  if (own.length > 0) return own;
  const all = together.test(line) ? tasks.filter((task) => inPortal.includes(task)) : [];
  return all.length > 0 ? all : unnamed;
};
