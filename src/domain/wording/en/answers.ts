/** What the confirmation of an answer says in English. */

import type { AnswerPhrases } from "../answer-phrases.ts";

export const englishAnswers: AnswerPhrases = {
  subject: {
    done: (names) => `noted as done: ${names}`,
    undo: (names) => `noted as not done: ${names}`,
    snooze: (names) => `put off: ${names}`,
    stop: (names) => `no more reminders: ${names}`,
  },
  lead: {
    done: "There will be no more reminders of it. If that is not what you meant, answer this e-mail with the line below.",
    undo: "You will be reminded of it again while its window is open. To take that back, answer this e-mail with the line below.",
    stop: "The window stays as it is; only the reminders end. A new letter of IRCC’s is told of all the same. To be reminded again, answer this e-mail with the line below.",
  },
  again: {
    subject: (names) => `reminders again: ${names}`,
    lead: "You will be reminded of it again while its window is open.",
  },
  later: (moment, cut) =>
    cut
      ? `You will be reminded again ${moment}. That is sooner than you asked: the last reminder before the window closes is never put off.`
      : `You will be reminded again ${moment}.`,
  notLater: {
    subject: (names) => `not put off: ${names}`,
    last: "Its last reminder before the window closes has gone out, so there is none that could come later. Do it now, if you can.",
    closed: "No window is open for it, so no reminder is to come that could be put off.",
  },
  which:
    "The reminder tells of several tasks, so nothing was noted. Answer this e-mail with one of the lines below.",
  whichSubject: "which task is done?",
  unknown:
    "Your answer was not understood, and nothing was noted. Answer this e-mail with one of the lines below, alone on the first line.",
  unknownSubject: "your answer was not understood",
  unasked:
    "Your answer was not understood, and nothing was noted: that e-mail asks for none. Where it tells of several cases, answer a reminder of the one you mean, or run: npx landfall status",
  quiet: {
    subject: "no more notes about this waiting",
    lead: "A letter of IRCC’s is told of all the same, and so is every window that it opens. To get these notes again, answer this e-mail with the line below.",
  },
  resumed: {
    subject: "notes about this waiting again",
    lead: "You will be told when more time has passed than is usual.",
  },
  say: "You can answer",
  why: "You get this because you answered a reminder. It is the only confirmation.",
};
