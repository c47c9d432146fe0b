/** From the facts of a reminder to its words. Pure: all that people see is composed here. */

import type { LetterFacts, ReminderFacts, ReminderItem } from "./plan.ts";
import { type Task, tasksOfPortal2 } from "./letter.ts";
import { leftByClock } from "./time-left.ts";
import { buttonsOf, doneCommands, type Buttons } from "./wording/buttons.ts";
import { languageFor, phrasebooks } from "./wording/books.ts";
import { aboutItsTime } from "./wording/about-time.ts";
import { calendarWords, noDates, type CalendarWords } from "./wording/calendar.ts";
import { capital } from "./wording/capital.ts";
import { doubts, isDoubted, phrasesOf } from "./wording/doubt.ts";
import { headlineOf } from "./wording/headline.ts";
import { wallClockOf } from "./wording/moments.ts";
import type { Phrasebook, ReminderLanguage } from "./wording/phrasebook.ts";
import { oneLine, quote, quoteAddress } from "./wording/quote.ts";
import { hasClosed, inOrder } from "./wording/sorting.ts";

/** How pressing a task is; decides its colour. */
export type Urgency = "calm" | "soon" | "now" | "over";

export type TaskWords = {
  readonly task: Task;
  /** "Upload your photo". */
  readonly title: string;
  /** "by Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)". */
  readonly deadline: string;
  /** "2 days 3 hours left", or that time is up; null where no end is known. */
  readonly left: string | null;
  /** What the deadline rests on. */
  readonly note: string | null;
  readonly steps: readonly string[];
  readonly urgency: Urgency;
};

/** What is told beside the tasks: a heading and its lines. */
export type Section = { readonly label: string; readonly lines: readonly string[] };

export type Link = { readonly label: string; readonly url: string };

/** Plain text throughout; nothing in it is markup. */
export type ReminderWords = {
  /** BCP 47. */
  readonly tag: string;
  readonly subject: string;
  readonly title: string;
  /** The title for a web hook, without a word of a letter; absent: the title itself. */
  readonly news?: string;
  readonly lead: string;
  /** What must not be overlooked: doubt, and lateness. */
  readonly cautions: readonly string[];
  readonly tasks: readonly TaskWords[];
  readonly sections?: readonly Section[];
  /** Ways out where the portal does not let in any more. */
  readonly trouble: readonly string[];
  readonly remember: readonly string[];
  readonly buttons: Buttons;
  /** What the person's calendar is to learn, where there is anything. */
  readonly calendar?: CalendarWords;
  /** What to write back, where the person prefers that. */
  readonly answer: string;
  /** Commands for the terminal, where no answer can be read. */
  readonly howToMarkDone: readonly string[];
  readonly why: readonly string[];
  readonly links: readonly Link[];
  readonly closing: string;
  readonly labels: Phrasebook["labels"];
};

/** `chosen`: REMIND_LANGUAGE; null for the language of the letters. */
export const wordReminder = (facts: ReminderFacts, chosen: ReminderLanguage | null = null): ReminderWords => {
  const letters = facts.items.map(({ letter }) => letter).filter((letter) => letter !== null);
  const { language = null } = facts;
  return wordIn(phrasebooks[languageFor(chosen, letters.length > 0 ? letters : [{ language }])], facts);
};

const wordIn = (phrases: Phrasebook, facts: ReminderFacts): ReminderWords => {
  const items = inOrder(facts);
  const buttons = buttonsOf({ ...facts, items }, phrases);
  return {
    tag: phrases.tag,
    ...headlineOf(facts, phrases),
    cautions: cautions(facts, phrases),
    tasks: items.map((item) => wordTask(item, facts, phrases)),
    trouble: closedItems(facts).some(({ window }) => tasksOfPortal2.includes(window.task))
      ? phrases.portalTrouble
      : [],
    remember: remember(facts, phrases),
    calendar: calendarWords(facts, phrases),
    buttons,
    answer: answerLine(facts, buttons, phrases),
    howToMarkDone: doneCommands(facts, items),
    why: why(facts, phrases),
    links: links(facts, phrases),
    closing: phrases.footer,
    labels: phrases.labels,
  };
};

const answerLine = ({ items }: ReminderFacts, { later }: Buttons, { answer }: Phrasebook): string => {
  const say = items.length === 1 ? answer.one : answer.several;
  return later === null ? say.last : say.any;
};

/** The same reminder, marked as a sample; it asks for no command that would be noted in a real case. */
export const asSample = (words: ReminderWords, chosen: ReminderLanguage | null = null): ReminderWords => {
  const { sample } = phrasebooks[languageFor(chosen, [])];
  return {
    ...words,
    subject: `${sample.subject} – ${words.subject}`,
    cautions: [sample.lead, ...words.cautions],
    buttons: { done: [], later: null },
    calendar: noDates,
    answer: "",
    howToMarkDone: [],
  };
};

const closedItems = ({ items, now }: ReminderFacts) => items.filter((item) => hasClosed(item, now));

const cautions = (facts: ReminderFacts, phrases: Phrasebook): readonly string[] => [
  ...(facts.uncertain
    ? [
        phrases.uncertain(
          facts.uncertain.letterId,
          facts.uncertain.cases.map((each) => oneLine(each)),
        ),
      ]
    : []),
  ...doubts(facts, phrases),
  ...unreadDates(facts, phrases),
  ...(facts.items.some(({ late }) => late) ? [phrases.late] : []),
];

