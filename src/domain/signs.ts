/** What the bodies of portal letters say, as a table. Sources are sections of docs/domain.md. */

import { earlier, statement, type Statement } from "./statement.ts";
import * as documents from "./vocabulary/documents.ts";
import * as portal from "./vocabulary/portal.ts";
import * as things from "./vocabulary/things.ts";

/** The department, or the portal, is named. */
export const naming = statement({ means: "names IRCC or its portal", source: "2", says: [[things.ircc]] });

/** What the letter is about; IRCC's requests for documents ask for an answer too, and speak of neither. */
export const landing = statement({
  means: "speaks of the portal or of the landing",
  source: "0.3; 3, Portal 1",
  says: [[portal.portalItself], [portal.confirmResidence], [things.ircc]],
});

/** Portal 2 with credentials. The password itself was cut out before. */
export const password = statement({
  means: "temporary password",
  source: "3, Portal 2 [1], [2]",
  says: [[portal.temporaryPassword]],
  unless: [portal.elsewhere],
});

export const account = statement({
  means: "an account to sign in to",
  source: "3, Portal 2 [1], [2]",
  says: [[portal.signIn]],
});

export const existingAccount = statement({
  means: "the account you already have",
  source: "0.2, Portal 2 [3]",
  says: [
    [portal.credentials, portal.alreadyHave],
    [portal.signIn, portal.alreadyHave],
    [portal.noNewAccount],
  ],
});

/** Credentials that were given before. */
export const reissued = statement({
  means: "credentials given once more",
  source: "3, Portal 2; 5",
  says: [[earlier(portal.credentials), portal.givenAgain]],
  unless: [portal.choosing],
});

export const familyMember = statement({
  means: "an account for a member of the family",
  source: "3, Portal 1 (one account or several)",
  says: [[portal.opened, portal.forKin]],
  unless: [portal.declaring, things.photo],
});

/** What Portal 2 asks to do. */
export const portal2Tasks: readonly Statement[] = [
  statement({
    means: "declare presence",
    source: "3, Portal 2 [1]",
    says: [
      [portal.declaring, portal.inCanada],
      [portal.presence, portal.inCanada],
    ],
  }),
  statement({ means: "address", source: "3, Portal 2 [1]", says: [[portal.address]] }),
  statement({ means: "photo", source: "3, Photo [30]", says: [[things.photo]] }),
];

/** eCoPR, by what it is for; the card shows the status too. */
export const proved = statement({
  means: "proof of the status can be downloaded",
  source: "3, eCoPR [7], [13]",
  says: [
    [things.proof, things.status, documents.available],
    [things.proof, things.status, documents.fetch],
    [things.proof, things.status, portal.credentials],
  ],
  unless: [things.card],
});

/** eCoPR: it is there, or what it proves is true. */
export const confirmed = statement({
  means: "the eCoPR can be downloaded",
  source: "3, eCoPR [7], [13]",
  says: [
    [things.ecopr, documents.available],
    [things.ecopr, documents.fetch],
    [things.status, documents.granted],
    [things.resident, documents.became],
    [documents.landed],
  ],
});

export const ecoprNamed = statement({
  means: "names the eCoPR",
  source: "3, eCoPR",
  says: [[things.ecopr]],
});
