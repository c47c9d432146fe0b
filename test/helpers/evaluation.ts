/** How well letters are read: what each is, and what it was taken for. */

import { globSync, readFileSync } from "node:fs";
import { judge, type ReadingContext } from "../../src/domain/classify.ts";
import type { Finding } from "../../src/domain/letter.ts";
import { redact } from "../../src/domain/redact.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { ordinaryMailbox } from "./ordinary-mail.ts";

type Answer = Pick<Finding, "kind" | "trust">;

/** `expected`: what it is; `found`: what it was taken for. */
export type Reading = {
  readonly what: string;
  readonly isDirect: boolean;
  readonly expected: Answer;
  readonly found: Answer;
};

/** Of a person who has set nothing. */
export const nobody: ReadingContext = {
  ownAddresses: [],
  trustedForwarders: [],
  authservId: null,
  timeZone: "America/Toronto",
  now: new Date("2026-12-01T12:00:00Z"),
};

/** Every letter of a folder with the expected finding beside it. */
export const readLetters = async (files: string): Promise<readonly Reading[]> => {
  const readings: Reading[] = [];
  for (const file of globSync(files).toSorted()) {
    const { context, ...expected } = JSON.parse(
      readFileSync(file.replace(/eml$/, "json"), "utf8"),
    ) as Finding & {
      context?: Partial<ReadingContext>;
    };
    const found = await read(readFileSync(file), { ...nobody, ...context });
    readings.push({
      what: file,
      isDirect: !expected.forwarded,
      expected: { kind: expected.kind, trust: expected.trust ?? null },
      found,
    });
  }
  return readings;
};

/** Ordinary mail: none of it is a letter. */
export const readOrdinary = async (size: number): Promise<readonly Reading[]> => {
  const readings: Reading[] = [];
  for (const [number, mail] of ordinaryMailbox(size).entries()) {
    const found = await read(Buffer.from(mail), { ...nobody, ownAddresses: ["maria@example.com"] });
    readings.push({
      what: `ordinary ${number}`,
      isDirect: true,
      expected: { kind: "not_ircc", trust: null },
      found,
    });
  }
  return readings;
};

const read = async (source: Uint8Array, context: ReadingContext): Promise<Answer> => {
  const { message } = redact(await parseMessage(source, null));
  return judge({ message, role: null, knownPortal1: new Set() }, context);
};

/** Rows: what it is; columns: what it was taken for. */
export const confusion = (
  readings: readonly Reading[],
  by: keyof Answer,
): Readonly<Record<string, Readonly<Record<string, number>>>> => {
  const matrix: Record<string, Record<string, number>> = {};
  for (const { expected, found } of readings) {
    const row = (matrix[expected[by] ?? "none"] ??= {});
    const column = found[by] ?? "none";
    row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
};

/** The share of right kinds, and the two faults that must not be. */
export const score = (readings: readonly Reading[]) => ({
  rightKinds: readings.filter(({ expected, found }) => expected.kind === found.kind).length / readings.length,
  forgedBelieved: readings
    .filter(
      ({ expected, found }) =>
        expected.trust === "suspicious" && found.trust !== "suspicious" && found.trust !== null,
    )
    .map(({ what }) => what),
  genuineDoubted: readings
    .filter(
      ({ expected, found, isDirect }) =>
        isDirect &&
        expected.trust !== null &&
        expected.trust !== "suspicious" &&
        found.trust === "suspicious",
    )
    .map(({ what }) => what),
});
