/** What notes about waiting say in English: docs/domain.md section 4. */

import type { NotePhrases } from "../note-phrases.ts";

export const englishWaiting: NotePhrases["waiting"] = {
  labelUsual: "What is usual",
  labelCheck: "What to check",
  labelAsk: "How to ask",
  calm: (lead) => `${lead} Nothing is wrong for certain, and nothing is due today.`,
  ofCase: (lead, label) => `${lead} Case: ${label}.`,
  answer: "No more of these? Answer this e-mail with one line: “stop”.",
  cardButton: "The card is here",
  answerCard:
    "The card is here? Answer this e-mail with one line, “done”, and these notes end. “stop” ends them too.",
  cardCame: (command) => `The card is here? ${command} – and these notes end.`,
  portal2: {
    subject: (days) => `No Portal 2 letter yet, ${days} days after your answer: what is usual`,
    lead: (since) => `You answered Portal 1 on ${since}. Landfall has seen no Portal 2 letter since.`,
    usual: ["Mostly one to two weeks. Some get it the same day, some after more than a month."],
    check: [
      "Look into the junk folder of every mailbox that you gave to IRCC.",
      "Is your answer in the Sent folder, and did none come back as undeliverable?",
      "You have a representative? The letter goes to them: ask whether it came.",
      "You applied through the PR Portal? IRCC may use the account you have: sign in there and look.",
    ],
    ask: () => [
      "Write to the address in IRCC’s invitation (Portal 1), or use IRCC’s web form on canada.ca. Say when you answered.",
    ],
  },
  ecopr: {
    subject: (days) => `No eCoPR yet, ${days} days after your photo: what is usual`,
    lead: (since) => `You uploaded your photo on ${since}. Landfall has seen no eCoPR letter since.`,
    usual: [
      "IRCC says up to a few weeks. Applicants tell of the same day up to more than 90 days, some of a couple of months in review.",
    ],
    check: [
      "Look into the junk folder.",
      "Sign in to the portal: with the status “Approved” the eCoPR is ready, whether a letter came or not.",
      "Was your photo returned? Then the portal asks for another one.",
      "Stay in Canada until you have it, and tell IRCC before you leave.",
    ],
    ask: () => ["Use IRCC’s web form on canada.ca, or write to the address in IRCC’s invitation."],
  },
  card: {
    subject: (days) => `The PR card, ${days} days after your eCoPR: what is usual`,
    lead: (since) => `The eCoPR letter came on ${since}. Landfall does not know yet that the card is here.`,
    usual: [
      "From 10 days to more than four months. In the portal it reads “Ready for Review” until it is mailed.",
    ],
    check: [
      "Sign in to the portal: are photo and address accepted, and is the address still right?",
      "Ask the people who share your mailbox, and at your earlier address.",
    ],
    ask: (days) =>
      days < 180
        ? [
            "Wait for the usual time and six weeks more; then tell IRCC through its web form that the card never came (a solemn declaration).",
            "After 180 days a new application and fee are needed: ask before then.",
          ]
        : [
            "180 days have passed. IRCC then wants a new application for the card, with the fee; its web form on canada.ca tells you for certain.",
          ],
  },
};
