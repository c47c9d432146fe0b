/** Which of the things that a reminder tells comes first. */

import { byTime } from "../instants.ts";
import type { ReminderFacts, ReminderItem } from "../plan.ts";

/** True once the time of a window is over, whatever the step says. */
export const hasClosed = ({ step, window }: ReminderItem, now: Date): boolean =>
  step === "closing" || (window.closesAt !== null && window.closesAt <= now);

/** What the subject is about: the news, else what ends, else what waits, else what has ended. */
export type Topic = "arrival" | "countdown" | "nudge" | "closed" | "nothing";

export const topicOf = (items: readonly ReminderItem[], now: Date): Topic => {
  const open = items.filter((item) => !hasClosed(item, now));
  if (open.some(({ step }) => step === "opening")) return "arrival";
  if (open.some(({ window }) => window.closesAt !== null)) return "countdown";
  if (open.length > 0) return "nudge";
  return items.length > 0 ? "closed" : "nothing";
};

/**
 * What can still be done in time comes before what is over. Where a letter has just come the password comes first, though
 * it has the most time: everything else needs it. Later what ends first does.
 */
export const inOrder = ({ items, now }: Pick<ReminderFacts, "items" | "now">): readonly ReminderItem[] => {
  const isNew = topicOf(items, now) === "arrival";
  const rank = (item: ReminderItem): number => {
    if (hasClosed(item, now)) return 2;
    return isNew && item.window.task === "password" ? 0 : 1;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
};

export type End = { readonly closesAt: Date; readonly approximate: boolean };

/** When the open windows close, the first one first; those without a known end are left out. */
export const endsOf = (items: readonly ReminderItem[], now: Date): readonly End[] =>
  items
    .filter((item) => !hasClosed(item, now))
    .flatMap(({ window: { closesAt, approximate } }) =>
      closesAt === null ? [] : [{ closesAt, approximate }],
    )
    .toSorted((a, b) => byTime(a.closesAt, b.closesAt));
