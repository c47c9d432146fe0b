/** Every sentence of a reminder in English. What the windows rest on is never worded as law (docs/domain.md, 0.1). */

import { capital } from "../capital.ts";
import type { Phrasebook } from "../phrasebook.ts";
import { englishDuration, longEnglish, shortEnglish } from "./dates.ts";
import { listed, nameArrivals, nameFirst, nameLetter, nameTasks, number } from "./letters.ts";
import { englishAnswers } from "./answers.ts";
import { englishNotes } from "./notes.ts";
import { doubtedPrint, englishTasks, familyPrint } from "./tasks.ts";

/** Marks a moment as the earliest of several readings. */
const about = (approximate: boolean, moment: string): string => (approximate ? `about ${moment}` : moment);

const doubtedLinks =
  "Do not use its links: look in the portal by typing the address of a canada.ca page yourself.";
/** Portal 1 is answered by e-mail, and leads to no portal yet (docs/domain.md section 3). */
const doubtedReply =
  "Do not use its links, and send your details only to an address that you know to be IRCC’s.";

const alsoClosed = (closed: number): string =>
  closed === 0 ? "" : `, ${number(closed)} window${closed === 1 ? " has" : "s have"} closed`;

export const english: Phrasebook = {
  tag: "en-CA",
  moment: { long: longEnglish, short: shortEnglish },
  duration: englishDuration,
  tasks: englishTasks,
  doubtedPrint,
  familyPrint,

  subject: {
    arrival: (letters, names, closed) =>
      `${nameArrivals(letters)}${alsoClosed(closed)}${closed === 0 ? "" : " – still open"}: ${nameTasks(names)}`,
    arrivalEnd: (moment, approximate) => `, by ${about(approximate, moment)}`,
    ecopr: (closed) => `Your eCoPR is available${alsoClosed(closed)}: print it`,
    familyEcopr: (closed) => `The eCoPR of a family member is available${alsoClosed(closed)}: print it`,
    ecoprEnd: (moment, approximate) => ` by ${about(approximate, moment)}`,
    photoReturned: "Photo returned: upload another one",
    noted: (names) => `Noted: ${nameTasks(names)}`,
    bounced: (names) => `Your answer came back: ${nameTasks(names)} again`,
    countdown: (left, names) => `${left} left: ${nameTasks(names)}`,
    countdownEnd: (moment, approximate, several) =>
      ` – ${several ? "first closes" : "closes"} ${about(approximate, moment)}`,
    waited: (since, names) => `Portal 1 has waited ${since}: ${nameTasks(names)}`,
    openFor: (since, names) => `Open for ${since}: ${nameTasks(names)}`,
    closedForGood: (names) => `Your confirmation has ended: ${nameTasks(names)} – do not travel on it`,
    closed: (names) =>
      `${names.length === 1 ? "Window" : "Windows"} closed: ${nameTasks(names)} – it may still work`,
    ofCase: (label) => `${label}: `,
    closedFirst: (names) => `Closed: ${nameFirst(names)} – it may still work; `,
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
    familyEcopr:
      "A member of your family is a permanent resident from the day the officer signed. What is open for anybody else stays open.",
    uncertainEcopr:
      "The letter says that an eCoPR is available. Whose it is, Landfall cannot tell: until you say so, nothing that is open in your cases is settled.",
    settled: "What was still open in the portal is settled: no more reminders of it.",
    photoReturned: "IRCC returned your photo: it wants another one. That is common, and soon mended.",
    passport: "IRCC asks for your passport: the last step before you land from outside Canada.",
    other: "A letter from IRCC sets you something to do.",
    claimed: (kinds) => {
      const names = kinds.map((kind) => `the ${nameLetter(kind)}`);
      return `${capital(listed(names))} ${names.length === 1 ? "claims" : "claim"} to come from IRCC. That is not verified.`;
    },
    claimedEcopr:
      "A letter says that your eCoPR is available. That is not verified: whether it is there, only the portal shows.",
    age: (since, approximate) => `It came ${about(approximate, since)} ago.`,
    forwardedAgo: (since) => `It was forwarded ${since} ago, and may be older.`,
    noted: "You told Landfall this date. It reminds you before it comes.",
    bounced:
      "A mail system sent your answer to Portal 1 back: IRCC did not get it. Look at the address, and send the answer again.",
    countdown: "As far as Landfall knows, this is still open.",
    someClosed:
      "The time that Landfall counts has ended for some of this, which does not mean that it is lost. The rest is still open, as far as Landfall knows.",
    asked: "You asked to be reminded again now. ",
    nudge: (since) =>
      `Landfall has not seen your answer. The letter came ${since} ago. IRCC states no deadline, but nothing goes on until you reply.`,
    closedForGood:
      "The day until which your confirmation of permanent residence was valid has passed. Do not travel on it: ask IRCC first what to do now.",
    closed:
      "The time that Landfall counts for this has ended. That does not mean that anything is lost for certain: no public source says what happens after it. Do it today, if you can.",
    nothing: "What this reminder was about is done or settled.",
  },

  deadline: (moment, approximate) => `by ${about(approximate, moment)}`,
  ended: (moment, approximate) => `Ended ${about(approximate, moment)}`,
  left: (left) => `${left} left`,
  over: "Time is up – it may still work",
  overForGood: "Time is up",
  noDeadline: "No deadline is stated",
  basis: (basis, days) => {
    const length = `${days} day${days === 1 ? "" : "s"}`;
    return basis === "letter"
      ? `the letter says ${length}`
      : `by default ${length}: no number of days was found in the letter`;
  },
  atTheEarliest: "the letter’s time is uncertain: this is the earliest it can mean",
  fromForward:
    "the letter’s own date could not be read, so this counts from when it was forwarded: it may close earlier",
  otherEnd: (moment) =>
    `letters differ, and it may also be ${moment}; until that is certain the earlier date counts`,
  noteSeparator: "; ",

  uncertain: (letterId, cases) =>
    `It is uncertain whose letter this is: it may belong to ${cases.join(" or ")}, or be a case of its own. Until you say so, it is reminded by itself. In Landfall’s folder, run “npx landfall assign ${letterId} CASE” or “npx landfall split ${letterId}”.`,
  late: "This comes late: it could not be sent when it was due.",
  dateUnread: (letterId) =>
    `The date in the forward could not be read, so Landfall counts from when it was forwarded. The letter may be older, and its time shorter or over: look at its date. In Landfall’s folder, tell it by “npx landfall correct ${letterId} --received TIME”, such as 2026-11-23T09:58.`,
  stayInCanada:
    "Until you have the eCoPR: stay in Canada, and tell IRCC before you leave. An eCoPR that the officer signs while you are abroad counts as invalid: you would have to land from outside.",
  seenByItself: "When you answer from the mailbox that Landfall watches, it sees that by itself.",
  portalTrouble: [
    "Nothing is lost for certain: sign in to the portal today and try.",
    "If it does not let you in, use the password reset on its sign-in page.",
    "If that fails too, write to the address in IRCC’s invitation, or use IRCC’s web form.",
  ],
  unverified: (kind, moment, approximate) =>
    `We could not verify that the ${nameLetter(kind)} of ${about(approximate, moment)} is genuine. ${
      kind === "portal1" ? doubtedReply : doubtedLinks
    }`,
  unverifiedOther: `Part of this rests on a letter that we could not verify. ${doubtedLinks}`,

  why: {
    letter: (subject, sender) => `The letter “${subject}”, from ${sender}.`,
    received: (moment, approximate, folder) =>
      `Received ${approximate ? `${moment}, at the earliest` : moment}, in the folder ${folder}.`,
    forwardedAt: (moment, folder) =>
      `Forwarded ${moment}, in the folder ${folder}; the date of the letter in it could not be read.`,
    forwarded: (by) => `Forwarded to you by ${by}.`,
    verified: "Your mail provider confirmed that the sender’s domain is genuine.",
    verifiedForward: "Your mail provider confirmed who forwarded it.",
    unverified: "Nothing confirms that it is genuine.",
    person: "You said so yourself.",
    case: (label) => `Case: ${label}.`,
  },

  labels: {
    steps: "How",
    known: "Good to know",
    trouble: "Where time is up",
    why: "Why you get this",
    done: "Done already? In Landfall’s folder, run:",
    doneButton: "Done",
    portal: "To the portal, through canada.ca",
    about: "IRCC’s page about this, on canada.ca",
  },
  calendar: (name) => `Closes: ${name}`,
  later: (wait) => `Remind me later (${wait})`,
  answer: {
    one: {
      any: "Answer this e-mail with one line, and Landfall knows: “done”, “later”, or “stop” (no more reminders of this).",
      last: "Answer this e-mail with one line, and Landfall knows: “done”, or “stop” (no more reminders of this).",
    },
    several: {
      any: "Answer this e-mail with one line, and Landfall knows: “done all”, or one of them, such as “done photo”; “later”; or “stop” (no more reminders of these).",
      last: "Answer this e-mail with one line, and Landfall knows: “done all”, or one of them, such as “done photo”; or “stop” (no more reminders of these).",
    },
  },
  portalPage:
    "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html",
  notes: englishNotes,
  answers: englishAnswers,
  footer:
    "Landfall, your own reminder program, wrote this; it is not IRCC. What counts is what IRCC writes and what the portal shows.",
  sample: {
    subject: "Sample",
    lead: "This is a sample from “landfall test-mail”. Nothing is due: the letter and the dates in it are invented.",
  },
};
