/**
 * Every sentence of a reminder in English. Another language is another file of this shape.
 * Facts: docs/domain.md sections 0, 3, 3b; what the windows rest on is never worded as law (0.1).
 */

import type { Kind, Task } from "../letter.ts";
import type { Window } from "../windows.ts";
import type { ToldLetter, ToldTask } from "./doubt.ts";
import { capital, listed, nameArrivals, nameLetter } from "./english-letters.ts";
import { doubtedPrint, englishPortalTrouble, englishTasks, type TaskPhrases } from "./english-tasks.ts";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven"];
/** A task stands in a mail once, so that there are seven at most. */
const number = (count: number): string => numbers[count]!;

const phrasesOf = ({ task, doubted }: ToldTask): TaskPhrases =>
  task === "print" && doubted ? doubtedPrint : englishTasks[task];

/** One or two tasks by name, more by number. */
const nameTasks = (tasks: readonly ToldTask[]): string =>
  tasks.length <= 2
    ? listed(tasks.map((task) => phrasesOf(task).name))
    : `${number(tasks.length)} things to do`;

/** The first task by name, the others by number. */
const nameFirst = ([first, ...others]: readonly ToldTask[]): string =>
  phrasesOf(first!).name + (others.length === 0 ? "" : ` and ${number(others.length)} more`);

/** A genuine eCoPR is told by what it is; all other letters by their arrival. */
const isEcopr = (letters: readonly ToldLetter[]): boolean =>
  letters.every(({ kind, doubted }) => kind === "ecopr" && !doubted);

/** Mark a moment as the earliest of several readings. */
const about = (approximate: boolean, moment: string): string => (approximate ? `about ${moment}` : moment);

const doubtedLinks =
  "Do not use its links: look in the portal by typing the address of a canada.ca page yourself.";
/** Portal 1 is answered by e-mail, and leads to no portal yet (docs/domain.md section 3). */
const doubtedReply =
  "Do not use its links, and send your details only to an address that you know to be IRCC’s.";

export const english = {
  task: (task: ToldTask): string => capital(phrasesOf(task).name),
  steps: (task: ToldTask): readonly string[] => phrasesOf(task).steps,
  wayOut: (task: ToldTask): readonly string[] => phrasesOf(task).wayOut,

  subject: {
    arrival: (letters: readonly ToldLetter[], tasks: readonly ToldTask[], closed: number): string => {
      const also = closed === 0 ? "" : `, ${number(closed)} window${closed === 1 ? " has" : "s have"} closed`;
      return isEcopr(letters) && tasks.length === 1
        ? `Your eCoPR is available${also}: print it`
        : `${nameArrivals(letters)}${also}${closed === 0 ? "" : " – still open"}: ${nameTasks(tasks)}`;
    },
    arrivalEnd: (letters: readonly ToldLetter[], moment: string, approximate: boolean): string =>
      `${isEcopr(letters) ? "" : ","} by ${about(approximate, moment)}`,
    reopened: (tasks: readonly ToldTask[]): string => `Open again: ${nameTasks(tasks)}`,
    countdown: (left: string, tasks: readonly ToldTask[]): string => `${left} left: ${nameTasks(tasks)}`,
    countdownEnd: (moment: string, approximate: boolean, several: boolean): string =>
      ` – ${several ? "first closes" : "closes"} ${about(approximate, moment)}`,
    nudge: (tasks: readonly ToldTask[], since: string): string =>
      `${tasks.some(({ task }) => task === "reply") ? "Portal 1 has waited" : "Open for"} ${since}: ${nameTasks(tasks)}`,
    closed: (tasks: readonly ToldTask[]): string =>
      `${tasks.length === 1 ? "Window" : "Windows"} closed: ${nameTasks(tasks)} – it may still work`,
    /** Before what is still open: a phone cuts off the end. */
    closedFirst: (tasks: readonly ToldTask[]): string => `Closed: ${nameFirst(tasks)} – it may still work; `,
    nothing: "Nothing left to do for now",
  },

  lead: {
    portal1:
      "IRCC asks for your details, to finish your permanent residence. It states no deadline for the answer; sooner is better.",
    portal2:
      "IRCC opened the PR Confirmation Portal for you. Start with the password: everything else needs it.",
    portal2Existing:
      "IRCC asks you to finish in the portal. Sign in with the account you already have: no new password comes.",
    ecopr: "You are a permanent resident from the day the officer signed.",
    settled: "What was still open in the portal is settled: no more reminders of it.",
    claimed: (letters: readonly ToldLetter[]): string => {
      if (letters.some(({ kind }) => kind === "ecopr"))
        return "A letter says that your eCoPR is available. That is not verified: whether it is there, only the portal shows.";
      const names = [...new Set(letters.map(({ kind }) => `the ${nameLetter(kind)}`))];
      return `${capital(listed(names))} ${names.length === 1 ? "claims" : "claim"} to come from IRCC. That is not verified.`;
    },
    age: (since: string, approximate: boolean): string => `It came ${about(approximate, since)} ago.`,
    other: "A letter from IRCC sets you something to do.",
    reopened: "You told Landfall that this is not done after all.",
    countdown: "As far as Landfall knows, this is still open.",
    someClosed:
      "The time that Landfall counts has ended for some of this, which does not mean that it is lost. The rest is still open, as far as Landfall knows.",
    nudge: (left: string): string =>
      `Landfall has not seen your answer. The letter came ${left} ago. IRCC states no deadline, but nothing goes on until you reply.`,
    closed:
      "The time that Landfall counts for this has ended. That does not mean that anything is lost for certain: no public source says what happens after it. Do it today, if you can.",
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
  unverified: (kind: Kind, moment: string, approximate: boolean): string =>
    `We could not verify that the ${nameLetter(kind)} of ${about(approximate, moment)} is genuine. ${
      kind === "portal1" ? doubtedReply : doubtedLinks
    }`,
  unverifiedOther: `Part of this rests on a letter that we could not verify. ${doubtedLinks}`,

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

  howToMarkDone: (task: Task): string => `npx landfall done ${task}`,
  labels: {
    steps: "How",
    known: "Good to know",
    trouble: "Where time is up",
    why: "Why you get this",
    done: "Done already? In Landfall’s folder, run:",
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
