/** What tells that one of IRCC's other letters is over, or never was: as a part of the table in `notice-forms`. */

import { asked, earlier, statement, type Statement } from "./statement.ts";
import * as documents from "./vocabulary/documents.ts";
import * as mentions from "./vocabulary/mentions.ts";
import * as passports from "./vocabulary/passports.ts";
import * as photos from "./vocabulary/photos.ts";
import * as things from "./vocabulary/things.ts";

/** `told` takes it back, or says that it was done; `unless` shows that it is wanted, or so, all the same. */
export type Over = { readonly told: Statement; readonly unless: Statement };

/** The new one came in, and is only looked at. */
export const photoOver: Over = {
  told: statement({
    means: "another photo came in",
    source: "3, Photo [30]",
    says: [[photos.cameNew], [photos.noneWanted], [earlier(things.message), mentions.wasWrong]],
  }),
  unless: statement({
    means: "another photo is still wanted",
    source: "3, Photo [30]",
    says: [
      [photos.another, asked(photos.supply)],
      [asked(photos.redo)],
      [photos.again, asked(photos.supply)],
    ],
  }),
};

/** What was asked for before is not wanted. */
export const passportOver: Over = {
  told: statement({
    means: "the passport is not wanted any more",
    source: "3, Landing from outside [22]",
    says: [
      [earlier(things.passport), passports.takenBack],
      [things.passport, passports.wasReturned],
      [passports.passportCame],
    ],
  }),
  unless: statement({
    means: "asks to send the passport",
    source: "3, Landing from outside [22]",
    says: [
      [things.passport, asked(passports.handIn)],
      [things.passport, passports.wanted],
    ],
    unless: [passports.takenBack, passports.passportCame],
  }),
};

/** An earlier letter said so, and was wrong. */
export const cardOver: Over = {
  told: statement({
    means: "the card was not mailed after all",
    source: "3, Card [7], [8]",
    says: [[things.message, mentions.wasWrong]],
  }),
  unless: statement({
    means: "the card was mailed now",
    source: "3, Card [7], [8]",
    says: [[things.card, documents.mailed, documents.today]],
    unless: [mentions.wasWrong],
  }),
};
