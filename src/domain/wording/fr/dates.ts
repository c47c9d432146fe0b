/** Moments and durations in French, as it is written in Canada: "10 h 42", the first of a month "1er". */

import type { Amount } from "../../time-left.ts";
import type { WallClock } from "../moments.ts";

const weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
const shortMonths = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juill.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
];

/** "dimanche 29 novembre 2026 à 10 h 42 (America/Toronto, UTC−5)". */
export const longFrench = (at: WallClock): string => {
  const zone = at.timeZone === "UTC" ? at.timeZone : `${at.timeZone}, ${at.offset}`;
  return `${weekdays[at.weekday]} ${dayOf(at)} ${months[at.month - 1]} ${at.year} à ${clock(at)} (${zone})`;
};

/** "dim. 29 nov. à 10 h 42". */
export const shortFrench = (at: WallClock): string =>
  `${weekdays[at.weekday]!.slice(0, 3)}. ${dayOf(at)} ${shortMonths[at.month - 1]} à ${clock(at)}`;

/** "2 jours 3 heures". Below two the singular stands. */
export const frenchDuration = (amounts: readonly Amount[]): string =>
  amounts.length === 0
    ? "moins d’une minute"
    : amounts.map(({ count, unit }) => `${count} ${units[unit]}${count < 2 ? "" : "s"}`).join(" ");

const units = { day: "jour", hour: "heure", minute: "minute" } as const;

const dayOf = ({ day }: WallClock): string => (day === 1 ? "1er" : String(day));

/** With no-break spaces, and no leading zero in the hour. */
const clock = ({ hour, minute }: WallClock): string => `${Number(hour)}\u00A0h\u00A0${minute}`;
