/**
 * No pattern may take longer than its text is long, or nearly: whoever writes to a mailbox chooses the text. Every
 * expression that the readers have made or written is looked at: a repetition without bound may not hold another one,
 * nor alternatives of which two can begin alike, nor stand beside another one of the same signs.
 */

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { ambiguousRepetitions, neighbours } from "./helpers/repetitions.ts";

const root = join(import.meta.dirname, "..");

/** Literals, as they stand behind what can come before an expression and never before a division. */
const literal =
  /(?<=[=(,:[!&|?{};\n]\s*|return\s)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/[dgimsuvy]*/g;

/** Each with the reason why it takes no longer for it. */
const allowed: readonly string[] = [
  // It looks ahead from a line break alone, and over white space alone: at most once for each line.
  String.raw`(?:[^\n]|\n(?!\s*\n))*`,
];

test("no repetition without bound holds another one, or alternatives that begin alike", () => {
  const sources = globSync("src/{domain,mailbox}/**/*.ts", { cwd: root }).toSorted();
  const found = sources.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(literal)].map(([, source = ""]) => ({
      file,
      source,
    })),
  );
  expect(found.length).toBeGreaterThan(150);
  expect(
    found.flatMap(({ file, source }) =>
      [...ambiguousRepetitions(source), ...neighbours(source)]
        .filter((part) => !allowed.includes(part))
        .map((part) => `${file}: ${part} in ${source}`),
    ),
  ).toEqual([]);
});

test("what is put together at run time keeps to it too", async () => {
  const made: RegExp[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (value instanceof RegExp) made.push(value);
    else if (typeof value === "object" && value !== null && depth < 6)
      for (const inner of Object.values(value)) collect(inner, depth + 1);
  };
  for (const name of ["chatter", "notice-forms", "phrases", "secrets"])
    collect(await import(`../src/domain/${name}.ts`), 0);
  expect(made.length).toBeGreaterThan(40);
  expect(
    made.flatMap(({ source }) =>
      [...ambiguousRepetitions(source), ...neighbours(source)].map((part) => `${part} in ${source}`),
    ),
  ).toEqual([]);
});

test.each([
  "(a+)+",
  "(?:a|a)*",
  "(?:ab?|ac)+",
  "(?:a*b?)*",
  "(\\w+\\s?)+",
  "(?:x{2,}y?){3,}",
  "(?:.|a)*",
  "(?:\\d|[0-9])+",
])("%s is found", (source) => expect(ambiguousRepetitions(source)).not.toEqual([]));

test.each([
  "a+b+",
  "(?:a|b)*",
  "(?:ab+){0,5}",
  "(?:\\r?\\n)+",
  "[(a+)+]*",
  "(?:=[0-9A-F]{2})+",
  "\\(a+\\)+",
  "(?:,\\d+)*",
  "(?:[\\w-]+\\.)*",
  "(?:ab|ac)+",
])("%s is not", (source) => expect(ambiguousRepetitions(source)).toEqual([]));

test.each(["a+a+b", "\\s*\\s+x", "\\w+[a-z]*!", "a*b?a*c"])("%s shares its signs between two", (source) =>
  expect(neighbours(source)).not.toEqual([]),
);

test.each(["a+b+", "\\d+\\s+", "a+ba+", "[^x]+x+", "(?:a+|b)a", "a{0,9}a+"])("%s does not", (source) =>
  expect(neighbours(source)).toEqual([]),
);
