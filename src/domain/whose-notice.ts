/** Whose card or passport a letter is about: the reader's, or that of another person of the family. */

import type { Subkind } from "./notice-forms.ts";
import { statement, states, type Statement } from "./statement.ts";
import * as documents from "./vocabulary/documents.ts";
import * as kin from "./vocabulary/kin.ts";
import * as passports from "./vocabulary/passports.ts";
import * as things from "./vocabulary/things.ts";

/** True if it is about another person's alone. */
export const isAboutKin = (subkind: Subkind, subject: string, body: string): boolean => {
  const of = ofKin[subkind];
  if (of === undefined) return false;
  return (states(body, of) || states(subject, kinsPaper)) && !states(body, own);
};

/** In a subject. */
export const kinsPaper = statement({
  means: "the card or passport of a member of the family",
  source: "3, Card [7]; Landing from outside [22]",
  says: [
    [things.card, kin.ofKin],
    [things.passport, kin.ofKin],
  ],
  unless: [kin.forAll],
});

/** Of the notices that move a case. */
export const ofKin: Readonly<Partial<Record<Subkind, Statement>>> = {
  card_mailed: statement({
    means: "the card of a member of the family is on its way",
    source: "3, Card [7], [8]",
    says: [[things.card, kin.ofKin, documents.mailed]],
    unless: [kin.forAll],
  }),
  passport_request: statement({
    means: "the passport of a member of the family is asked for",
    source: "3, Landing from outside [22]",
    says: [
      [things.passport, kin.ofKin, passports.handIn],
      [things.passport, kin.ofKin, passports.wanted],
    ],
    unless: [kin.forAll],
  }),
};

/** It is, beside whosever else's, the reader's. */
export const own = statement({
  means: "the reader's own card or passport",
  source: "3, Card [7]; Landing from outside [22]",
  says: [[kin.ownPaper]],
});
