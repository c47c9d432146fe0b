/** Notes about letters: those that nobody recognised, and those that may be false. */

import { receivedAt, type Lot, type NoteFacts, type SuspiciousLetter, type Would } from "../note-facts.ts";
import type { NotedLetter } from "../notes.ts";
import type { Section } from "../wording.ts";
import { wallClockOf } from "./moments.ts";
import type { NotePhrases } from "./note-phrases.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { quote, quoteAddress } from "./quote.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import type { Topic } from "./topic.ts";

const sizeOf = ({ recent, old }: Lot<NotedLetter>): number => recent.length + old.length;

/** A mail lists so many letters, and counts the others. */
const mostUnknown = 10;
const mostSuspicious = 5;

export const unknown: Topic = {
  why: "letters",
  headline: ({ unknown: lot }, { notes: { unknown: say } }) => {
    const [first] = lot.recent;
    if (sizeOf(lot) === 0) return null;
    if (first === undefined) return { subject: say.subjectOld(lot.old.length), lead: say.leadOld };
    const { length } = lot.recent;
    return {
      subject: say.subject(length, quote(first.subject, 60)),
      lead: say.lead(length),
      news: say.news,
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

export const suspicious: Topic = {
  why: "letters",
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
