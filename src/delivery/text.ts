/** The text part: complete in itself, wrapped for a terminal and for quoting. */

import type { ReminderWords, TaskWords } from "../domain/wording.ts";

const columns = 72;

/** `answerable`: an answer to this mail is read; else the commands for the terminal stand instead. */
export const layOutText = (words: ReminderWords, answerable: boolean): string =>
  [
    wrap(words.title),
    wrap(words.lead),
    ...words.cautions.map((caution) => wrap(caution, "! ", "  ")),
    ...words.tasks.map(layOutTask),
    ...(words.sections ?? []).flatMap(({ label, lines }) => list(label, lines, "  * ")),
    ...list(words.labels.trouble, words.trouble, "  * "),
    ...words.remember.map((line) => wrap(line)),
    ...(answerable ? paragraphs(words.answer) : list(words.labels.done, words.howToMarkDone)),
    ...list(words.labels.why, words.why),
    ...words.links.map(({ label, url }) => `${label}\n${url}`),
    `-- \n${wrap(words.closing)}`,
  ].join("\n\n") + "\n";

const paragraphs = (text: string): readonly string[] => (text === "" ? [] : [wrap(text)]);

const layOutTask = ({ title, deadline, left, note, steps }: TaskWords): string =>
  [
    title.toUpperCase(),
    wrap(deadline, "  "),
    ...(left === null ? [] : [wrap(left, "  ")]),
    ...(note === null ? [] : [wrap(note, "  (", "   ") + ")"]),
    ...steps.map((step) => wrap(step, "  * ", "    ")),
  ].join("\n");

const list = (label: string, lines: readonly string[], bullet = "  "): readonly string[] =>
  lines.length === 0
    ? []
    : [[label, ...lines.map((line) => wrap(line, bullet, " ".repeat(bullet.length)))].join("\n")];

/** Breaks between words only; a word longer than a line stands alone. */
const wrap = (text: string, first = "", rest = first): string => {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const begun = line !== first && line !== rest;
    if (begun && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = rest + word;
    } else {
      line += begun ? ` ${word}` : word;
    }
  }
  return [...lines, line].join("\n");
};
