/** What notes say in English. Facts: docs/domain.md sections 2 and 6. A warning quotes no link. */

import type { NotePhrases } from "../note-phrases.ts";
import { listed } from "./letters.ts";

const count = (number: number, one: string): string => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

export const englishNotes: NotePhrases = {
  list: "The whole list: npx landfall status",
  why: "Landfall found this in the mailbox that it watches for you.",

  unknown: {
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
      link: (host) => `it asks you to sign in at ${host}, outside gc.ca and canada.ca`,
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
      "The sender’s address ends in cic.gc.ca, and your mail provider confirms that it came from there.",
      "It is in English and French, and leads to a page of canada.ca.",
      "It does not threaten, asks for no money and no card number, and brings no attachment you did not ask for.",
      "That it asks for your details is no sign by itself: Portal 1 does so too.",
      "In doubt, type canada.ca into your browser yourself and look in the portal.",
    ],
  },
};
