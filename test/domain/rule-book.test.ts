import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { stages } from "../../src/domain/milestones.ts";
import { ruleBook } from "../../src/domain/rule-book.ts";

const book = ruleBook();

test("the README holds the picture of the stages as the tables have it", () => {
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  expect(readme).toContain(`\`\`\`mermaid\n${book.picture}\n\`\`\``);
});

test("every stage but the first is brought by something", () => {
  for (const stage of stages.slice(1)) expect(book.picture).toMatch(new RegExp(`--> ${stage}: \\w`));
});

test("the tables name what each letter moves, and what opens each window", () => {
  expect(book.kinds.find(({ kind }) => kind === "portal1")).toMatchObject({ milestone: "invited" });
  expect(book.kinds.find(({ subkind }) => subkind === "photo_returned")).toMatchObject({
    milestone: "photo_returned",
  });
  expect(book.windows.find(({ task }) => task === "password")).toMatchObject({ days: 14 });
  expect(book.kinds.every(({ knownBy }) => knownBy.length > 0)).toBe(true);
});

test("each kind of letter stands in the table once", () => {
  const names = book.kinds.map(({ kind, subkind }) => `${kind}/${subkind}`);
  expect(names).toEqual([...new Set(names)]);
});
