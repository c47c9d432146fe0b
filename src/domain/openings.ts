/** What opens a window: one letter, or several copies of one letter taken together. */

import type { CaseEvent, Source } from "./events.ts";
import { byTime, hourMs, minuteMs } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { Milestone } from "./milestones.ts";

export type Opening = Pick<
  CaseEvent,
  "at" | "trust" | "approximate" | "dateUnread" | "redated" | "days" | "until"
> & {
  /** The id of the event that was seen first: a copy that comes later changes nothing in it. */
  readonly id: string;
  readonly seenAt: Date;
  readonly source: Source;
  /** Nothing before it counts any more: it is verified and dated, or the answer to what came before never arrived. */
  readonly restarts: boolean;
  /** Another person of the family has to do it: what the case's own letters open or end says nothing of it. */
  readonly ofAnother: boolean;
  /** Every event taken together here. */
  readonly eventIds: readonly string[];
};

/** A forward quotes the Date field, to the minute; the direct letter is dated by its Received field. */
const exactTwinMs = 10 * minuteMs;
/** A quoted date without a zone can be off by the span of all zones, in steps of half an hour. */
const approximateTwinMs = 26 * hourMs;
const zoneStepMs = 30 * minuteMs;
const deliveredWithinMs = 5 * minuteMs;

/**
 * The openings of a task, oldest first. A forward of a letter that also came directly is no second opening. What is verified
 * is put together first, so that what is not can add no copy that would keep two of them apart.
 */
export const openingsOf = (
  counting: readonly CaseEvent[],
  task: Task,
  opensWith: readonly Milestone[],
): readonly Opening[] => {
  const groups: CaseEvent[][] = [];
  const opening = counting.filter(
    ({ milestone, tasks }) => opensWith.includes(milestone) && tasks.includes(task),
  );
  for (const event of opening.toSorted((a, b) => Number(isVerified(b)) - Number(isVerified(a)))) {
    const copies = groups.findLast((group) => group.every((other) => areTwins(other, event, task)));
    if (copies === undefined) groups.push([event]);
    else copies.push(event);
  }
  return groups.map(toOpening).toSorted((a, b) => byTime(a.at, b.at));
};

const isVerified = ({ trust }: CaseEvent): boolean => trust === "verified";

/** A forward without a date may be of the very letter that opened the time that runs: so it puts no end off. */
const isNews = (event: CaseEvent): boolean => isVerified(event) && event.dateUnread !== true;

/** Never two that came directly, nor two that give the task another time. */
const areTwins = (a: CaseEvent, b: CaseEvent, task: Task): boolean => {
  if (a.milestone !== b.milestone || a.days[task] !== b.days[task] || !(a.forwarded || b.forwarded))
    return false;
  // No zone explains how long a letter lay before it was forwarded.
  if (a.dateUnread === true || b.dateUnread === true) return false;
  const apart = Math.abs(a.at.getTime() - b.at.getTime());
  if (!a.approximate && !b.approximate) return apart <= exactTwinMs;
  const beyondZones = apart % zoneStepMs;
  return apart <= approximateTwinMs && Math.min(beyondZones, zoneStepMs - beyondZones) <= deliveredWithinMs;
};

/** Of copies, those that are verified say when it was. */
const toOpening = (copies: readonly CaseEvent[]): Opening => {
  const seenFirst = copies.reduce((first, event) => (event.seenAt < first.seenAt ? event : first));
  const dating = copies.some(isVerified) ? copies.filter(isVerified) : copies;
  const earliest = dating.reduce((first, event) => (event.at < first.at ? event : first));
  // The exact reading of a letter is better than the earliest guess at the same one; but what nothing proves puts no end off.
  const dated = dating.find((event) => isVerified(event) && !event.approximate) ?? earliest;
  return {
    id: seenFirst.id,
    seenAt: seenFirst.seenAt,
    source: seenFirst.source,
    at: dated.at,
    approximate: dated.approximate,
    ...(dated.dateUnread && { dateUnread: true }),
    ...(dated.redated && { redated: true }),
    trust: isVerified(dated) ? "verified" : "unverified",
    restarts: copies.some((event) => isNews(event) || event.milestone === "reply_bounced"),
    ofAnother: dated.milestone.startsWith("family_"),
    days: dated.days,
    eventIds: copies.map((event) => event.id),
    ...(dated.until && { until: dated.until }),
  };
};
