/** A case on a terminal of 80 columns: how far it is as a line, each window with a bar, and what happened. */

import { dayMs } from "../domain/instants.ts";
import { stages, type Stage } from "../domain/milestones.ts";
import { amountsOf } from "../domain/time-left.ts";
import { happened, taskWords, windowState, wordsOfStage } from "../domain/timeline.ts";
import type { Window } from "../domain/windows.ts";
import { englishDuration, shortEnglish } from "../domain/wording/en/dates.ts";
import { wallClockOf } from "../domain/wording/moments.ts";
import type { ShownCase } from "../flow/snapshot.ts";
import type { Paint, Tone } from "./paint.ts";
import { uncertainLines } from "./whose.ts";

/** Who looks, from where, and when. */
export type Look = { readonly timeZone: string; readonly now: Date; readonly paint: Paint };

/** `name`: what the case is called here. */
export const caseLines = (shown: ShownCase, name: string, look: Look): readonly string[] => {
  const { paint, timeZone } = look;
  const [open, settled] = [true, false].map((isOpen) =>
    shown.windows.filter(({ state }) => (state === "open") === isOpen),
  );
  return [
    paint("strong", name),
    wordsOfStage(shown),
    "",
    ...stageLines(shown.stage, paint),
    ...uncertainLines(shown),
    ...section(
      "To do",
      soonestFirst(open!).flatMap((window) => [
        openLine(window, look),
        ...unreadLines(window, look),
        ...otherEndLines(window, look),
      ]),
      paint,
    ),
    ...section(
      "Settled",
      settled!.map((window) => settledLine(window, look)),
      paint,
    ),
    ...section("What happened", happened(shown.events, timeZone), paint),
  ];
};

export const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ["", paint("soft", title), ...lines.map((line) => `  ${line}`)];

/** Short: they stand beside each other. */
const stageNames: Readonly<Record<Stage, string>> = {
  waiting: "",
  invited: "Portal 1",
  answered: "answered",
  in_portal: "Portal 2",
  in_review: "in review",
  confirmed: "eCoPR",
  complete: "card",
};

/** Columns from one station to the next. */
const stride = 13;

const stageLines = (stage: Stage, paint: Paint): readonly string[] => {
  const at = stages.indexOf(stage);
  const stations = stages.slice(1).map((name, index) => ({ name, index: index + 1 }));
  const line = stations.map(({ index }) => {
    const mark = index < at ? paint("calm", "●") : index === at ? paint("strong", "◉") : paint("soft", "○");
    if (index === stations.length) return mark;
    return (
      mark + (index < at ? paint("calm", "━".repeat(stride - 1)) : paint("soft", "─".repeat(stride - 1)))
    );
  });
  const names = stations.map(({ name, index }) => {
    const text = stageNames[name].padEnd(index === stations.length ? 0 : stride);
    return index === at ? paint("strong", text) : paint("soft", text);
  });
  return [`  ${line.join("")}`, `  ${names.join("")}`];
};

const soonestFirst = (windows: readonly Window[]): readonly Window[] =>
  windows.toSorted((one, other) => endOf(one) - endOf(other));

const endOf = ({ closesAt }: Window): number => closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

const nameWidth = 19;
const barWidth = 12;

const otherEndLines = ({ otherEnds = [] }: Window, { timeZone, paint }: Look): readonly string[] =>
  otherEnds.map((end) =>
    paint(
      "soft",
      `${" ".repeat(nameWidth + 1)}another letter names ${moment(end, timeZone)}; the earlier counts`,
    ),
  );

/** Its end may be nearer than it looks: only the person can tell. */
const unreadLines = ({ dateUnread, openedBy }: Window, { paint }: Look): readonly string[] =>
  dateUnread === true
    ? [
        "counted from its forward, whose date could not be read: it may close earlier;",
        `tell its date: landfall correct ${openedBy.replace("letter:", "")} --received TIME`,
      ].map((line) => paint("soft", `  ${line}`))
    : [];

const openLine = (window: Window, { timeZone, now, paint }: Look): string => {
  const { task, opensAt, closesAt, approximate } = window;
  const name = taskWords[task].padEnd(nameWidth);
  if (closesAt === null)
    return `${name} ${" ".repeat(barWidth)}  no known end, open since ${moment(opensAt, timeZone)}`;
  const left = closesAt.getTime() - now.getTime();
  const tone = urgency(left);
  const share = (now.getTime() - opensAt.getTime()) / (closesAt.getTime() - opensAt.getTime());
  const gone = Math.min(barWidth, Math.max(0, Math.round(share * barWidth)));
  const bar = paint(tone, "█".repeat(gone)) + paint("soft", "░".repeat(barWidth - gone));
  const duration = paint(tone, englishDuration(amountsOf(left)).padEnd(18));
  return `${name} ${bar}  ${duration} ${approximate ? "~" : "by"} ${moment(closesAt, timeZone)}`;
};

const urgency = (left: number): Tone => {
  if (left <= dayMs) return "now";
  return left <= 3 * dayMs ? "soon" : "good";
};

const settledLine = (window: Window, { timeZone, now, paint }: Look): string => {
  const done = window.state === "done";
  const mark = done ? paint("good", "✓") : paint("soft", "–");
  return `${mark} ${taskWords[window.task].padEnd(nameWidth)} ${paint("soft", windowState(window, timeZone, now))}`;
};

export const moment = (at: Date, timeZone: string): string => shortEnglish(wallClockOf(at, timeZone));
