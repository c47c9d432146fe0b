/** What notes say in English. Facts: docs/domain.md sections 2 and 6. A warning quotes no link. */

import type { NotePhrases } from "../note-phrases.ts";
import { englishWaiting } from "./waiting.ts";
import { listed } from "./letters.ts";

const count = (number: number, one: string): string => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

export const englishNotes: NotePhrases = {
  list: "The whole list: npx landfall status",
  why: {
    letters: "Landfall found this in the mailbox that it watches for you. Each letter is told of once.",
    waiting: "Landfall watches the waiting too. Not wanted? WAITING_NOTES=off in its settings.",
    week: "You asked for it: WEEKLY in Landfall’s settings. WEEKLY=off there ends it.",
    mailbox:
      "Landfall cannot remind you of letters that it cannot see. It tells you so after 6 hours, a day and three days, and then no more.",
    day: "The most for a day is MAILS_PER_DAY in Landfall’s settings.",
  },

  unknown: {
    news: "IRCC wrote something we do not recognise: see your e-mail",
    subject: (number, quoted) =>
      number === 1
        ? `IRCC wrote something we do not recognise: “${quoted}” – please read it`
        : `IRCC wrote ${number} letters that we do not recognise – please read them`,
    subjectOld: (number) =>
      `Nothing new: ${count(number, "older letter")} from IRCC that we do not recognise`,
    lead: (number) =>
      number === 1
        ? "It fits none of the letters that Landfall knows, so no time is counted for it. Please read it yourself."
        : "They fit none of the letters that Landfall knows, so no time is counted for them. Please read them yourself.",
    leadOld: "This lay in your mailbox before Landfall began to watch it. Most likely you know it.",
    label: (number) => (number === 1 ? "Please read this letter" : "Please read these letters"),
    line: (quoted, moment, folder, verified) =>
      `“${quoted}” – ${moment}, in the folder ${folder}${verified ? "" : " (sender not verified)"}`,
    more: (number) => `and ${number} more`,
    advice: "Does it ask for something by a date? Note the date yourself: Landfall does not count it.",
    labelOld: "Older letters",
    old: (number, newest) =>
      `${count(number, "letter")} from IRCC, more than a month old when found, that Landfall does not recognise; the newest is of ${newest}. If you know what is there, there is nothing to do.`,
  },

  suspicious: {
    subject: (number) =>
      number === 1
        ? "Careful: a letter under IRCC’s name may be false"
        : `Careful: ${number} letters under IRCC’s name may be false`,
    lead: (number) =>
      number === 1
        ? "Landfall does not believe it, and it changes nothing in your case. Use no link in it, open no attachment, send nothing."
        : "Landfall does not believe them, and they change nothing in your case. Use no link in them, open no attachment, send nothing.",
    label: (quoted) => `May be false: “${quoted}”`,
    came: (sender, moment, folder) => `From ${sender}, ${moment}, in the folder ${folder}.`,
    reason: (reason) => `Why: ${reason}.`,
    reasons: {
      lookAlike: (address) => `the address ${address} looks like one of IRCC’s and is none`,
      named: (address) => `the sender bears IRCC’s name, but the address ${address} is none of IRCC’s`,
      shownName: (address) => `the sender’s name shows another address, ${address}`,
      replyTo: (address) => `an answer would go to ${address}, outside gc.ca and canada.ca`,
      destination: (place) => `it asks you to send your details to ${place}, outside gc.ca and canada.ca`,
      link: (host) => `it asks you to sign in at ${host}, outside gc.ca and canada.ca`,
      disguise: (host) => `a link shows an address of the government’s and leads to ${host} instead`,
      elsewhere: (host) => `a link leads to ${host}, outside gc.ca and canada.ca`,
      scheme: (scheme) => `a link opens no page of the web, but something else (“${scheme}”)`,
      attachment: (type) =>
        `it brings an attachment that can do harm (.${type}), which IRCC’s letters do not`,
      errand: (where) => `it sends you to “${where}”, which is not known to be IRCC’s`,
      demand: (what) => `it asks for what IRCC never asks for by e-mail (“${what}”)`,
      refused: (domain) => `your mail provider says that it does not come from ${domain}`,
      otherDomain: (domain) => `your mail provider confirms another sender only: ${domain}`,
      authors: () => "it does not name exactly one author, as every letter does",
      stranger: (address) => `${address} forwarded it, who is not among those you trust to`,
      claim: () => "it reads like a letter from IRCC, but does not come from there",
    },
    wouldEnd: (ends) => `Should it be genuine after all: ${ends.join("; ")}.`,
    end: (names, moment, over) => `${listed(names)}${over ? ` (the time ended ${moment})` : ` by ${moment}`}`,
    correct: (command) => `You know that it is genuine? ${command}`,
    more: (number) => `And ${count(number, "more letter")} of this kind`,
    labelOld: "Older ones",
    old: (number) =>
      `${count(number, "letter")} that may be false, more than a month old when found. You need do nothing.`,
    labelGenuine: "How to tell a genuine one",
    genuine: [
      "The sender’s address ends in @cic.gc.ca, and your mail provider confirms that it came from there.",
      "It is mostly in English and French, and leads to a page of canada.ca.",
      "It does not threaten, asks for no money and no card number, and brings no attachment you did not ask for.",
      "That it asks for your details is no sign by itself: Portal 1 does so too.",
      "In doubt, type canada.ca into your browser yourself and look in the portal.",
    ],
  },

  waiting: englishWaiting,

  week: {
    subject: (open, firstEnd) => {
      if (open === 0) return "Your week: nothing to do now, Landfall keeps watching";
      const things = open === 1 ? "1 thing is open" : `${open} things are open`;
      return `Your week: ${things}${firstEnd === null ? "" : `, the first until ${firstEnd}`}`;
    },
    lead: "The summary that you asked for once a week. That it came shows that Landfall is running.",
    stages: {
      waiting: "No letter yet.",
      invited: "Portal 1 came; it waits for your answer.",
      answered: "Portal 1 is answered; Portal 2 comes next.",
      in_portal: "Portal 2 came; there are things to do.",
      in_review: "All is declared; the eCoPR comes next.",
      confirmed: "The eCoPR came; the card comes next.",
      complete: "The card is here.",
    },
    window: (name, moment, left) =>
      moment === null ? `Open, no deadline is stated: ${name}` : `${left} left: ${name}, by ${moment}`,
    nothingOpen: "Nothing is open.",
    subjectMissed: (missed) =>
      `Your week: nothing is open; time ran out for ${missed === 1 ? "1 thing" : `${missed} things`}`,
    missed: (name, moment) => `Closed ${moment}, and not said to be done: ${name}`,
    labelSelf: "Landfall itself",
    lastLook: (moment) => `Last look at your mailbox: ${moment}.`,
    neverLooked: "It has not been able to look at your mailbox yet.",
    sent: (number) =>
      number === 1 ? "1 e-mail sent in the last 7 days." : `${number} e-mails sent in the last 7 days.`,
    next: (moment) => `Next reminder: ${moment}.`,
  },

  outage: {
    subject: (lasted) => `Landfall has not been able to look at your mailbox for ${lasted}`,
    lead: (since) =>
      `It last looked ${since}. It keeps trying; letters that came meanwhile are read as soon as it works.`,
    labelReason: "What went wrong",
    noReason: "The server does not answer, and gives no reason.",
    labelDo: "What to do",
    steps: [
      "Until it works again look into your mailbox yourself, the junk folder too.",
      "On the machine where Landfall runs: npx landfall status, then npx landfall check.",
      "Was the mailbox’s password changed? Put the new one into Landfall’s settings and start it again.",
    ],
    signIn: {
      subject: "Landfall needs you to sign in to your mailbox again",
      lead: "Your provider no longer lets it in with the consent you once gave. Until you sign in again it sees no new letters, and its reminders may not reach you.",
      step: "On the machine where Landfall runs: npx landfall sign-in",
    },
    open: (number) =>
      number === 1
        ? "You still get the reminders for the window that is open."
        : `You still get the reminders for the ${number} windows that are open.`,
  },

  held: {
    subject: (number) =>
      `Enough for today: ${count(number, "reminder")} more wait${number === 1 ? "s" : ""} until tomorrow`,
    lead: (cap) =>
      `Landfall sends you at most ${cap} e-mails a day (MAILS_PER_DAY). What closes within a day still comes at once.`,
    label: "What waits",
    line: (names, label) => (label === null ? names : `${label}: ${names}`),
    advice: "So many e-mails in a day are unusual. To see why: npx landfall status",
  },
};
