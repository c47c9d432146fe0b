/**
 * Every sentence of a reminder in English. Another language is another file of this shape.
 * Facts: docs/domain.md sections 0, 3, 3b; what the windows rest on is never worded as law (0.1).
 */

import type { Kind, Task } from "../letter.ts";
import type { Window } from "../windows.ts";
import { englishPortalTrouble, englishTasks } from "./english-tasks.ts";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven"];
/** A task stands in a mail once, so that there are seven at most. */
const number = (count: number): string => numbers[count]!;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One or two tasks by name, more by number. */
const nameTasks = (tasks: readonly Task[]): string => {
  const names = tasks.map((task) => englishTasks[task].name);
  return names.length <= 2 ? names.join(" and ") : `${number(names.length)} things to do`;
};

const arrived: Readonly<Partial<Record<Kind, string>>> = { portal1: "Portal 1", portal2: "Portal 2" };

/** Mark a moment as the earliest of several readings. */
const about = (approximate: boolean, moment: string): string => (approximate ? `about ${moment}` : moment);

export const english = {
  task: (task: Task): string => capital(englishTasks[task].name),
  steps: (task: Task): readonly string[] => englishTasks[task].steps,
  wayOut: (task: Task): readonly string[] => englishTasks[task].wayOut,

  subject: {
    arrival: (kind: Kind, tasks: readonly Task[], verified: boolean): string => {
      const doubt = verified ? "" : " (not verified)";
      if (kind === "ecopr") return `Your eCoPR is available${doubt}: print it`;
      return `${arrived[kind] ?? "A letter from IRCC"} arrived${doubt}: ${nameTasks(tasks)}`;
    },
    arrivalEnd: (kind: Kind, moment: string, approximate: boolean): string =>
      `${kind === "ecopr" ? "" : ","} by ${about(approximate, moment)}`,
    reopened: (tasks: readonly Task[]): string => `Open again: ${nameTasks(tasks)}`,
    countdown: (left: string, tasks: readonly Task[]): string => `${left} left: ${nameTasks(tasks)}`,
    countdownEnd: (moment: string, approximate: boolean, several: boolean): string =>
      ` – ${several ? "first closes" : "closes"} ${about(approximate, moment)}`,
    nudge: (tasks: readonly Task[], since: string): string =>
      `${tasks.includes("reply") ? "Portal 1 has waited" : "Open for"} ${since}: ${nameTasks(tasks)}`,
    closed: (tasks: readonly Task[]): string =>
      `${tasks.length === 1 ? "Window" : "Windows"} closed: ${nameTasks(tasks)} – it may still work`,
    alsoClosed: (count: number): string =>
      `; ${number(count)} window${count === 1 ? " has" : "s have"} closed`,
    nothing: "Nothing left to do for now",
  },

  lead: {
    portal1:
      "IRCC asks for your details, to finish your permanent residence. It states no deadline for the answer; sooner is better.",
    portal2:
      "IRCC opened the PR Confirmation Portal for you. Start with the password: everything else needs it.",
    portal2Existing:
      "IRCC asks you to finish in the portal. Sign in with the account you already have: no new password comes.",
    ecopr:
      "You are a permanent resident from the day the officer signed. What was still open in the portal is settled: no more reminders of it.",
    claimed: "This letter claims to come from IRCC. That is not verified.",
    other: "A letter from IRCC sets you something to do.",
    reopened: "You told Landfall that this is not done after all.",
    countdown: "As far as Landfall knows, this is still open.",
    nudge: (left: string): string =>
      `Landfall has not seen your answer. The letter came ${left} ago. IRCC states no deadline, but nothing goes on until you reply.`,
    closed:
      "The time for this has ended. That does not mean that anything is lost for certain: no public source says what happens after it. Do it today, if you can.",
    nothing: "What this reminder was about is done or settled.",
  },

  deadline: (moment: string, approximate: boolean): string => `by ${about(approximate, moment)}`,
  ended: (moment: string, approximate: boolean): string => `Ended ${about(approximate, moment)}`,
  left: (left: string): string => `${left} left`,
  over: "Time is up – it may still work",
  noDeadline: "No deadline is stated",
  basis: ({ basis, days }: Pick<Window, "basis" | "days">): string | null => {
    if (days === null) return null;
    const length = `${days} day${days === 1 ? "" : "s"}`;
    return basis === "letter"
      ? `the letter says ${length}`
      : `by default ${length}: the letter itself names no number`;
  },
  atTheEarliest: "the letter’s time is uncertain: this is the earliest it can mean",

  late: "This comes late: it could not be sent when it was due.",
  stayInCanada:
    "Until you have the eCoPR: stay in Canada, and tell IRCC before you leave. Whoever is abroad on the day it is signed must land from outside.",
  seenByItself: "When you answer from the mailbox that Landfall watches, it sees that by itself.",
  portalTrouble: englishPortalTrouble,
  unverified:
    "We could not verify that this letter is genuine. Do not use its links: look in the portal by typing the address of a canada.ca page yourself.",

  why: {
    letter: (subject: string, sender: string): string => `The letter “${subject}”, from ${sender}.`,
    received: (moment: string, approximate: boolean, folder: string): string =>
      `Received ${approximate ? `${moment}, at the earliest` : moment}, in the folder ${folder}.`,
    forwarded: (by: string): string => `Forwarded to you by ${by}.`,
    verified: "Your mail provider confirmed that the sender’s domain is genuine.",
    verifiedForward: "Your mail provider confirmed who forwarded it.",
    unverified: "Nothing confirms that it is genuine.",
    person: "You said so yourself.",
    case: (label: string): string => `Case: ${label}.`,
  },

  howToMarkDone: (task: Task): string => `landfall done ${task}`,
  labels: {
    steps: "How",
    known: "Good to know",
    trouble: "Where time is up",
    why: "Why you get this",
    done: "Done already? Tell Landfall:",
    portal: "To the portal, through canada.ca",
    about: "IRCC’s page about this, on canada.ca",
  },
  footer: "Landfall only reminds. What counts is what IRCC writes and what the portal shows.",
  sample: {
    subject: "Sample",
    lead: "This is a sample from “landfall test-mail”. Nothing is due: the letter and the dates in it are invented.",
  },
};

export type Phrasebook = typeof english;
