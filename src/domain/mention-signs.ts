/** What letters say that only speak of a portal letter, as a table like `signs.ts`. */

import { statement, type Statement } from "./statement.ts";
import * as mentions from "./vocabulary/mentions.ts";
import { otherAccount, thisPortal } from "./vocabulary/other-accounts.ts";
import * as portal from "./vocabulary/portal.ts";
import { application } from "./vocabulary/things.ts";

/** Of an account for something else. */
export const ofAnother = statement({
  means: "an account for something else than the landing",
  source: "2, hosts; 3, Portal 2",
  says: [[otherAccount]],
});

export const ofThis = statement({
  means: "names the portal of the landing",
  source: "0.3; 2, hosts",
  says: [[thisPortal]],
});

/** An application begins with it. */
export const ofApplying = statement({
  means: "an account to apply with",
  source: "2, hosts [3]",
  says: [[mentions.applying]],
});

/** Of a letter that brings no password, and asks for nothing. */
export const toldOnly: readonly Statement[] = [
  statement({
    means: "it only informs",
    source: "3",
    says: [[mentions.informing], [mentions.later]],
  }),
  statement({
    means: "the account or the application is over",
    source: "5",
    says: [
      [portal.credentials, mentions.ended],
      [application, mentions.ended],
    ],
  }),
  statement({
    means: "it asks whether an earlier letter came",
    source: "5",
    says: [[mentions.whetherItCame]],
  }),
];

/** Of one that may ask for an answer some day. */
export const notYet = statement({
  means: "it asks for nothing yet",
  source: "3, Portal 1",
  says: [[mentions.later]],
});

/** What asks for a person's looks as Portal 1 does. */
export const ofOtherPaper = statement({
  means: "details for another document",
  source: "3, Portal 1",
  says: [[mentions.otherPaper]],
});
