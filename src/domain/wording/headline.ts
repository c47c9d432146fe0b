/** Subject, title and first sentence: what a tired person on a phone reads in ten seconds. */

import type { ReminderFacts, ReminderItem } from "../plan.ts";
import { timeLeft, timeLeftByClock } from "../time-left.ts";
import type { Phrasebook } from "./english.ts";
import { shortMoment } from "./moments.ts";
import { endsOf, hasClosed, topicOf, type Topic } from "./sorting.ts";

export type Headline = { readonly subject: string; readonly title: string; readonly lead: string };

export const headlineOf = (facts: ReminderFacts, phrases: Phrasebook): Headline => {
  const topic = topicOf(facts.items, facts.now);
  const open = facts.items.filter((item) => !hasClosed(item, facts.now));
  const title = titles[topic]({ facts, open, phrases });
  return {
    title,
    subject: title + end(topic, facts, phrases) + alsoClosed(facts, open, phrases),
    lead: leads[topic]({ facts, open, phrases }),
  };
};

type Told = {
  readonly facts: ReminderFacts;
  readonly open: readonly ReminderItem[];
  readonly phrases: Phrasebook;
};

const tasksIn = (items: readonly ReminderItem[]) => items.map(({ window }) => window.task);

/** The letter that the news is about. */
const news = (open: readonly ReminderItem[]) => open.find(({ step }) => step === "opening")?.letter ?? null;

const titles: Readonly<Record<Topic, (told: Told) => string>> = {
  arrival: ({ open, phrases }) => {
    const letter = news(open);
    if (letter === null) return phrases.subject.reopened(tasksIn(open));
    return phrases.subject.arrival(letter.kind, tasksIn(open), letter.trust === "verified");
  },
  countdown: ({ facts, open, phrases }) => {
    const first = endsOf(open, facts.now)[0]!.closesAt;
    return phrases.subject.countdown(timeLeftByClock(facts.now, first), tasksIn(open));
  },
  nudge: ({ facts, open, phrases }) => phrases.subject.nudge(tasksIn(open), waited(facts, open)),
  closed: ({ facts, phrases }) => phrases.subject.closed(tasksIn(facts.items)),
  nothing: ({ phrases }) => phrases.subject.nothing,
};

const leads: Readonly<Record<Topic, (told: Told) => string>> = {
  arrival: ({ open, phrases: { lead } }) => {
    const letter = news(open);
    if (letter === null) return lead.reopened;
    if (letter.trust !== "verified") return lead.claimed;
    if (letter.kind === "portal1") return lead.portal1;
    if (letter.kind === "ecopr") return lead.ecopr;
    if (letter.kind !== "portal2") return lead.other;
    return tasksIn(open).includes("password") ? lead.portal2 : lead.portal2Existing;
  },
  countdown: ({ phrases }) => phrases.lead.countdown,
  nudge: ({ facts, open, phrases }) => phrases.lead.nudge(waited(facts, open)),
  closed: ({ phrases }) => phrases.lead.closed,
  nothing: ({ phrases }) => phrases.lead.nothing,
};

const waited = ({ now }: ReminderFacts, [first]: readonly ReminderItem[]): string =>
  timeLeft(now.getTime() - first!.window.opensAt.getTime());

/** When the first window closes, for a subject that has one to tell. */
const end = (topic: Topic, facts: ReminderFacts, phrases: Phrasebook): string => {
  const ends = endsOf(facts.items, facts.now);
  const first = ends[0];
  if (first === undefined) return "";
  const moment = shortMoment(first.closesAt, facts.timeZone);
  const letter = news(facts.items);
  if (topic === "arrival" && letter !== null)
    return phrases.subject.arrivalEnd(letter.kind, moment, first.approximate);
  const several = ends.some(({ closesAt }) => closesAt.getTime() !== first.closesAt.getTime());
  return phrases.subject.countdownEnd(moment, first.approximate, several);
};

const alsoClosed = (facts: ReminderFacts, open: readonly ReminderItem[], phrases: Phrasebook): string =>
  open.length === 0 || open.length === facts.items.length
    ? ""
    : phrases.subject.alsoClosed(facts.items.length - open.length);
