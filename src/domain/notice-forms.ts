/**
 * The letters of IRCC's that are neither portal letter nor eCoPR, as a table. Of most no exact subject is
 * known (docs/domain.md section 1), so subject and body are both asked. Subjects are for folded text.
 */

import { acknowledged, acknowledgedAnswer } from "./acknowledgements.ts";
import { accountNotice } from "./account-notices.ts";
import { anyOf } from "./fold.ts";
import type { Task } from "./letter.ts";
import { toldToAll } from "./mention-signs.ts";
import { asked, earlier, not, statement, type Statement } from "./statement.ts";
import { cardOver, type Over, passportOver, photoOver } from "./taken-back.ts";
import * as answers from "./vocabulary/answers.ts";
import * as documents from "./vocabulary/documents.ts";
import { applying, byFraud, inGeneral, reported } from "./vocabulary/mentions.ts";
import * as passports from "./vocabulary/passports.ts";
import * as photos from "./vocabulary/photos.ts";
import * as receipts from "./vocabulary/receipts.ts";
import * as visits from "./vocabulary/visits.ts";
import * as things from "./vocabulary/things.ts";

export type Subkind =
  | "photo_returned"
  | "passport_request"
  | "card_mailed"
  | "biometrics"
  | "medical"
  | "webform_reply"
  | "acknowledged"
  | "aor"
  | "account_notice";

/** How one of them is known. */
export type Form = Statement & {
  readonly subkind: Subkind;
  readonly subject?: RegExp;
  readonly tasks?: readonly Task[];
  /** Only an answer ("RE:", "Automatic reply:") can be one. */
  readonly answersOnly?: boolean;
  /** A letter that says this beside it is more than that. */
  readonly unlessLetter?: readonly Statement[];
  /** What moves a case may be taken back, or done. */
  readonly over?: Over;
  /** Under such a subject photos and cards are only spoken of. */
  readonly subjectDecides?: boolean;
};

const picture = "(?:photo(?:graph)?s?|picture|image)";

/** It has photos too. */
const otherApplication = statement({
  means: "an application for something else",
  source: "3, Photo [30]",
  says: [[things.otherApplication]],
});

/** A letter may say so beside what else it says. */
export const photoReturned: Form = {
  subkind: "photo_returned",
  ...statement({
    means: "the photo was not accepted, another one is wanted",
    source: "1; 3, Photo [30]",
    says: [
      [things.photo, photos.returned],
      [things.photo, not(photos.accepted)],
      [things.photo, photos.faulty],
      [things.photo, photos.redo],
      [earlier(things.photo), not(photos.accepted), things.requirements],
      [earlier(things.photo), photos.again, photos.supply],
      [earlier(things.photo), photos.another, photos.supply],
    ],
    unless: [things.otherPhoto, things.otherMatter, things.biometrics, reported, applying, inGeneral],
  }),
  subject: anyOf(
    `${picture}[^|]{0,30}(?:not accepted|rejected|refused|returned|not acceptable|unacceptable)`,
    `(?:new|another) ${picture} (?:is )?(?:required|needed|requested)`,
    "photo[^|]{0,30}(?:refusée|rejetée|retournée|non acceptée|pas été acceptée)",
    "nouvelle photo",
  ),
  tasks: ["photo"],
  unlessLetter: [otherApplication, toldToAll],
  over: photoOver,
};

/** Brought along to it, a passport is shown and not left. */
const interview = statement({
  means: "an interview",
  source: "3, Landing from outside [22]",
  says: [[visits.interview, visits.convened], [visits.meeting]],
});

export const passportRequest: Form = {
  subkind: "passport_request",
  ...statement({
    means: "the passport is asked for",
    source: "0; 3, Landing from outside [22]",
    says: [
      [things.passport, passports.handIn],
      [things.passport, passports.wanted],
      [things.passport, passports.carry, things.visaOffice],
    ],
    unless: [things.passportDetail, passports.wasReturned, passports.takenBack, visits.occasion, byFraud],
  }),
  subject: anyOf(
    "ready for visa",
    "passport (?:request|submission)",
    "request for (?:your |the )?passports?",
    "submit(?:ting)? (?:your |the )?passports?",
    "(?<!votre )(?:demande|présentation) (?:de |du |de votre )passeport(?! canadien)",
  ),
  tasks: ["passport"],
  unlessLetter: [interview, toldToAll],
  over: passportOver,
};

export const cardMailed: Form = {
  subkind: "card_mailed",
  ...statement({
    means: "the permanent resident card is on its way",
    source: "3, Card [7], [8]",
    says: [
      [things.card, documents.mailed],
      [earlier(things.card), documents.mailedIt],
    ],
    unless: [things.otherCard, documents.mailedOther, documents.cameBack, documents.notYet, reported],
  }),
  unlessLetter: [toldToAll],
  over: cardOver,
  subject: anyOf(
    "(?:pr|permanent resident) card[^|]{0,30}(?:mailed|sent|shipped|issued|on its way)",
    "carte (?:de )?(?:rp|résident permanent)[^|]{0,30}(?:postée|envoyée|expédiée|délivrée)",
  ),
};

/** In this order: what asks for something first, the vaguest last. */
export const forms: readonly Form[] = [
  photoReturned,
  passportRequest,
  cardMailed,
  {
    subkind: "biometrics",
    ...statement({
      means: "biometrics",
      source: "1",
      says: [
        [earlier(things.biometrics), asked(visits.enrol)],
        [things.biometrics, visits.passed],
        [things.biometrics, visits.valid],
      ],
    }),
    subject: anyOf("biometric", "biométri"),
    subjectDecides: true,
  },
  {
    subkind: "medical",
    ...statement({
      means: "a medical examination",
      source: "1",
      says: [
        [things.medical, visits.examine],
        [things.medical, visits.passed],
        [things.medical, not(visits.valid)],
        [things.panelDoctor],
      ],
    }),
    subject: anyOf("medical (?:exam|instruction)", "examen médical|visite médicale"),
  },
  {
    subkind: "webform_reply",
    ...statement({
      means: "an answer to a web form",
      source: "1",
      says: [
        [things.webForm, answers.responding],
        [things.enquiry, answers.responding],
        [receipts.thanks, answers.contacting],
      ],
      unless: [answers.offering, answers.askedByMany],
    }),
    subject: anyOf(
      "web ?form",
      "formulaire web",
      "^(?:enquiry|inquiry) ",
      "(?:your|votre) (?:ircc )?(?:enquiry|inquiry|demande de renseignements)",
    ),
    subjectDecides: true,
  },
  acknowledgedAnswer,
  acknowledged,
  {
    subkind: "aor",
    ...statement({
      means: "an application was received",
      source: "1",
      says: [
        [things.application, receipts.registered],
        [earlier(things.application), receipts.registeredIt],
        [receipts.receiptOfApplication],
      ],
    }),
    subject: anyOf("acknowledge?ment of receipt|confirmation of receipt", "accusé de réception"),
  },
  accountNotice,
];
