/** Subject, title and first sentence: what a tired person on a phone reads in ten seconds. */

import { dayMs } from "../instants.ts";
import type { ReminderFacts, ReminderItem } from "../plan.ts";
import { amountsOf, leftByClock } from "../time-left.ts";
import { namesOf, sortOf, toldLetters, type ToldLetter } from "./doubt.ts";
import { wallClockOf } from "./moments.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { oneLine } from "./quote.ts";
import { endsOf, hasClosed, topicOf, type Topic } from "./sorting.ts";

export type Headline = { readonly subject: string; readonly title: string; readonly lead: string };

export const headlineOf = (facts: ReminderFacts, phrases: Phrasebook): Headline => {
  const topic = topicOf(facts.items, facts.now);
  const closed = facts.items.filter((item) => hasClosed(item, facts.now));
  const open = facts.items.filter((item) => !closed.includes(item));
  const told: Told = { facts, open, closed, letters: news(open), phrases };
  const title = titles[topic](told);
  return { title, subject: whose(facts, phrases) + title + end(topic, told), lead: leads[topic](told) };
};

/** Which case it is about, where there are several. */
const whose = ({ amongSeveral, caseLabel }: ReminderFacts, { subject }: Phrasebook): string =>
  amongSeveral === true ? subject.ofCase(oneLine(caseLabel, longestLabel)) : "";

/** In a list on a phone a subject has some forty characters. */
const longestLabel = 24;

type Told = {
  readonly facts: ReminderFacts;
  readonly open: readonly ReminderItem[];
  readonly closed: readonly ReminderItem[];
  /** The letters that the news is about. */
  readonly letters: readonly ToldLetter[];
  readonly phrases: Phrasebook;
};

const news = (open: readonly ReminderItem[]) => toldLetters(open.filter(({ step }) => step === "opening"));

const titles: Readonly<Record<Topic, (told: Told) => string>> = {
  arrival: (told) => {
    const { open, closed, letters, phrases } = told;
    const names = namesOf(open, phrases);
    if (letters.length === 0) return closedFirst(told) + phrases.subject.noted(names);
    if (hasBounced(letters)) return closedFirst(told) + phrases.subject.bounced(names);
    if (isReturnedPhoto(letters) && names.length === 1)
      return closedFirst(told) + phrases.subject.photoReturned;
    if (!isOwnEcopr(told) || names.length !== 1)
      return phrases.subject.arrival(letters, names, closed.length);
    return phrases.subject[isOfAnother(letters) ? "familyEcopr" : "ecopr"](closed.length);
  },
  countdown: (told) => {
    const { facts, open, phrases } = told;
    const left = phrases.duration(leftByClock(facts.now, endsOf(open, facts.now)[0]!.closesAt));
    return closedFirst(told) + phrases.subject.countdown(left, namesOf(open, phrases));
  },
  nudge: (told) => {
    const { open, phrases } = told;
    const say = open.some(({ window }) => window.task === "reply") ? "waited" : "openFor";
    return closedFirst(told) + phrases.subject[say](waited(told), namesOf(open, phrases));
  },
  closed: (told) => {
    const { closed, phrases } = told;
    return phrases.subject[isForGood(told) ? "closedForGood" : "closed"](namesOf(closed, phrases));
  },
  nothing: ({ phrases }) => phrases.subject.nothing,
};

/** A confirmation that has ended lets nobody land any more (docs/domain.md [33]); all else may still work. */
const isForGood = ({ closed }: Told): boolean => closed.every(({ window }) => window.task === "land");

const closedFirst = ({ closed, phrases }: Told): string =>
  closed.length === 0 ? "" : phrases.subject.closedFirst(namesOf(closed, phrases));

/** A genuine eCoPR is told by what it is where it is known whose it is; all other letters by their arrival. */
const isOwnEcopr = ({ facts, letters }: Told): boolean =>
  !isUncertain(facts) && letters.every(({ kind, doubted }) => kind === "ecopr" && !doubted);

/** Nobody said yet whose letter it is: it lies in a case of its own, and settles nothing. */
const isUncertain = ({ uncertain = null }: ReminderFacts): boolean => uncertain !== null;

