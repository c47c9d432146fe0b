/** Letters as `status` lists them: what each is, whose, and what to know of it. */

import { correct, type Correction } from "../domain/correction.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import type { ShownLetter } from "../flow/snapshot.ts";
import { columns, wrap } from "./wrap.ts";

export const letterLines = (letters: readonly ShownLetter[], timeZone: string): readonly string[] => {
  const shown = letters.filter(
    ({ finding, correction }) => finding.kind !== "not_ircc" || correction !== undefined,
  );
  if (shown.length === 0) return [];
  const isAlone = new Set(shown.flatMap(({ filing }) => filing?.caseId ?? [])).size < 2;
  return ["Letters", ...shown.flatMap((letter) => linesOf(letter, isAlone, timeZone))];
};

const linesOf = (letter: ShownLetter, isAlone: boolean, timeZone: string): readonly string[] => {
  const { id, filing, correction, place } = letter;
  const finding = correct(letter.finding, correction);
  const kind = [finding.kind, finding.subkind].filter((word) => word !== null).join("/");
  const trust = finding.trust === null ? "" : `, ${finding.trust}`;
  const lies = filing === null || isAlone ? "" : `, ${filing.certain ? filing.caseId : "uncertain whose"}`;
  return [
    `  ${id}  ${kind}${trust}, in ${place.folder}${lies}`,
    ...(finding.trust === "suspicious" && correction?.notMine !== true
      ? finding.why.flatMap(reasonLines)
      : []),
    ...correctionLines(correction, timeZone),
  ];
};

const reasonLines = (why: string): readonly string[] =>
  wrap(why, columns - 6).map((line, at) => `    ${at === 0 ? "-" : " "} ${line}`);

/** What the person said of a letter. */
export const correctionLines = (correction: Correction | undefined, timeZone: string): readonly string[] => {
  if (correction === undefined) return [];
  const { kind, subkind, receivedAt, trust, notMine } = correction;
  const said = [
    kind === undefined ? null : `it is ${[kind, subkind].filter(Boolean).join("/")}`,
    receivedAt === undefined ? null : `it came ${when(receivedAt, timeZone)}`,
    trust === undefined ? null : "it is genuine",
    notMine === true ? "it is not yours" : null,
  ].filter((part) => part !== null);
  return [`    you said: ${said.join(", ")}`];
};
