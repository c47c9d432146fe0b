/** What the body of an eCoPR's letter says, as a table like `signs.ts`. */

import { earlier, statement, type Statement } from "./statement.ts";
import * as accounts from "./vocabulary/accounts.ts";
import * as documents from "./vocabulary/documents.ts";
import { condition, others, sponsor } from "./vocabulary/hedges.ts";
import * as kin from "./vocabulary/kin.ts";
import { reported } from "./vocabulary/mentions.ts";
import * as portal from "./vocabulary/portal.ts";
import * as receipts from "./vocabulary/receipts.ts";
import * as things from "./vocabulary/things.ts";
import * as visits from "./vocabulary/visits.ts";

/** It is there. */
export const ready: readonly Statement[] = [
  statement({
    means: "the eCoPR can be downloaded",
    source: "3, eCoPR [7], [13]",
    says: [[things.ecopr, documents.fetch]],
    unless: [sponsor, documents.handedIn, documents.expiring, condition, others, reported],
  }),
  statement({
    means: "the eCoPR is available",
    source: "3, eCoPR [7], [13]",
    says: [
      [things.ecopr, documents.available],
      [things.ecopr, documents.open],
    ],
    unless: [sponsor, portal.screen, documents.handedIn, documents.expiring, condition, others, reported],
  }),
];

/** Not by a word that other letters have for it too, but laid where the reader finds it, or given to the reader. */
export const handedOver: readonly Statement[] = [
  statement({
    means: "the eCoPR lies in the account",
    source: "3, eCoPR [7], [13]",
    says: [
      [things.ecopr, documents.laidDown, portal.credentials],
      [things.ecopr, documents.laidDown, portal.portalItself],
    ],
    unless: [sponsor, portal.screen, documents.handedIn, documents.expiring, condition, others],
  }),
  statement({
    means: "the eCoPR was given to the reader",
    source: "3, eCoPR [7], [13]",
    says: [
      [things.ecopr, documents.givenToYou],
      [things.ecopr, documents.laidDown, documents.today],
    ],
    unless: [sponsor, portal.screen, documents.handedIn, documents.expiring, condition, others],
  }),
];

/** Where the document has no other name: the account then reads "Approved". */
export const approved: readonly Statement[] = [
  statement({
    means: "the status is approved",
    source: "3b [1]",
    says: [[accounts.statusOf, documents.approved]],
  }),
  statement({
    means: "the confirmation is there",
    source: "3b [1]",
    says: [[documents.confirmation, documents.available]],
    unless: [portal.screen, condition, others],
  }),
];

/** What it proves is true. */
export const landed = statement({
  means: "the person is a permanent resident",
  source: "3, eCoPR [7]",
  says: [[things.status, documents.granted], [things.resident, documents.became], [documents.landed]],
  unless: [sponsor, documents.eligible, documents.givenUp, visits.border],
});

/** Of a reply that came in much is confirmed gladly. */
export const gladlyConfirmed = statement({
  means: "the status is confirmed",
  source: "3, eCoPR [7]",
  says: [[things.status, documents.gladly]],
  unless: [sponsor, documents.givenUp, receipts.written, receipts.cameIn],
});

/** eCoPR, named by halves: by what it is for (the card shows the status too), or in a sentence before. */
export const hinted: readonly Statement[] = [
  statement({
    means: "proof of the status can be downloaded",
    source: "3, eCoPR [7], [13]",
    says: [
      [things.proof, things.status, documents.available],
      [things.proof, things.status, documents.fetch],
      [things.proof, things.status, documents.open],
      [things.proof, things.status, portal.credentials],
    ],
    unless: [
      things.card,
      things.otherMatter,
      sponsor,
      receipts.cameIn,
      documents.handedIn,
      documents.givenUp,
      condition,
    ],
  }),
  statement({
    means: "the eCoPR is still available",
    source: "3, eCoPR [7], [13]",
    says: [[earlier(things.ecopr), documents.itIsThere]],
    unless: [sponsor, portal.screen, documents.handedIn, documents.expiring, condition, others],
  }),
];

/** Of what the subject says to download. */
export const fetched = statement({
  means: "asks to download or print the document",
  source: "3, eCoPR [7]",
  says: [
    [documents.itself, documents.fetch],
    [documents.itself, documents.available],
  ],
  unless: [things.card, documents.handedIn, condition, others],
});

/** What is done with an eCoPR that is there. */
export const printed = statement({
  means: "asks to print or sign the eCoPR",
  source: "3, eCoPR [7]",
  says: [
    [earlier(things.ecopr), documents.fetch],
    [earlier(things.ecopr), documents.sign],
  ],
  unless: [condition, others],
});

export const ecoprNamed = statement({
  means: "names the eCoPR",
  source: "3, eCoPR",
  says: [[things.ecopr]],
});

/** Who asks for the document has not just issued it. */
export const ecoprWanted = statement({
  means: "asks to be shown the eCoPR",
  source: "3, eCoPR",
  says: [[things.ecopr, documents.handedIn]],
});

/** One that was there, and is to be used no more: what it closed is not closed by this. */
export const withdrawn = statement({
  means: "the eCoPR was taken back, or is wrong",
  source: "3, eCoPR",
  says: [[earlier(things.ecopr), documents.withdrawn]],
});

/** One that comes: a letter that says so may explain at length what is done with it then. */
export const notYet = statement({
  means: "the eCoPR is not there",
  source: "3, eCoPR",
  says: [
    [things.ecopr, documents.notYet],
    [earlier(things.ecopr), documents.itIsNotYet],
  ],
  unless: [things.card, things.photo, kin.named, kin.ofKin, kin.severalEcoprs, condition, others],
});
