/** What letters say that only speak of a portal letter, as a table like `signs.ts`. */

import { not, statement, type Statement } from "./statement.ts";
import * as mentions from "./vocabulary/mentions.ts";
import { landing, otherAccount, thisPortal } from "./vocabulary/other-accounts.ts";
import * as portal from "./vocabulary/portal.ts";
import { application, portalName, status } from "./vocabulary/things.ts";

/** Of an account for something else. */
export const ofAnother = statement({
  means: "an account for something else than the landing",
  source: "2, hosts; 3, Portal 2",
  says: [[otherAccount]],
});

/** The account itself. */
export const anothersAccount = statement({
  means: "an account of something else than the portal",
  source: "2, hosts; 3, Portal 2",
  says: [
    [otherAccount, portal.credentials],
    [otherAccount, portal.temporaryPassword],
  ],
});

export const portalNamed = statement({
  means: "names the portal of the landing",
  source: "0.3; 2, hosts",
  says: [[portalName], [thisPortal]],
});

export const landingNamed = statement({
  means: "names the landing",
  source: "0.3; 2, hosts",
  says: [[landing]],
});

/** Permanent residence is spoken of, or some portal. */
export const residenceNamed = statement({
  means: "speaks of permanent residence",
  source: "0.3",
  says: [[status], [portal.portalItself]],
});

/** In a subject. */
export const credentialsNamed = statement({
  means: "is about an account or a password",
  source: "1, P2",
  says: [[portal.credentials]],
});

/** An application begins with it. */
export const ofApplying = statement({
  means: "an account to apply with",
  source: "2, hosts [3]",
  says: [[mentions.applying]],
});

/** Of a letter that brings no password. */
export const nothingWanted: readonly Statement[] = [
  statement({
    means: "nothing is wanted now",
    source: "3",
    says: [[mentions.nothingWanted], [mentions.laterTurn]],
  }),
  statement({
    means: "the account or the application is over",
    source: "5",
    says: [
      [portal.credentials, mentions.ended],
      [application, mentions.ended],
    ],
  }),
];

/** Of one that does not ask, either, to sign in to the account that is there. */
export const toldOnly = statement({
  means: "it informs",
  source: "3",
  says: [[mentions.informing], [mentions.stakeholders], [mentions.otherPeople, portal.temporaryPassword]],
});

/** Of one that does not say by when to do the tasks. */
export const whetherItCame = statement({
  means: "it asks whether an earlier letter came",
  source: "5",
  says: [[mentions.whetherItCame]],
});

/** Of an application that is still looked at. */
export const lacking = statement({
  means: "the application lacks something",
  source: "1",
  says: [[mentions.lacking]],
});

/** Of one that asks for nothing. */
export const doneAlready = statement({
  means: "the tasks were done",
  source: "3, Portal 2",
  says: [[mentions.doneAlready]],
});

/** Of what asks for height and eyes, and for no answer. */
export const notAsked = statement({
  means: "it asks for nothing, or for nothing yet",
  source: "3, Portal 1",
  says: [[mentions.laterTurn], [mentions.notNow], [mentions.answered]],
});

/** It wants them elsewhere. */
export const notByReply = statement({
  means: "no answer to this e-mail is wanted",
  source: "3, Portal 1",
  says: [[not(portal.reply), portal.thisMessage]],
});

export const inForm = statement({
  means: "a form or a file is wanted",
  source: "3, Portal 1",
  says: [[mentions.inForm]],
});

/** The letter that it speaks of, unless it gives or asks what a genuine one does: warnings say so too. */
export const forged = statement({
  means: "that letter was none of IRCC's",
  source: "6",
  says: [[mentions.notOurs]],
});

/** What asks for a person's looks as Portal 1 does. */
export const ofOtherPaper = statement({
  means: "details for another document",
  source: "3, Portal 1",
  says: [[mentions.otherPaper]],
});

/** It tells of letters, and is none: in subject or body. */
export const toldToAll = statement({
  means: "it tells those who work with the department, or what a file holds",
  source: "3",
  says: [[mentions.stakeholders]],
});
