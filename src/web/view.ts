/** What every part of the page is given: words, clock, and the little things that they all say in one way. */

import { tasksOf } from "../domain/facts.ts";
import { dayMs } from "../domain/instants.ts";
import type { Task } from "../domain/letter.ts";
import type { Reminder } from "../domain/plan.ts";
import { amountsOf } from "../domain/time-left.ts";
import type { Window } from "../domain/windows.ts";
import { capital } from "../domain/wording/capital.ts";
import { wallClockOf } from "../domain/wording/moments.ts";
import type { Snapshot } from "../flow/snapshot.ts";
import { html, type Html } from "./html.ts";
import type { Spoken } from "./language.ts";

export type View = Spoken & {
  readonly snapshot: Snapshot;
  readonly now: Date;
  /** IANA name. */
  readonly timeZone: string;
  /** The token that every form carries. */
  readonly formToken: string;
  /** Where a calendar subscribes. */
  readonly calendarUrl: string;
};

export const shortMoment = ({ phrases, timeZone }: View, at: Date): string =>
  phrases.moment.short(wallClockOf(at, timeZone));

export const longMoment = ({ phrases, timeZone }: View, at: Date): string =>
  phrases.moment.long(wallClockOf(at, timeZone));

/** A moment that machines can read as well. */
export const timeOf = (view: View, at: Date): Html =>
  html`<time datetime="${at.toISOString()}">${shortMoment(view, at)}</time>`;

/** "5 days 3 hours left". */
export const left = ({ phrases, now }: View, closesAt: Date): string =>
  closesAt <= now
    ? phrases.over
    : phrases.left(phrases.duration(amountsOf(closesAt.getTime() - now.getTime())));

export const taskName = ({ phrases }: View, task: Task): string => capital(phrases.tasks[task].name);

export type Urgency = "calm" | "soon" | "now" | "over";

export const urgencyOf = ({ closesAt, state }: Window, now: Date): Urgency => {
  if (state !== "open") return "over";
  const ms = closesAt === null ? Number.POSITIVE_INFINITY : closesAt.getTime() - now.getTime();
  if (ms <= dayMs) return "now";
  return ms <= 3 * dayMs ? "soon" : "calm";
};

/** How much of a window's time has passed, from 0 to 1; null where it has no end. */
export const passed = ({ opensAt, closesAt }: Window, now: Date): number | null =>
  closesAt === null
    ? null
    : Math.min(
        1,
        Math.max(0, (now.getTime() - opensAt.getTime()) / (closesAt.getTime() - opensAt.getTime())),
      );

/** What a reminder tells of, in a few words. */
export const topicsOf = ({ phrases, words }: View, reminder: Reminder): string =>
  [
    ...tasksOf(reminder).map((task) => phrases.tasks[task].name),
    ...new Set((reminder.notes ?? []).map(({ topic }) => words.notes[topic])),
  ].join(", ");

/** A form of one deed; what it sends is in `fields` and in what `inside` holds. */
export const form = ({ formToken }: View, fields: Readonly<Record<string, string>>, inside: Html): Html =>
  html`<form method="post" action="/act">
    <input type="hidden" name="form" value="${formToken}" />${Object.entries(fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${inside}
  </form>`;

/** Read aloud, not shown. */
export const aloud = (text: string): Html => html`<span class="aloud">${text}</span>`;
