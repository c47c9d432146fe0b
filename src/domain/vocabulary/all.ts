/** Every family by its name. */

import type { Family } from "../family.ts";
import * as accounts from "./accounts.ts";
import * as answers from "./answers.ts";
import * as documents from "./documents.ts";
import * as hedges from "./hedges.ts";
import * as passports from "./passports.ts";
import * as kin from "./kin.ts";
import * as mentions from "./mentions.ts";
import * as otherAccounts from "./other-accounts.ts";
import * as photos from "./photos.ts";
import * as portal from "./portal.ts";
import * as receipts from "./receipts.ts";
import * as things from "./things.ts";
import * as visits from "./visits.ts";

export const vocabulary: Readonly<Record<string, Family>> = Object.fromEntries(
  [
    things,
    portal,
    otherAccounts,
    mentions,
    kin,
    photos,
    passports,
    documents,
    receipts,
    accounts,
    visits,
    answers,
    hedges,
  ].flatMap((file) => Object.entries(file)),
);
