/** What the bodies of portal letters say, as a table. Sources are sections of docs/domain.md. */

import { asked, earlier, statement, type Statement } from "./statement.ts";
import * as kin from "./vocabulary/kin.ts";
import { dealtWith, otherPeople, passwordChanged, reported } from "./vocabulary/mentions.ts";
import * as photos from "./vocabulary/photos.ts";
import * as portal from "./vocabulary/portal.ts";
import * as things from "./vocabulary/things.ts";

/** The department, or the portal, is named. */
export const naming = statement({ means: "names IRCC or its portal", source: "2", says: [[things.ircc]] });

/** What IRCC does about a person's own application. */
export const ownMatter = statement({
  means: "is about somebody's application",
  source: "2, official domains [21], [22]",
  says: [[things.application], [things.status], [things.immigration], [things.portalName]],
});

export const immigration = statement({
  means: "is about immigration",
  source: "2 [22]",
  says: [[things.immigration]],
});

/** Not of the department alone, which asks for answers and writes of accounts of many sorts. */
export const portalNamed = statement({
  means: "speaks of the portal or of the landing",
  source: "0.3; 3, Portal 1",
  says: [[portal.portalItself], [portal.confirmResidence]],
});

/** Portal 2 with credentials. The password itself was cut out before. */
export const password = statement({
  means: "temporary password",
  source: "3, Portal 2 [1], [2]",
  says: [[portal.temporaryPassword]],
  unless: [portal.elsewhere, portal.onItsWay, otherPeople, reported],
});

/** By the person, of whom it is not wanted once more. */
export const passwordDone = statement({
  means: "the temporary password was changed",
  source: "3, Portal 2 [1], [2]",
  says: [[passwordChanged]],
});

/** It comes apart from the account that it is for. */
export const passwordComes = statement({
  means: "the password comes in another message",
  source: "3, Portal 2 [1], [2]",
  says: [[portal.anyPassword, portal.elsewhere]],
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
    [portal.appliedThere],
  ],
});

/** One that is new, so that a password came with it or comes with another mail. */
export const newAccount = statement({
  means: "an account that was made",
  source: "3, Portal 2 [1], [2]",
  says: [[portal.credentials, portal.created]],
});

/** By the name of the task that waits in the account. */
export const confirmTask = statement({
  means: "a task in the account: to confirm permanent residence",
  source: "0.2, Portal 2 [3]",
  says: [[portal.taskOf, portal.confirmingPr, portal.waits]],
});

/** Where else than in the account that is there already. */
export const unfinished = statement({
  means: "steps are left to do in the portal",
  source: "0.2, Portal 2 [3]",
  says: [
    [portal.finishing, portal.signIn],
    [portal.finishing, portal.confirmResidence],
  ],
});

/** In a subject as well. */
export const givenOnceMore = statement({
  means: "credentials given once more",
  source: "3, Portal 2; 5",
  says: [
    [earlier(portal.credentials), portal.givenAgain],
    [portal.credentials, portal.giving, photos.again],
    [portal.oldOnes],
    [portal.credentials, portal.unused],
  ],
});

/** Credentials that were given before. */
export const reissued: readonly Statement[] = [
  givenOnceMore,
  statement({
    means: "another password",
    source: "3, Portal 2; 5",
    says: [[portal.newOnes]],
    unless: [portal.choosing],
  }),
];

/** In a subject. */
export const kinsAccess = statement({
  means: "the access of a member of the family",
  source: "3, Portal 1 (one account or several)",
  says: [[kin.named]],
  unless: [kin.forAll],
});

export const familyMember: readonly Statement[] = [
  statement({
    means: "an account for a member of the family",
    source: "3, Portal 1 (one account or several)",
    says: [
      [portal.opened, kin.forKin],
      [portal.opened, kin.kinNamed],
    ],
    unless: [portal.declaring, kin.forAll, things.photo, portal.elsewhere, kin.kinLater],
  }),
  statement({
    means: "a letter for a member of the family, who has an account apart",
    source: "3, Portal 1 (one account or several)",
    says: [[kin.meantFor, kin.named], [kin.kinsOwn]],
    unless: [kin.forAll, portal.elsewhere],
  }),
  statement({
    means: "credentials for a member of the family",
    source: "3, Portal 1 (one account or several)",
    says: [[kin.followingFor, kin.named]],
    unless: [kin.forAll],
  }),
  statement({
    means: "credentials headed by a member of the family",
    source: "3, Portal 1 (one account or several)",
    says: [[portal.signIn, kin.headed]],
    unless: [kin.forAll],
  }),
];

/** What Portal 2 asks to do. */
export const portal2Tasks: readonly Statement[] = [
  statement({
    means: "declare presence",
    source: "3, Portal 2 [1]",
    says: [
      [portal.declaring, portal.inCanada],
      [portal.presence, portal.inCanada],
      [portal.declaring, portal.presenceItself],
      [portal.declarationAlone, portal.address, things.photo],
    ],
  }),
  statement({ means: "address", source: "3, Portal 2 [1]", says: [[portal.address]] }),
  statement({ means: "photo", source: "3, Photo [30]", says: [[things.photo]] }),
];

/** What the portal asks for before there is an eCoPR. */
export const invitations: readonly Statement[] = [
  statement({
    means: "asks to declare presence",
    source: "3, Portal 2 [1]",
    says: [[asked(portal.doing), portal.within]],
    unless: [dealtWith],
  }),
  statement({
    means: "asks for the address",
    source: "3, Portal 2 [1]",
    says: [[asked(portal.doing), portal.address]],
    unless: [dealtWith],
  }),
  statement({
    means: "asks for a photo",
    source: "3, Photo [30]",
    says: [[asked(portal.doing), things.photo]],
    unless: [dealtWith],
  }),
];
