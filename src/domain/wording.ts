/** From the facts of a reminder to its words. Pure: all that people see is composed here. */

import type { LetterFacts, ReminderFacts, ReminderItem } from "./plan.ts";
import type { Task } from "./letter.ts";
import { timeLeftByClock } from "./time-left.ts";
import { english, type Phrasebook } from "./wording/english.ts";
import { headlineOf } from "./wording/headline.ts";
import { longMoment } from "./wording/moments.ts";
import { oneLine, quote, quoteAddress } from "./wording/quote.ts";
import { hasClosed } from "./wording/sorting.ts";

/** How pressing a task is; decides its colour. */
export type Urgency = "calm" | "soon" | "now" | "over";

export type TaskWords = {
  readonly task: Task;
  /** "Upload your photo". */
  readonly title: string;
  /** "by Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)". */
  readonly deadline: string;
  /** "2 days 3 hours left"; null where no end is known or it has passed. */
  readonly left: string | null;
  /** What the deadline rests on. */
  readonly note: string | null;
  readonly steps: readonly string[];
  readonly urgency: Urgency;
};

export type Link = { readonly label: string; readonly url: string };

/** Plain text throughout; nothing in it is markup. */
export type ReminderWords = {
  readonly subject: string;
  readonly title: string;
  readonly lead: string;
  /** What must not be overlooked: doubt, lateness, windows that are over. */
  readonly cautions: readonly string[];
  readonly tasks: readonly TaskWords[];
  readonly remember: readonly string[];
  readonly howToMarkDone: readonly string[];
  readonly why: readonly string[];
  readonly links: readonly Link[];
  readonly closing: string;
  readonly labels: Phrasebook["labels"];
};

/** docs/domain.md sources [2] and [3]; the only page that a reminder links to. */
const portalPage =
  "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html";

export const wordReminder = (facts: ReminderFacts, phrases: Phrasebook = english): ReminderWords => ({
  ...headlineOf(facts, phrases),
  cautions: cautions(facts, phrases),
  tasks: facts.items.map((item) => wordTask(item, facts, phrases)),
  remember: stillInPortal(facts) ? [phrases.stayInCanada] : [],
  howToMarkDone: facts.items.map(({ window }) => phrases.howToMarkDone(window.task)),
  why: why(facts, phrases),
  links: [{ label: phrases.labels.portal, url: portalPage }],
  closing: phrases.footer,
  labels: phrases.labels,
});

/** The same reminder, marked as a sample in its subject and its first sentence. */
export const asSample = (words: ReminderWords, phrases: Phrasebook = english): ReminderWords => ({
  ...words,
  subject: `${phrases.sample.subject} – ${words.subject}`,
  cautions: [phrases.sample.lead, ...words.cautions],
});

const cautions = (facts: ReminderFacts, phrases: Phrasebook): readonly string[] => {
  const closed = facts.items.filter((item) => hasClosed(item, facts.now));
  const doubted = facts.items.some(({ window }) => window.trust === "unverified");
  return [
    ...(doubted ? [phrases.unverified] : []),
    ...(facts.items.some(({ late }) => late) ? [phrases.late] : []),
    ...(closed.length > 0 && closed.length < facts.items.length
      ? [phrases.someClosed(closed.map(({ window }) => window.task))]
      : []),
  ];
};

const wordTask = (item: ReminderItem, facts: ReminderFacts, phrases: Phrasebook): TaskWords => {
  const { window } = item;
  const closed = hasClosed(item, facts.now);
  return {
    task: window.task,
    title: phrases.task(window.task),
    deadline: deadline(item, facts, phrases),
    left:
      closed || window.closesAt === null ? null : phrases.left(timeLeftByClock(facts.now, window.closesAt)),
    note: note(item, phrases),
    steps: closed ? phrases.wayOut(window.task) : phrases.steps(window.task),
    urgency: urgency(item, facts.now),
  };
};

const deadline = (item: ReminderItem, facts: ReminderFacts, phrases: Phrasebook): string => {
  const { closesAt, approximate } = item.window;
  if (closesAt === null) return phrases.noDeadline;
  const moment = longMoment(closesAt, facts.timeZone);
  return hasClosed(item, facts.now)
    ? phrases.ended(moment, approximate)
    : phrases.deadline(moment, approximate);
};

const note = ({ window }: ReminderItem, phrases: Phrasebook): string | null => {
  if (window.closesAt === null) return null;
  const notes = [phrases.basis(window), window.approximate ? phrases.atTheEarliest : null];
  return notes.filter((part) => part !== null).join("; ") || null;
};

const day = 24 * 60 * 60_000;

const urgency = (item: ReminderItem, now: Date): Urgency => {
  if (hasClosed(item, now)) return "over";
  if (item.window.closesAt === null) return "calm";
  const left = item.window.closesAt.getTime() - now.getTime();
  if (left <= day) return "now";
  return left <= 3 * day ? "soon" : "calm";
};

const portalTasks: readonly Task[] = ["reply", "password", "presence", "address", "photo"];

const stillInPortal = ({ items }: ReminderFacts): boolean =>
  items.some(({ window }) => portalTasks.includes(window.task));

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

const whyLetter = (letter: LetterFacts, timeZone: string, { why: say }: Phrasebook): readonly string[] => [
  say.letter(quote(letter.subject), quoteAddress(letter.sender)),
  say.received(longMoment(letter.receivedAt, timeZone), letter.approximate, quote(letter.folder)),
  ...(letter.forwardedBy === null ? [] : [say.forwarded(quoteAddress(letter.forwardedBy))]),
  letter.trust === "verified" ? say.verified : say.unverified,
];