const isOfAnother = (letters: readonly ToldLetter[]): boolean => letters.every(({ ofAnother }) => ofAnother);

const isReturnedPhoto = (letters: readonly ToldLetter[]): boolean =>
  letters.every((letter) => sortOf(letter) === "photo_returned" && !letter.doubted);

/** An answer that came back is an alert, whatever else is told. */
const hasBounced = (letters: readonly ToldLetter[]): boolean =>
  letters.some(({ kind }) => kind === "reply_bounced");

const leads: Readonly<Record<Topic, (told: Told) => string>> = {
  arrival: (told) => {
    const { letters, phrases } = told;
    if (letters.length === 0) return phrases.lead.noted;
    return hasBounced(letters)
      ? phrases.lead.bounced
      : [...leadOfSure(told), ...leadOfDoubted(told), ...ageOf(told)].join(" ");
  },
  countdown: (told) => asked(told) + told.phrases.lead[told.closed.length === 0 ? "countdown" : "someClosed"],
  nudge: (told) => asked(told) + told.phrases.lead.nudge(waited(told)),
  closed: (told) => told.phrases.lead[isForGood(told) ? "closedForGood" : "closed"],
  nothing: ({ phrases }) => phrases.lead.nothing,
};

const asked = ({ open, phrases }: Told): string =>
  open.some((item) => item.asked) ? phrases.lead.asked : "";

/** What the furthest letter that is not in doubt says. */
const leadOfSure = ({ facts, open, letters, phrases: { lead } }: Told): readonly string[] => {
  const furthest = letters.findLast(({ doubted }) => !doubted);
  if (furthest === undefined) return [];
  const tasks = open.map(({ window }) => window.task);
  if (furthest.kind === "portal1") return [lead.portal1];
  if (furthest.kind === "portal2") return [tasks.includes("password") ? lead.portal2 : lead.portal2Existing];
  if (sortOf(furthest) === "photo_returned") return [lead.photoReturned];
  if (sortOf(furthest) === "passport_request") return [lead.passport];
  if (furthest.kind !== "ecopr") return [lead.other];
  if (isUncertain(facts)) return [lead.uncertainEcopr];
  if (furthest.ofAnother) return [lead.familyEcopr];
  const isSettled = facts.othersOpen !== true && tasks.every((task) => task === "print");
  return isSettled ? [lead.ecopr, lead.settled] : [lead.ecopr];
};

const leadOfDoubted = ({ letters, phrases: { lead } }: Told): readonly string[] => {
  const doubted = letters.filter((letter) => letter.doubted);
  if (doubted.length === 0) return [];
  const kinds = [...new Set(doubted.map(({ kind }) => kind))];
  return [kinds.includes("ecopr") ? lead.claimedEcopr : lead.claimed(kinds)];
};

/** A letter that was found late is told with its age: "arrived" alone sounds like today. */
const ageOf = ({ facts, letters, phrases: { lead, duration } }: Told): readonly string[] => {
  const [letter, ...others] = letters;
  const age = facts.now.getTime() - letter!.receivedAt.getTime();
  if (others.length > 0 || age < dayMs) return [];
  const since = duration(amountsOf(age));
  return [letter!.dateUnread === true ? lead.forwardedAgo(since) : lead.age(since, letter!.approximate)];
};

const waited = ({ facts, open, phrases }: Told): string =>
  phrases.duration(amountsOf(facts.now.getTime() - open[0]!.window.opensAt.getTime()));

/** When the first window closes, for a subject that has one to tell. */
const end = (topic: Topic, told: Told): string => {
  const { facts, letters, phrases } = told;
  const ends = endsOf(facts.items, facts.now);
  const first = ends[0];
  if (first === undefined) return "";
  const moment = phrases.moment.short(wallClockOf(first.closesAt, facts.timeZone));
  if (topic === "arrival" && letters.length > 0)
    return phrases.subject[isOwnEcopr(told) ? "ecoprEnd" : "arrivalEnd"](moment, first.approximate);
  const several = ends.some(({ closesAt }) => closesAt.getTime() !== first.closesAt.getTime());
  return phrases.subject.countdownEnd(moment, first.approximate, several);
};
