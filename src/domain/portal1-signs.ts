/** What the body of Portal 1 says, as a table like `signs.ts`. */

import { asked, statement, type Statement } from "./statement.ts";
import { trouble } from "./vocabulary/hedges.ts";
import { alreadyGiven, announced, askedBefore } from "./vocabulary/mentions.ts";
import * as portal from "./vocabulary/portal.ts";

/** Portal 1: answer this e-mail with facts about each person. */
export const askForReply = statement({
  means: "asks for an answer to this e-mail",
  source: "3, Portal 1 [1], [12], [24]",
  says: [
    [asked(portal.reply), portal.thisMessage],
    [asked(portal.reply), portal.following],
    [asked(portal.giveUs), portal.following],
    [portal.answerWanted],
  ],
  unless: [trouble, announced, alreadyGiven, askedBefore],
});

const item = (means: string, ...says: Parameters<typeof statement>[0]["says"]): Statement =>
  statement({ means, source: "3, Portal 1", says, unless: [announced, alreadyGiven] });

/** What Portal 1 asks for. `telling`: no other letter asks for it. */
export const portal1Items: readonly (Statement & { readonly telling: boolean })[] = [
  { telling: true, ...item("eye colour", [portal.eyes]) },
  { telling: true, ...item("height", [portal.height]) },
  { telling: true, ...item("first or last entry", [portal.ordinal, portal.entry], [portal.entryDate]) },
  { telling: false, ...item("UCI", [portal.uci]) },
  { telling: false, ...item("address", [portal.address]) },
  { telling: false, ...item("e-mail address", [portal.emailAddress]) },
  { telling: false, ...item("name", [portal.personName]) },
  {
    telling: false,
    ...statement({
      means: "in Canada or not",
      source: "3, Portal 1",
      says: [[portal.inCanada]],
      unless: [portal.addressThere],
    }),
  },
];
