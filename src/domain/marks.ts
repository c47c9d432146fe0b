/** Where in a letter's own words the phrases stand that decided what it is. */

import type { Finding } from "./letter.ts";
import { forms } from "./notice-forms.ts";
import { askForReply, portal1Items } from "./portal1-signs.ts";
import * as ecopr from "./ecopr-signs.ts";
import * as signs from "./signs.ts";
import { type Statement, states } from "./statement.ts";

/** `start` and `end` are offsets in the text; `means` says in plain words what the phrase tells. */
export type Mark = { readonly start: number; readonly end: number; readonly means: string };

/** The first place of each phrase that such a letter is known by, in the order of the text. */
export const marksOf = (
  text: string,
  { kind, subkind }: Pick<Finding, "kind" | "subkind">,
): readonly Mark[] =>
  tellingOf(kind, subkind)
    .flatMap((telling) => firstMark(text.slice(0, longest), telling) ?? [])
    .toSorted((a, b) => a.start - b.start || a.end - b.end);

const longest = 20_000;

const tellingOf = (kind: Finding["kind"], subkind: string | null): readonly Statement[] => {
  if (kind === "portal1") return [askForReply, ...portal1Items];
  if (kind === "ecopr")
    return [...ecopr.ready, ecopr.landed, ecopr.gladlyConfirmed, ...ecopr.hinted, ecopr.ecoprNamed];
  if (kind === "portal2")
    return [
      signs.password,
      signs.account,
      signs.existingAccount,
      ...signs.reissued,
      ...signs.familyMember,
      ...signs.portal2Tasks,
    ];
  return forms.filter((form) => form.subkind === subkind);
};

/** As few words as say it; a phrase has to stand within one paragraph, and is seldom longer than a line or two. */
const firstMark = (text: string, telling: Statement): Mark | null => {
  const says = (part: string): boolean => states(part, telling);
  for (const paragraph of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    if (!says(paragraph[0])) continue;
    const words = [...paragraph[0].matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      start: paragraph.index + index,
      end: paragraph.index + index + word.length,
    }));
    const mark = shortest(words, (start, end) => says(text.slice(start, end)));
    if (mark !== null) return { ...mark, means: telling.means };
  }
  return null;
};

type Span = { readonly start: number; readonly end: number };

/** The end is the first word with which the whole beginning says it; then words are left off before it. */
const shortest = (words: readonly Span[], says: (start: number, end: number) => boolean): Span | null => {
  const [first] = words;
  const last = words.find(({ end }) => says(first?.start ?? 0, end));
  if (first === undefined || last === undefined) return null;
  const start = words.findLast((word) => word.start <= last.start && says(word.start, last.end)) ?? first;
  return { start: start.start, end: last.end };
};

/** The text with every marked phrase between »these«; where marks overlap, once. */
export const withMarks = (text: string, marks: readonly Mark[]): string => {
  let [shown, at] = ["", 0];
  for (const { start, end } of marks) {
    if (start < at) continue;
    shown += `${text.slice(at, start)}»${text.slice(start, end)}«`;
    at = end;
  }
  return shown + text.slice(at);
};
