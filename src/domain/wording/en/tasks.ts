/** The tasks in English: what each is called and how it is done. Facts: docs/domain.md sections 3 and 3b. */

import type { Task } from "../../letter.ts";
import type { TaskPhrases } from "../phrasebook.ts";

const photoFormat = "JPEG or PNG, between 715×1000 and 2000×2800 pixels, at most 4 MB.";

export const englishTasks: Readonly<Record<Task, TaskPhrases>> = {
  reply: {
    name: "reply to IRCC",
    short: "reply",
    steps: [
      "Answer IRCC’s e-mail itself. Do not create an account.",
      "Give for each person: name, UCI, e-mail, first entry to Canada, last entry (date and place), eye colour, height, address, and whether they are in Canada now.",
      "Outside Canada? Say so, with the country and the date of return.",
      "The letter asks for a code, or your address changed? Put the code, or the new address with proof, into the same reply.",
      "The principal applicant may answer for the whole family: one answer keeps it together.",
    ],
    wayOut: ["Reply now: it may still be in time.", "If you get no answer, use IRCC’s web form."],
  },
  password: {
    name: "change the temporary password",
    short: "password",
    steps: [
      "Open the portal from the canada.ca page that this mail links to.",
      "Sign in with your e-mail address and the temporary password in the letter.",
      "Set a password of your own.",
    ],
    wayOut: ["Try the temporary password all the same."],
  },
  presence: {
    name: "declare that you are in Canada",
    short: "presence",
    steps: ["In the portal, declare for each person that they are in Canada. You must really be there."],
    wayOut: ["Declare it in the portal all the same. You must really be in Canada."],
  },
  address: {
    name: "confirm your address",
    short: "address",
    steps: ["In the portal, enter the address in Canada that the PR card is to be mailed to."],
    wayOut: [
      "Enter it in the portal all the same.",
      "The address can be given up to 180 days after you became a permanent resident.",
    ],
  },
  photo: {
    name: "upload your photo",
    short: "photo",
    steps: [
      "Take it against a white background: no glare, not dark. A selfie or a scan will do, a photo of a paper photo will not.",
      photoFormat,
      "Upload it in the portal, one for each person.",
    ],
    wayOut: [
      `Upload it in the portal all the same, before a white background. ${photoFormat}`,
      "The photo can be given up to 180 days after you became a permanent resident.",
    ],
  },
  passport: {
    name: "send your passport",
    short: "passport sent",
    steps: [
      "Do what the letter says: it names the office, what to send, and how.",
      "Send the passport and the photos of each person that it names.",
      "Keep a copy, and the proof that you sent it.",
    ],
    wayOut: [
      "Send it now all the same, and write to the office that asked for it.",
      "If you cannot, say so through IRCC’s web form.",
    ],
  },
  land: {
    name: "land in Canada",
    short: "landed",
    steps: [
      "Enter Canada on or before that day, with your passport and the CoPR.",
      "It is not extended: whoever lets it run out usually has to apply again.",
      "You cannot travel in time? Tell IRCC through its web form now.",
    ],
    wayOut: [
      "Do not travel on it: ask IRCC through its web form what holds for you.",
      "Whoever lets a CoPR run out usually has to apply again.",
    ],
  },
  print: {
    name: "print your eCoPR",
    short: "eCoPR printed",
    steps: [
      "Sign in to the portal and download the PDF. It can take hours, or a couple of days, to appear.",
      "Check every line: mistakes are common. Names that are cut off are known to happen.",
      "Print it, and sign and date the client copy by hand. A parent signs for a child under 14.",
      "It proves your status inside Canada, for a social insurance number (SIN) and for benefits. It is not for travel.",
    ],
    wayOut: [
      "Sign in to the portal: the PDF may still be there.",
      "If it is gone, ask for it through IRCC’s web form. You are a permanent resident all the same.",
    ],
  },
  card: {
    name: "look out for your PR card",
    short: "card is here",
    steps: ["It comes by mail. Until then a trip back into Canada is not covered by the eCoPR."],
    wayOut: [
      "If the usual time and six weeks have passed, tell IRCC through its web form: you can declare that the card never came.",
      "180 days after you became a permanent resident, a new application and fee are needed.",
    ],
  },
};

export const familyPrint: TaskPhrases = {
  ...englishTasks.print,
  name: "print the eCoPR of your family member",
};

export const doubtedPrint: TaskPhrases = {
  name: "look for your eCoPR in the portal",
  short: "eCoPR printed",
  steps: [
    "Sign in to the portal. If the eCoPR is there, download the PDF. It can take hours, or a couple of days, to appear.",
    ...englishTasks.print.steps.slice(1),
  ],
  wayOut: [
    "Sign in to the portal: if an eCoPR was issued, the PDF may still be there.",
    "If it is not, ask IRCC through its web form.",
  ],
};
