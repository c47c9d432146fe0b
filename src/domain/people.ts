/**
 * Which person of a family an event is about. Family members get their eCoPR hours or days apart (docs/domain.md [13]),
 * and may get them at one address: that of one of them says nothing of the others.
 */

import type { CaseEvent } from "./events.ts";
import type { Identifiers } from "./letter.ts";
import type { LetterMilestone } from "./milestones.ts";

/** Whom a letter names, as keyed hashes. */
export type People = { readonly ucis: readonly string[]; readonly person: string | null };

/** Undefined where a letter names nobody. */
export const peopleIn = ({ uci, ucis, person = null }: Identifiers): People | undefined => {
  const all = ucis ?? (uci === null ? [] : [uci]);
  return all.length === 0 && person === null ? undefined : { ucis: all, person };
};

/** Each event as what it is for whoever the case's own windows are for: who was first given access to the portal. */
export const tellApart = (counting: readonly CaseEvent[]): readonly CaseEvent[] => {
  if (!counting.some(({ people }) => people !== undefined)) return counting;
  const owner = counting.find(
    ({ milestone, people }) => milestone === "credentialed" && people !== undefined,
  );
  if (owner === undefined) return counting;
  return counting.map((event) => {
    const milestone = ofAnother[event.milestone];
    return milestone !== undefined && event.at >= owner.at && areOthers(event.people, owner.people)
      ? { ...event, milestone }
      : event;
  });
};

/** What such a letter is, where it is about somebody else. */
export const ofAnother: Readonly<Partial<Record<CaseEvent["milestone"], LetterMilestone>>> = {
  credentialed: "family_credentialed",
  confirmed: "family_confirmed",
  card_mailed: "family_card_mailed",
  passport_requested: "family_passport_requested",
};

/** A number tells more than a name, which may be written in several ways; where neither can be compared, they are one. */
const areOthers = (some: People | undefined, others: People | undefined): boolean => {
  if (some === undefined || others === undefined) return false;
  if (some.ucis.length > 0 && others.ucis.length > 0) {
    if (!some.ucis.some((uci) => others.ucis.includes(uci))) return true;
    if (some.ucis.length === 1 && others.ucis.length === 1) return false;
  }
  return some.person !== null && others.person !== null && some.person !== others.person;
};
