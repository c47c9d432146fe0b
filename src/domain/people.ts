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
  const isOthers = (event: CaseEvent): boolean =>
    isOfSome(event, owner.people)
      ? !isAddressee(event.people, owner.people) && !isLast(event, owner.people, counting)
      : areOthers(event.people, owner.people);
  return counting.map((event) => {
    const milestone = ofAnother[event.milestone];
    return milestone !== undefined && event.at >= owner.at && isOthers(event)
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

/**
 * Access may be given to several in one letter, by their numbers. A letter about some of them settles the case if it is that of whoever
 * access was written to, or the last one that all of them need.
 */
const isOfSome = ({ milestone, people }: CaseEvent, owner: People | undefined): boolean => {
  if (!settling.includes(milestone) || people === undefined || owner === undefined) return false;
  const named = owner.ucis.filter((uci) => people.ucis.includes(uci));
  return named.length > 0 && named.length < owner.ucis.length;
};

/** What ends the windows of whom it is about. */
const settling: readonly CaseEvent["milestone"][] = ["confirmed", "card_mailed"];

/** By name, and by the number that stands first: every letter may greet the same person, whoever it is about. */
const isAddressee = (some: People | undefined, owner: People | undefined): boolean =>
  some?.person != null && some.person === owner?.person && some.ucis.includes(owner.ucis[0]!);

/** True if letters that are proved told of all the others before; `counting` is in the order of time. */
const isLast = (event: CaseEvent, owner: People | undefined, counting: readonly CaseEvent[]): boolean => {
  const before = counting
    .slice(0, counting.indexOf(event))
    .filter(({ milestone, trust }) => milestone === event.milestone && trust === "verified");
  const told = [event, ...before.filter((each) => isOfSome(each, owner))].flatMap(
    ({ people }) => people?.ucis ?? [],
  );
  return owner?.ucis.every((uci) => told.includes(uci)) === true;
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
