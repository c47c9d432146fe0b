/** A reporter of jest: writes FAULTS.md from what the tests did, so that it cannot lie. Whole runs only. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Fault, known } from "./known.ts";

type Outcome = { readonly title: string; readonly status: string };
type Results = { readonly testResults: readonly { readonly testResults: readonly Outcome[] }[] };
type Run = {
  readonly rootDir: string;
  readonly testNamePattern?: string;
  readonly nonFlagArgs?: readonly string[];
};

class FaultTable {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Whole runs take minutes: each test is told as it ends. */
  onTestCaseResult(
    _file: unknown,
    { title, status, duration }: Outcome & { readonly duration?: number },
  ): void {
    process.stderr.write(`${status} ${title} (${Math.round(duration ?? 0)} ms)\n`);
  }

  onRunComplete(_contexts: unknown, { testResults }: Results): void {
    if (this.#run.testNamePattern || (this.#run.nonFlagArgs ?? []).length > 0) return;
    writeFileSync(
      join(this.#run.rootDir, "FAULTS.md"),
      tableOf(testResults.flatMap((file) => file.testResults)),
    );
  }
}

// jest asks for it.
// oxlint-disable-next-line import/no-default-export
export { FaultTable as default };

const head = `# Faults

What mail programs fell over, what Landfall promises instead, and the test that shows it. Written by \`npm run faults\`
from that very run; the tests are in [test/faults](test/faults).

| | fault | promise | shown by | result |
| --- | --- | --- | --- | --- |
`;

const tableOf = (outcomes: readonly Outcome[]): string =>
  head +
  Object.entries(known)
    .map(([number, fault]) => row(Number(number), fault, outcomes))
    .join("");

const row = (number: number, { fault, promise }: Fault, outcomes: readonly Outcome[]): string => {
  const tests = outcomes.filter(({ title }) => numbersOf(title).includes(number));
  const names = tests.map(({ title }) => title.replace(/^\[[^\]]*\] /, ""));
  // Sorted, for the files end in another order each time.
  return `| ${number} | ${fault} | ${promise} | ${names.toSorted().join("; ")} | ${resultOf(tests)} |\n`;
};

const numbersOf = (title: string): readonly number[] =>
  (/^\[([\d, ]+)\]/.exec(title)?.[1] ?? "").split(",").map(Number);

const resultOf = (tests: readonly Outcome[]): string => {
  if (tests.length === 0) return "**not shown**";
  if (tests.some(({ status }) => status === "failed")) return "**failed**";
  return tests.every(({ status }) => status === "passed") ? "held" : "skipped";
};
