/** A case as a person reads it in a terminal: plain lines, no colour. */

import { countingEvents } from "./case.ts";
import type { CaseEvent } from "./events.ts";
import type { Task } from "./letter.ts";
import type { Milestone, Stage } from "./milestones.ts";
import { stages } from "./milestones.ts";
import type { NoteTopic } from "./notes.ts";
import { amountsOf } from "./time-left.ts";
import type { Window } from "./windows.ts";
import { englishDuration } from "./wording/en/dates.ts";
import { datedMoment as when } from "./wording/moments.ts";

export type CaseView = {
  readonly label: string;
  readonly stage: Stage;
  readonly events: readonly CaseEvent[];
  readonly windows: readonly Window[];
};

/** The timeline of a case: how far it is, what happened, what is open and for how long. */
export const timelineOf = (view: CaseView, timeZone: string, now: Date): readonly string[] => [
  `${view.label}: ${wordsOfStage(view)}`,
  `  ${stageLine(view.stage)}`,
  ...section("What happened", happened(view.events, timeZone)),
  ...section(
    "Windows",
    view.windows.map((window) => windowLine(window, timeZone, now)),
  ),
];

/** A line for each event. */
export const happened = (events: readonly CaseEvent[], timeZone: string): readonly string[] =>
  events.map((event, index) => eventLine(event, events.slice(0, index), timeZone));

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

const stageLine = (stage: Stage): string =>
  stages
    .slice(1)
    .map((each) => (each === stage ? `[${each}]` : each))
    .join(" > ");

/** A stage that rests on letters in doubt alone is not told as a fact. */
export const wordsOfStage = ({ stage, events }: Pick<CaseView, "stage" | "events">): string => {
  if (stage === "waiting" && countingEvents(events).some(({ milestone }) => fromOutside.includes(milestone)))
    return "landing from outside Canada";
  const doubted = doubtedStages[stage];
  const letters = countingEvents(events).filter(({ milestone }) => doubted?.by.includes(milestone) === true);
  return doubted !== undefined && letters.length > 0 && letters.every(({ trust }) => trust === "unverified")
    ? doubted.words
    : stageWords[stage];
};

const fromOutside: readonly Milestone[] = ["passport_requested", "copr_valid_until", "done:passport"];

const stageWords: Readonly<Record<Stage, string>> = {
  waiting: "no letter yet",
  invited: "Portal 1 arrived, to be answered",
  answered: "Portal 1 answered, waiting for Portal 2",
  in_portal: "Portal 2 arrived, tasks to do",
  in_review: "all declared, waiting for the eCoPR",
  confirmed: "permanent resident, waiting for the card",
  complete: "the card is here",
};

const doubtedStages: Readonly<
  Partial<Record<Stage, { readonly by: readonly Milestone[]; readonly words: string }>>
> = {
  invited: { by: ["invited"], words: "a Portal 1 letter came, not verified: check before you answer" },
  in_portal: {
    by: ["credentialed", "family_credentialed", "family_confirmed", "family_card_mailed", "photo_returned"],
    words: "a Portal 2 letter came, not verified: look in the portal",
  },
  confirmed: {
    by: ["confirmed", "card_mailed", "done:print", "done:land"],
    words: "an eCoPR letter came, not verified: look in the portal",
  },
};

const eventLine = (event: CaseEvent, before: readonly CaseEvent[], timeZone: string): string =>
  `${when(event.at, timeZone)}  ${eventWords(event, before, timeZone)}${notes(event)}`;

const eventWords = (
  { milestone, trust, until }: CaseEvent,
  before: readonly CaseEvent[],
  timeZone: string,
): string => {
  if (milestone === "copr_valid_until")
    return until === undefined
      ? "you said: no date of a CoPR is known"
      : `you said: the CoPR is valid until ${when(until, timeZone)}`;
  if (milestone.startsWith("done:")) return `you said: ${milestone.slice(5)} is done`;
  if (milestone.startsWith("stopped:")) return `you said: no more reminders of ${milestone.slice(8)}`;
  if (milestone.startsWith("undone:")) return `you said: ${milestone.slice(7)} is not done`;
  if (milestone.startsWith("snoozed:") && until !== undefined)
    return `you said: remind me of ${milestone.slice(8)} ${when(until, timeZone)}`;
  const again = before.some((other) => other.milestone === milestone);
  if (milestone === "confirmed" && (again || trust === "unverified"))
    return `${again ? "another" : "an"} eCoPR letter came`;
  return `${milestoneWords[milestone] ?? milestone}${again ? " again" : ""}`;
};

const milestoneWords: Readonly<Record<string, string>> = {
  invited: "Portal 1 arrived",
  answered: "you answered Portal 1",
  reply_bounced: "your answer to Portal 1 came back",
  credentialed: "Portal 2 arrived",
  family_credentialed: "Portal 2 arrived for a member of the family",
  photo_returned: "the photo was returned",
  confirmed: "the eCoPR is available",
  family_confirmed: "the eCoPR of a member of the family is available",
  card_mailed: "the card was mailed",
  family_card_mailed: "the card of a member of the family was mailed",
  card_received: "the card came",
  passport_requested: "the passport is asked for",
  family_passport_requested: "the passport of a member of the family is asked for",
};

const notes = (event: CaseEvent): string => {
  const words = [
    event.forwarded ? "forwarded" : "",
    howExactly(event),
    event.trust === "unverified" ? "not verified" : "",
  ].filter((word) => word !== "");
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
};

const howExactly = ({ approximate, dateUnread }: CaseEvent): string => {
  if (dateUnread === true) return "dated by its forward";
  return approximate ? "time approximate" : "";
};

/** A task, and how it stands with its window. */
export const windowLine = (window: Window, timeZone: string, now: Date): string =>
  `${taskWords[window.task].padEnd(21)} ${windowState(window, timeZone, now)}`;

/** How it stands with a window. */
export const windowState = (window: Window, timeZone: string, now: Date): string => {
  if (window.state === "done") return "done";
  if (window.endedBy === "letter") return "settled by IRCC's next letter";
  if (window.endedBy === "person") return "settled by what you said";
  if (window.closesAt === null) return `open since ${when(window.opensAt, timeZone)}, no known end`;
  const about = aboutWhen(window);
  if (window.state === "closed") return `closed ${about}${when(window.closesAt, timeZone)}`;
  const left = englishDuration(amountsOf(window.closesAt.getTime() - now.getTime()));
  return `open until ${about}${when(window.closesAt, timeZone)} (${left} left)`;
};

/** What stands before the end of a window that is not sure. */
export const aboutWhen = ({ approximate, dateUnread }: Window): string => {
  if (dateUnread === true) return "at the latest ";
  return approximate ? "about " : "";
};

/** Short names of the tasks. */
export const taskWords: Readonly<Record<Task, string>> = {
  reply: "answer Portal 1",
  password: "change the password",
  presence: "declare presence",
  address: "give the address",
  photo: "upload the photo",
  passport: "send the passport",
  land: "land in Canada",
  print: "print the eCoPR",
  card: "receive the card",
};

/** Short names of what notes are about. */
export const noteWords: Readonly<Record<NoteTopic, string>> = {
  unknown: "letters not recognised",
  suspicious: "letters that may be false",
  waiting: "what has not come yet",
  weekly: "the week",
  outage: "the mailbox could not be looked at",
  held: "mails held back",
};
