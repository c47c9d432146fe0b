/** What subject and body say of an eCoPR: whether there is one, and how surely. */

import * as signs from "./ecopr-signs.ts";
import { toldToAll } from "./mention-signs.ts";
import type { Topic } from "./phrases.ts";
import { type Statement, states } from "./statement.ts";

export type SaidOfEcopr = {
  readonly named: boolean;
  /** The person is a permanent resident. */
  readonly landed: boolean;
  /** There is one, by a statement or by a hint. */
  readonly confirmed: boolean;
  /** It says so in one way alone, and in none that no other letter has. */
  readonly surmised: boolean;
  /** Taken back, wrong, or not there yet. */
  readonly withdrawn: boolean;
};

/** `topic`: of the subject. `isAnswer`: to a question, whose subject says nothing. */
type Where = {
  readonly subject: string;
  readonly body: string;
  readonly topic: Topic | null;
  readonly isAnswer: boolean;
  readonly portalNamed: boolean;
};

export const readEcopr = (where: Where): SaidOfEcopr => {
  const said = readAll(where);
  if (!said.confirmed) return said;
  const spoken = withoutTitles(withoutQuestions(where.body));
  return spoken === where.body ? said : readAll({ ...where, body: spoken });
};

const readAll = ({ subject, body, topic, isAnswer, portalNamed }: Where): SaidOfEcopr => {
  const said = (statement: Statement): boolean => states(body, statement);
  const landed = said(signs.landed) || said(signs.gladlyConfirmed);
  const isApproved = portalNamed && signs.approved.every(said);
  const isFetched = !isAnswer && states(subject, signs.ready[0]!) && said(signs.fetched);
  const outright = [landed, isApproved, isFetched, ...signs.ready.map(said)];
  const isHinted = signs.hinted.some(said) && !said(signs.ecoprWanted);
  const inSubject = !isAnswer && states(subject, signs.ecoprNamed);
  const ways = [
    ...outright,
    isHinted,
    signs.handedOver.some(said),
    said(signs.printed),
    inSubject,
    // What no other letter says counts twice.
    inSubject && topic === "ecopr",
    landed && portalNamed,
    isApproved,
  ];
  return {
    named: said(signs.ecoprNamed),
    landed,
    confirmed: (isHinted || outright.some(Boolean)) && !said(toldToAll) && !states(subject, toldToAll),
    surmised: ways.filter(Boolean).length < 2,
    withdrawn: said(signs.withdrawn) || said(signs.notYet),
  };
};

/** "Is your eCoPR ready to download?" heads an answer, and tells of none. */
const withoutQuestions = (body: string): string =>
  body.includes("?") ? body.replaceAll(/[^.!?;:\n]{1,300}\?(?=[\s;,)]|$)/g, " ") : body;

/** 'The e-mail "eCoPR available for download" came late' tells of a letter. Names of pages and buttons stay. */
const withoutTitles = (body: string): string =>
  body.replaceAll(quoted, (title) => (signs.ready.some((ready) => states(title, ready)) ? " " : title));

const quoted = /(?<=^|[\s(])["“«[][^"”»[\]\n]{12,160}["”»\]]/g;
