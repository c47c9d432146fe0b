/** How long a case is kept that came to its end. */

import { countingEvents, stageOf } from "./case.ts";
import type { CaseEvent } from "./events.ts";
import { dayMs, shift } from "./instants.ts";
import type { Stage } from "./milestones.ts";
import { windowsOf } from "./windows.ts";

/** After so many days without a word more of it, a case in this stage has ended; of an eCoPR the card is waited for. */
const endsAfterDays: Partial<Record<Stage, number>> = { complete: 0, confirmed: 180 };

/** True once a case ended so many days ago. */
export const isOutlived = (
  events: readonly CaseEvent[],
  { timeZone, retainDays }: { readonly timeZone: string; readonly retainDays: number },
  now: Date,
): boolean => {
  const wait = endsAfterDays[stageOf(events, windowsOf(events, timeZone, now))];
  if (wait === undefined) return false;
  const last = Math.max(...countingEvents(events).map(({ seenAt }) => seenAt.getTime()));
  return shift(new Date(last), (wait + retainDays) * dayMs) <= now;
};
