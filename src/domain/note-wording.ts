/** From the facts of a mail of notes to its words; a reminder that takes notes along gets their sections alone. */

import type { Command } from "./answers.ts";
import type { NoteFacts } from "./note-facts.ts";
import type { ReminderWords, Section } from "./wording.ts";
import { languageFor, phrasebooks } from "./wording/books.ts";
import { caseToName, doneCommand } from "./wording/commands.ts";
import { suspicious, unknown } from "./wording/letter-topics.ts";
import type { Phrasebook, ReminderLanguage } from "./wording/phrasebook.ts";
import { held, outage, waiting, week } from "./wording/state-topics.ts";
import type { Topic } from "./wording/topic.ts";

/** The first one that there is something to tell of makes the subject. */
const topics: readonly Topic[] = [outage, held, unknown, suspicious, waiting, week];

/** `chosen`: REMIND_LANGUAGE; null for the language of the letters. Null where nothing is left to tell. */
export const wordNotes = (facts: NoteFacts, chosen: ReminderLanguage | null = null): ReminderWords | null => {
  const phrases = phrasebooks[languageFor(chosen, facts.languages)];
  const first = topics.find((topic) => topic.headline(facts, phrases) !== null);
  const headline = first?.headline(facts, phrases);
  if (first === undefined || !headline) return null;
  return {
    tag: phrases.tag,
    subject: headline.subject,
    title: headline.subject,
    ...(headline.news !== undefined && { news: headline.news }),
    lead: headline.lead,
    cautions: [],
    tasks: [],
    sections: sectionsOf(facts, phrases, first),
    trouble: [],
    remember: [],
    ...waysToAnswer(facts, first, phrases),
    why: [phrases.notes.why[first.why]],
    // Only waiting is what the page speaks of; beside a letter that may be false no link is pressed at all.
    links: first === waiting ? [{ label: phrases.labels.about, url: phrases.portalPage }] : [],
    closing: phrases.footer,
    labels: phrases.labels,
  };
};

/** Whoever waits for the card can say that it came. */
const waysToAnswer = (
  { waiting: waits }: NoteFacts,
  first: Topic,
  { notes }: Phrasebook,
): Pick<ReminderWords, "howToMarkDone" | "buttons" | "answer"> => {
  if (first !== waiting) return { howToMarkDone: [], buttons: { done: [], later: null }, answer: "" };
  const card = waits.find(({ what }) => what === "card");
  const isForCard = card !== undefined;
  const command: Command = { verb: "done", tasks: ["card"], ms: null };
  const came = { task: "card" as const, label: notes.waiting.cardButton, command };
  return {
    howToMarkDone: isForCard ? [doneCommand("card", caseToName(card))] : [],
    buttons: { done: isForCard ? [came] : [], later: null },
    answer: isForCard ? notes.waiting.answerCard : notes.waiting.answer,
  };
};

/** A reminder that tells notes along, after its own matter and in its own language. */
export const withNotes = (words: ReminderWords, facts: NoteFacts): ReminderWords => {
  const phrases = Object.values(phrasebooks).find(({ tag }) => tag === words.tag) ?? phrasebooks.en;
  return { ...words, sections: [...(words.sections ?? []), ...sectionsOf(facts, phrases, null)] };
};

const sectionsOf = (facts: NoteFacts, phrases: Phrasebook, named: Topic | null): readonly Section[] =>
  topics.flatMap((topic) => topic.sections(facts, phrases, topic === named));
