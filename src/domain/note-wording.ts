/** From the facts of a mail of notes to its words; a reminder that takes notes along gets their sections alone. */

import type { Lot, NoteFacts, SuspiciousLetter, Would } from "./note-facts.ts";
import { receivedAt } from "./note-facts.ts";
import type { NotedLetter } from "./notes.ts";
import type { ReminderWords, Section } from "./wording.ts";
import { languageFor, phrasebooks } from "./wording/books.ts";
import { wallClockOf } from "./wording/moments.ts";
import type { NotePhrases } from "./wording/note-phrases.ts";
import type { Phrasebook, ReminderLanguage } from "./wording/phrasebook.ts";
import { quote, quoteAddress } from "./wording/quote.ts";
import { type Reason, reasonsOf } from "./wording/reasons.ts";

/** `chosen`: REMIND_LANGUAGE; null for the language of the letters. Null where nothing is left to tell. */
export const wordNotes = (facts: NoteFacts, chosen: ReminderLanguage | null = null): ReminderWords | null => {
  const phrases = phrasesFor(facts, chosen);
  const [first] = topics.flatMap((topic) => topic.headline(facts, phrases) ?? []);
  if (first === undefined) return null;
  return {
    tag: phrases.tag,
    subject: first.subject,
    title: first.subject,
    lead: first.lead,
    cautions: [],
    tasks: [],
    sections: sectionsOf(facts, phrases),
    trouble: [],
    remember: [],
    howToMarkDone: [],
    buttons: { done: [], later: null },
    answer: "",
    why: [phrases.notes.why],
    links: [{ label: phrases.labels.about, url: phrases.portalPage }],
    closing: phrases.footer,
    labels: phrases.labels,
  };
};

/** A reminder that tells notes along, after its own matter and in its own language. */
export const withNotes = (words: ReminderWords, facts: NoteFacts): ReminderWords => {
  const phrases = Object.values(phrasebooks).find(({ tag }) => tag === words.tag) ?? phrasebooks.en;
  return { ...words, sections: [...(words.sections ?? []), ...sectionsOf(facts, phrases)] };
};

const phrasesFor = ({ unknown: one, suspicious: other }: NoteFacts, chosen: ReminderLanguage | null) => {
  const letters = [...one.recent, ...one.old, ...other.recent, ...other.old];
  return phrasebooks[
    languageFor(
      chosen,
      letters.map(({ finding }) => finding),
    )
  ];
};

type Headline = { readonly subject: string; readonly lead: string };

type Topic = {
  readonly headline: (facts: NoteFacts, phrases: Phrasebook) => Headline | null;
  readonly sections: (facts: NoteFacts, phrases: Phrasebook) => readonly Section[];
};

const sectionsOf = (facts: NoteFacts, phrases: Phrasebook): readonly Section[] =>
  topics.flatMap((topic) => topic.sections(facts, phrases));

const sizeOf = ({ recent, old }: Lot<NotedLetter>): number => recent.length + old.length;

/** A mail lists so many letters, and counts the others. */
const mostUnknown = 10;
const mostSuspicious = 5;

const unknown: Topic = {
  headline: ({ unknown: lot }, { notes: { unknown: say } }) => {
    const [first] = lot.recent;
    if (sizeOf(lot) === 0) return null;
    if (first === undefined) return { subject: say.subjectOld(lot.old.length), lead: say.leadOld };
    const { length } = lot.recent;
    return {
      subject: say.subject(length, quote(first.subject, 60)),
      lead: say.lead(length),
    };
  },
  sections: ({ unknown: { recent, old }, timeZone }, phrases) => {
    const { unknown: say, list } = phrases.notes;
    return [
      ...section(say.label(recent.length), recent, [
        ...recent.slice(0, mostUnknown).map((letter) => lineOf(letter, timeZone, phrases)),
        ...(recent.length > mostUnknown ? [say.more(recent.length - mostUnknown), list] : []),
        say.advice,
      ]),
      ...section(say.labelOld, old, [
        ...old.slice(0, 1).map((newest) => say.old(old.length, momentOf(newest, timeZone, phrases))),
        list,
      ]),
    ];
  },
};

const suspicious: Topic = {
  headline: ({ suspicious: lot }, { notes: { suspicious: say } }) =>
    sizeOf(lot) === 0 ? null : { subject: say.subject(sizeOf(lot)), lead: say.lead(sizeOf(lot)) },
  sections: (facts, phrases) => {
    const { recent, old } = facts.suspicious;
    const { suspicious: say, list } = phrases.notes;
    if (recent.length + old.length === 0) return [];
    const others = recent.length - mostSuspicious;
    return [
      ...recent.slice(0, mostSuspicious).map((letter) => warn(letter, facts, phrases)),
      ...(others > 0 ? [{ label: say.more(others), lines: [list] }] : []),
      ...section(say.labelOld, old, [say.old(old.length), list]),
      { label: say.labelGenuine, lines: say.genuine },
    ];
  },
};

/** The first one makes the subject. */
const topics: readonly Topic[] = [unknown, suspicious];

const section = (
  label: string,
  letters: readonly NotedLetter[],
  lines: readonly string[],
): readonly Section[] => (letters.length === 0 ? [] : [{ label, lines }]);

const momentOf = (letter: NotedLetter, timeZone: string, { moment }: Phrasebook): string =>
  moment.short(wallClockOf(receivedAt(letter), timeZone));

const lineOf = (letter: NotedLetter, timeZone: string, phrases: Phrasebook): string =>
  phrases.notes.unknown.line(
    quote(letter.subject),
    momentOf(letter, timeZone, phrases),
    quote(letter.folder),
    letter.finding.trust === "verified",
  );

const warn = (letter: SuspiciousLetter, facts: NoteFacts, phrases: Phrasebook): Section => {
  const say = phrases.notes.suspicious;
  const ends = [...Map.groupBy(letter.would, ({ closesAt }) => closesAt.getTime()).values()].map((group) =>
    endOf(group, facts, phrases),
  );
  return {
    label: say.label(quote(letter.subject, 80)),
    lines: [
      say.came(quoteAddress(letter.sender), momentOf(letter, facts.timeZone, phrases), quote(letter.folder)),
      ...reasonsOf(letter.finding).map((reason) => reasonIn(say, reason)),
      ...(ends.length === 0 ? [] : [say.wouldEnd(ends)]),
      say.correct(`npx landfall correct ${letter.id} --trust genuine`),
    ],
  };
};

/** What closes at one moment, in one breath. */
const endOf = (group: readonly Would[], { timeZone, now }: NoteFacts, phrases: Phrasebook): string => {
  const names = group.map(({ task }) => (task === "print" ? phrases.doubtedPrint : phrases.tasks[task]).name);
  const { closesAt } = group[0]!;
  const moment = phrases.moment.short(wallClockOf(closesAt, timeZone));
  return phrases.notes.suspicious.end(names, moment, closesAt <= now);
};

const reasonIn = (say: NotePhrases["suspicious"], { code, detail }: Reason): string =>
  say.reason(code === "other" ? detail : say.reasons[code](detail));
