/** `npm run eval [-- 'files/*.eml']`: what letters are, and what they are taken for, as two tables. */

import { confusion, type Reading, readLetters, readOrdinary, score } from "../test/helpers/evaluation.ts";

const files = process.argv[2] ?? "fixtures/letters/*/*.eml";

const table = (readings: readonly Reading[], by: "kind" | "trust"): string => {
  const matrix = confusion(readings, by);
  const columns = [...new Set(Object.values(matrix).flatMap((row) => Object.keys(row)))].toSorted();
  const rows = Object.entries(matrix).toSorted(([one], [other]) => one.localeCompare(other));
  return [
    `| is ↓ taken for → | ${columns.join(" | ")} |`,
    `| --- |${" --- |".repeat(columns.length)}`,
    ...rows.map(([name, row]) => `| ${name} | ${columns.map((column) => row[column] ?? "").join(" | ")} |`),
  ].join("\n");
};

const letters = await readLetters(files);
const ordinary = await readOrdinary(5_000);
console.log(`${letters.length} letters and ${ordinary.length} ordinary messages.\n`);
console.log(`${table([...letters, ...ordinary], "kind")}\n\n${table(letters, "trust")}\n`);
for (const { what, expected, found } of letters)
  if (expected.kind !== found.kind || expected.trust !== found.trust)
    console.log(`${what}: ${expected.kind}, ${expected.trust}; taken for ${found.kind}, ${found.trust}`);
const { rightKinds, forgedBelieved, genuineDoubted } = score(letters);
console.log(
  `kinds right: ${(100 * rightKinds).toFixed(1)} %; forged and believed: ${forgedBelieved.length}; genuine, direct and called suspicious: ${genuineDoubted.length}; ordinary mail taken for a letter: ${ordinary.filter(({ found }) => found.kind !== "not_ircc").length}`,
);
