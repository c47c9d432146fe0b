/** `landfall explain LETTER`: its redacted text, what decided, whose it is, and what follows. */

import { eventsOf } from "../domain/casebook.ts";
import { correct } from "../domain/correction.ts";
import { marksOf, withMarks, type Mark } from "../domain/marks.ts";
import type { Finding } from "../domain/letter.ts";
import { aboutWhen, taskWords } from "../domain/timeline.ts";
import { windowsOf, type Window } from "../domain/windows.ts";
import { correctionsOf } from "../domain/words.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import { oneLine } from "../domain/wording/quote.ts";
import { chooseLetter } from "../flow/choose.ts";
import type { ShownLetter } from "../flow/snapshot.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { tellAnswer, type Answered } from "./answer.ts";
import type { Io } from "./io.ts";
import { correctionLines } from "./letter-lines.ts";
import { letterJson, windowJson } from "./present.ts";

export type ExplainConfig = { readonly dataDir: string; readonly timeZone: string };

type Explained = {
  readonly ok: true;
  readonly letter: ShownLetter;
  readonly marks: readonly Mark[];
  readonly caseLabel: string | null;
  /** The windows of its case that rest on it. */
  readonly windows: readonly Window[];
};

export const explain = async (
  config: ExplainConfig,
  options: { readonly letter: string; readonly json: boolean },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await explained(config, options.letter, new Date()),
    {
      command: "explain",
      json: options.json,
      toJson: (it) => explainedJson(it, config.timeZone),
      toText: (it) => explainedText(it, config.timeZone),
    },
    io,
  );

const explained = async (
  { dataDir, timeZone }: ExplainConfig,
  wanted: string,
  now: Date,
): Promise<Answered<Explained>> => {
  if (!ledgerExists(dataDir))
    return { ok: false, problem: `there is no ledger in "${dataDir}" yet: run \`landfall run\` first` };
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const found = await chooseLetter(ledger, wanted);
  if (typeof found === "string") return { ok: false, problem: found };
  if (found.finding === null)
    return { ok: false, problem: `letter ${found.id} waits to be judged: \`landfall run\` does that` };
  const correction = correctionsOf(await ledger.words()).get(found.id);
  const { finding, filing } = found;
  const caseId = filing?.caseId ?? null;
  const windows = caseId === null ? [] : windowsOf(await ledger.events(caseId), timeZone, now);
  const brings = eventsOf(found, finding, correction, caseId ?? "").map(({ source }) => source);
  return {
    ok: true,
    letter: { ...found, finding, correction },
    marks: marksOf(found.message.text, correct(finding, correction)),
    caseLabel: (await ledger.cases()).find(({ id }) => id === caseId)?.label ?? null,
    windows: windows.filter(({ openedBy }) => brings.includes(openedBy)),
  };
};

const explainedJson = ({ letter, marks, caseLabel, windows }: Explained, timeZone: string) => ({
  ...letterJson(letter, timeZone),
  caseLabel,
  from: letter.message.from.map(({ address }) => address),
  text: letter.message.text,
  marks: marks.map(({ start, end, means }) => ({
    start,
    end,
    phrase: letter.message.text.slice(start, end),
    means,
  })),
  authentication: letter.message.headers
    .filter(({ name }) => name === "authentication-results")
    .map(({ value }) => value),
  hints: letter.identifiers.hints ?? {},
  windows: windows.map((window) => windowJson(window, timeZone)),
});

const explainedText = (it: Explained, timeZone: string): string => {
  const { letter, marks, windows } = it;
  const finding = correct(letter.finding, letter.correction);
  const { message, place, id } = letter;
  return [
    `${id}: ${[finding.kind, finding.subkind].filter(Boolean).join("/")}${finding.trust === null ? "" : `, ${finding.trust}`}`,
    `  subject  ${oneLine(message.subject) || "(not kept)"}`,
    `  received ${when(finding.receivedAt ?? letter.seenAt, timeZone)}${howExactly(finding)}, in ${place.folder}`,
    `  ${caseLine(it)}`,
    ...correctionLines(letter.correction, timeZone),
    "",
    "Why",
    ...letter.finding.why.map((why) => `  - ${why}`),
    ...marks.map(
      ({ start, end, means }) => `  - »${message.text.slice(start, end).replaceAll(/\s+/g, " ")}«: ${means}`,
    ),
    "",
    ...(windows.length === 0
      ? ["No window rests on it."]
      : ["Windows", ...windows.map((each) => windowLine(each, timeZone))]),
    "",
    "Text, secrets cut out",
    ...withMarks(message.text.trimEnd() || "(not kept)", marks)
      .split("\n")
      .map((line) => `  ${line}`),
  ].join("\n");
};

const howExactly = ({ approximate, dateUnread }: Finding): string => {
  if (dateUnread === true)
    return " (when it was forwarded: its own date could not be read, and it may be older)";
  return approximate ? " (approximate)" : "";
};

const caseLine = ({ letter: { filing }, caseLabel }: Explained): string => {
  if (filing === null) return "case     none";
  const { caseId, certain, by, candidates } = filing;
  return certain
    ? `case     ${caseId}${caseLabel === null ? "" : ` (${caseLabel})`}, by ${byWords[by ?? "only case"]}`
    : `case     uncertain: ${candidates.join(" or ")}, or one of its own`;
};

const byWords = {
  applicationNumber: "its application number",
  uci: "its UCI",
  accountName: "the account it names",
  recipient: "whom it was sent to",
  person: "what you said, or whom it names",
  answer: "the letter that it answers",
  "only case": "there being no other it could belong to",
  "opened it": "being the first letter of it",
} as const;

const windowLine = (window: Window, timeZone: string): string => {
  const { task, closesAt, state } = window;
  const end = closesAt === null ? "no known end" : `until ${aboutWhen(window)}${when(closesAt, timeZone)}`;
  return `  ${taskWords[task]}: ${state}, ${end}`;
};
