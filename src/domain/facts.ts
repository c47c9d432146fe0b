/** What a reminder is to tell, as things stand when it goes out. */

import { seriesOf, settledSince } from "./calendar.ts";
import { stageOf } from "./case.ts";
import type { CaseEvent, Source } from "./events.ts";
import { hourMs } from "./instants.ts";
import { isPutOff } from "./ladder.ts";
import type { Finding, Letter, Task } from "./letter.ts";
import type {
  LetterFacts,
  Notice,
  PlannedReminder,
  ReminderFacts,
  ReminderItem,
  Step,
  Uncertain,
} from "./plan.ts";
import type { Window } from "./windows.ts";

type Judged = Letter & { readonly finding: Finding };

/** Where a reminder is told from: its case, the person's zone, and now. */
export type Standpoint = {
  readonly caseLabel: string;
  readonly amongSeveral?: boolean;
  readonly uncertain?: Uncertain | null;
  readonly events: readonly CaseEvent[];
  /** The windows of these events at `now`. */
  readonly windows: readonly Window[];
  readonly letters: readonly Judged[];
  /** What is still to come; absent where nobody can answer. */
  readonly planned?: readonly PlannedReminder[];
  /** True where a letter was read anew since the last mail, so that what a calendar shows may be wrong. */
  readonly isCorrected?: boolean;
  /** When the last mail of the case went out; null before the first one. */
  readonly toldAt: Date | null;
  readonly timeZone: string;
  readonly now: Date;
};

/** A rung that goes out this much after its time is told to be late. */
const lateAfterMs = hourMs;

/** The facts of a reminder; tasks that are settled meanwhile are left out. */
export const factsOf = (reminder: PlannedReminder, standpoint: Standpoint): ReminderFacts => {
  const { windows } = standpoint;
  const told = tasksOf(reminder);
  return {
    id: reminder.id,
    now: standpoint.now,
    timeZone: standpoint.timeZone,
    caseId: reminder.caseId,
    caseLabel: standpoint.caseLabel,
    amongSeveral: standpoint.amongSeveral ?? false,
    uncertain: standpoint.uncertain ?? null,
    stage: stageOf(standpoint.events, windows),
    calendar: {
      isCorrected: standpoint.isCorrected ?? false,
      series: seriesOf(standpoint.events, standpoint.now),
      settled: settledSince(standpoint.events, standpoint.toldAt, standpoint.timeZone, standpoint.now),
    },
    othersOpen: windows.some(({ task, state }) => state === "open" && !told.includes(task)),
    items: windows
      .filter((window) => stillMatters(window))
      .flatMap((window) => itemOf(window, reminder.notices, standpoint))
      .toSorted((a, b) => endOf(a.window) - endOf(b.window)),
  };
};

const stillMatters = (window: Window): boolean => window.state === "open" || window.endedBy === "time";

const itemOf = (
  window: Window,
  notices: readonly Notice[],
  standpoint: Standpoint,
): readonly ReminderItem[] => {
  const own = notices.filter((notice) => notice.task === window.task);
  if (own.length === 0) return [];
  const step = tellingStep(window, own);
  return [
    {
      window,
      step,
      late:
        step !== "opening" &&
        own.every((notice) => standpoint.now.getTime() - notice.dueAt.getTime() > lateAfterMs) &&
        !own.some((notice) => isWantedAgain(notice, standpoint.events)),
      isLast: isLast(window, standpoint),
      asked: own.some(({ key }) => isPutOff(key)),
      letter: letterFacts(sourceOf(window, notices, standpoint.events), standpoint.letters),
    },
  ];
};

/** True where the person, after its time, took back that it was done or not wanted: nothing kept it from being sent. */
const isWantedAgain = ({ task, dueAt }: Notice, events: readonly CaseEvent[]): boolean =>
  events.some(({ milestone, seenAt }) => milestone === `undone:${task}` && seenAt > dueAt);

const isLast = ({ task, closesAt }: Window, { planned, now }: Standpoint): boolean =>
  planned !== undefined &&
  closesAt !== null &&
  !planned.some(({ notices }) =>
    notices.some((notice) => notice.task === task && notice.step === "rung" && notice.dueAt > now),
  );

const tellingStep = (window: Window, own: readonly Notice[]): Step => {
  if (window.state === "closed") return "closing";
  if (own.some((notice) => notice.step === "opening")) return "opening";
  return window.closesAt === null ? "nudge" : "rung";
};

/** The letter that the window rests on, unless the mail tells only of another, newer one. */
const sourceOf = (window: Window, notices: readonly Notice[], events: readonly CaseEvent[]): Source => {
  const told = notices
    .filter(({ task, step }) => task === window.task && step === "opening")
    .flatMap(({ key }) => events.find(({ id }) => key.startsWith(`${id}.`)) ?? [])
    .map(({ source }) => source);
  return told.includes(window.openedBy) ? window.openedBy : (told.at(-1) ?? window.openedBy);
};

const letterFacts = (source: Source, letters: readonly Judged[]): LetterFacts | null => {
  const letter = letters.find((candidate) => `letter:${candidate.id}` === source);
  if (letter === undefined) return null;
  const { finding, message, place } = letter;
  return {
    id: letter.id,
    kind: finding.kind,
    subkind: finding.subkind,
    language: finding.language,
    subject: message.subject,
    sender: message.from[0]?.address ?? "",
    folder: place.folder,
    receivedAt: finding.receivedAt ?? letter.seenAt,
    approximate: finding.approximate,
    ...(finding.dateUnread && { dateUnread: true }),
    ...(finding.surmised && { surmised: true }),
    trust: finding.trust ?? "unverified",
    forwardedBy: finding.forwardedBy,
  };
};

const endOf = (window: Window): number => window.closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** Ids of the letters that a reminder may name. */
export const lettersNamed = (
  reminder: PlannedReminder,
  { events, windows }: Pick<Standpoint, "events" | "windows">,
): readonly string[] => {
  const sources = windows.map((window) => sourceOf(window, reminder.notices, events));
  return [...new Set(sources)]
    .filter((source) => source !== "person")
    .map((source) => source.slice("letter:".length));
};

/** The tasks a reminder tells of, each once. */
export const tasksOf = (reminder: Pick<PlannedReminder, "notices">): readonly Task[] => [
  ...new Set(reminder.notices.map((notice) => notice.task)),
];