/** Each letter that is counted from its forward, with the command that tells when it came. */
const unreadDates = ({ items }: ReminderFacts, phrases: Phrasebook): readonly string[] => {
  const ids = items.flatMap(({ letter }) => (letter?.dateUnread === true ? [letter.id] : []));
  return [...new Set(ids)].map((id) => phrases.dateUnread(id));
};

const wordTask = (item: ReminderItem, facts: ReminderFacts, phrases: Phrasebook): TaskWords => {
  const { window } = item;
  const { name, steps, wayOut } = phrasesOf(item, phrases);
  return {
    task: window.task,
    title: capital(name),
    deadline: deadline(item, facts, phrases),
    left: leftOf(item, facts, phrases),
    note: note(item, facts, phrases),
    steps: hasClosed(item, facts.now) ? wayOut : steps,
    urgency: urgency(item, facts.now),
  };
};

const leftOf = (item: ReminderItem, { now }: ReminderFacts, phrases: Phrasebook): string | null => {
  if (hasClosed(item, now)) return item.window.task === "land" ? phrases.overForGood : phrases.over;
  const { closesAt } = item.window;
  return closesAt === null ? null : phrases.left(phrases.duration(leftByClock(now, closesAt)));
};

const deadline = (item: ReminderItem, facts: ReminderFacts, phrases: Phrasebook): string => {
  const { closesAt, approximate } = item.window;
  if (closesAt === null) return phrases.noDeadline;
  const moment = phrases.moment.long(wallClockOf(closesAt, facts.timeZone));
  return hasClosed(item, facts.now)
    ? phrases.ended(moment, approximate)
    : phrases.deadline(moment, approximate);
};

const note = ({ window }: ReminderItem, { timeZone }: ReminderFacts, phrases: Phrasebook): string | null => {
  const { closesAt, basis, days, otherEnds = [] } = window;
  if (closesAt === null) return null;
  const notes = [
    ...(days === null ? [] : [phrases.basis(basis, days)]),
    ...aboutItsTime(window, phrases),
    ...otherEnds.map((end) => phrases.otherEnd(phrases.moment.short(wallClockOf(end, timeZone)))),
  ];
  return notes.join(phrases.noteSeparator) || null;
};

const day = 24 * 60 * 60_000;

const urgency = (item: ReminderItem, now: Date): Urgency => {
  if (hasClosed(item, now)) return "over";
  if (item.window.closesAt === null) return "calm";
  const left = item.window.closesAt.getTime() - now.getTime();
  if (left <= day) return "now";
  return left <= 3 * day ? "soon" : "calm";
};

/** The answer to Portal 1 goes by e-mail: whoever opens the portal instead makes an account they must not make. */
const needsPortal = ({ window }: ReminderItem): boolean => [...tasksOfPortal2, "print"].includes(window.task);

/** The page is about landing inside Canada: whoever lands from outside is not sent there. */
const links = ({ items }: ReminderFacts, { labels, portalPage }: Phrasebook): readonly Link[] => {
  if (items.some(needsPortal)) return [{ label: labels.portal, url: portalPage }];
  const isOutside = items.every(({ window }) => ["passport", "land"].includes(window.task));
  return isOutside ? [] : [{ label: labels.about, url: portalPage }];
};

const remember = ({ items }: ReminderFacts, phrases: Phrasebook): readonly string[] => {
  const has = (tasks: readonly Task[]) => items.some(({ window }) => tasks.includes(window.task));
  return [
    ...(has(["reply"]) ? [phrases.seenByItself] : []),
    ...(has(["reply", ...tasksOfPortal2]) || items.some(isInside) ? [phrases.stayInCanada] : []),
  ];
};

/** An eCoPR in doubt: whoever lands from outside waits for none. */
const isInside = (item: ReminderItem): boolean =>
  isDoubted(item) && !["passport", "land"].includes(item.window.task);

/** Each letter once, however many windows it opened. */
const why = (facts: ReminderFacts, phrases: Phrasebook): readonly string[] => {
  const letters = new Map(
    facts.items.flatMap(({ letter }) => (letter === null ? [] : [[letter.id, letter]])),
  );
  const told = facts.items.some(({ letter }) => letter === null);
  return [
    ...[...letters.values()].flatMap((letter) => whyLetter(letter, facts.timeZone, phrases)),
    ...(told ? [phrases.why.person] : []),
    phrases.why.case(oneLine(facts.caseLabel)),
  ];
};

const whyLetter = (
  letter: LetterFacts,
  timeZone: string,
  { why: say, moment }: Phrasebook,
): readonly string[] => [
  say.letter(quote(letter.subject), quoteAddress(letter.sender)),
  letter.dateUnread === true
    ? say.forwardedAt(moment.long(wallClockOf(letter.receivedAt, timeZone)), quote(letter.folder))
    : say.received(
        moment.long(wallClockOf(letter.receivedAt, timeZone)),
        letter.approximate,
        quote(letter.folder),
      ),
  ...(letter.forwardedBy === null ? [] : [say.forwarded(quoteAddress(letter.forwardedBy))]),
  // Nobody signs a bounce.
  ...(letter.kind === "reply_bounced" ? [] : [howSure(letter, say)]),
];

const howSure = ({ trust, forwardedBy }: LetterFacts, say: Phrasebook["why"]): string => {
  if (trust !== "verified") return say.unverified;
  return forwardedBy === null ? say.verified : say.verifiedForward;
};
