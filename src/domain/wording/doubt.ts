/** Which letters are doubted, so that each caution names the letter it is about. */

import type { LetterFacts, ReminderFacts, ReminderItem } from "../plan.ts";
import { wallClockOf } from "./moments.ts";
import type { Phrasebook, TaskPhrases } from "./phrasebook.ts";

/** `ofAnother`: about another person of the family. */
export type ToldLetter = LetterFacts & { readonly doubted: boolean; readonly ofAnother: boolean };

/** A copy that is verified vouches for the letter that opened the window; any other letter stands for itself. */
export const isDoubted = ({ window, letter }: ReminderItem): boolean => {
  // Nobody signs a bounce, and there is nothing in it to beware of.
  if (letter?.kind === "reply_bounced") return false;
  return letter === null || window.openedBy === `letter:${letter.id}`
    ? window.trust === "unverified"
    : letter.trust !== "verified" || letter.surmised === true;
};

/** What is said of a task, where its letter is doubted and where it is not. */
export const phrasesOf = (item: ReminderItem, phrases: Phrasebook): TaskPhrases => {
  const { task } = item.window;
  if (task === "print" && isDoubted(item)) return phrases.doubtedPrint;
  return task === "print" && isOfAnother(item) ? phrases.familyPrint : phrases.tasks[task];
};

const isOfAnother = ({ window }: ReminderItem): boolean => window.ofAnother === true;

export const namesOf = (items: readonly ReminderItem[], phrases: Phrasebook): readonly string[] =>
  items.map((item) => phrasesOf(item, phrases).name);

/** The letters of these items, each once, in the order of the way: Portal 1, Portal 2, eCoPR. */
export const toldLetters = (items: readonly ReminderItem[]): readonly ToldLetter[] => {
  const letters = new Map<string, ToldLetter>();
  for (const item of items) {
    if (item.letter === null) continue;
    const doubted = isDoubted(item) || letters.get(item.letter.id)?.doubted === true;
    letters.set(item.letter.id, { ...item.letter, doubted, ofAnother: isOfAnother(item) });
  }
  return [...letters.values()].toSorted((a, b) => wayTo.indexOf(a.kind) - wayTo.indexOf(b.kind));
};

/** The kind of a letter; of IRCC's other letters, what sort of letter it is. */
export const sortOf = ({ kind, subkind }: ToldLetter): string =>
  kind === "other_ircc" ? (subkind ?? kind) : kind;

const wayTo: readonly string[] = ["portal1", "portal2", "ecopr"];

/** One caution for each letter in doubt, and one for what rests on a doubted letter that is not named here. */
export const doubts = ({ items, timeZone }: ReminderFacts, phrases: Phrasebook): readonly string[] => {
  const named = toldLetters(items)
    .filter(({ doubted }) => doubted)
    .map(({ kind, receivedAt, approximate }) =>
      phrases.unverified(kind, phrases.moment.short(wallClockOf(receivedAt, timeZone)), approximate),
    );
  return items.some(restsOnAnother) ? [...named, phrases.unverifiedOther] : named;
};

const restsOnAnother = ({ window, letter }: ReminderItem): boolean =>
  window.trust === "unverified" && (letter === null || window.openedBy !== `letter:${letter.id}`);
