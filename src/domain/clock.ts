/** Does this machine's clock agree with the mailbox? Windows are counted from the mailbox's times and by this clock. */

import { hourMs, minuteMs } from "./instants.ts";
import { amountsOf } from "./time-left.ts";
import { englishDuration } from "./wording/en/dates.ts";

/** When the newest mail came: INTERNALDATE (RFC 3501 section 2.3.3), and its topmost Received. */
export type Newest = { readonly internalDate: Date | null; readonly received: Date | null };

const tolerableMs = 5 * minuteMs;
/** Mail that was moved from another server keeps its Received and gets a new INTERNALDATE. */
const movedMs = 26 * hourMs;

/** In plain words; null where nothing speaks against it. A clock that is fast cannot be told from old mail. */
export const clockProblem = ({ internalDate, received }: Newest, now: Date): string | null => {
  const newest = Math.max(internalDate?.getTime() ?? 0, received?.getTime() ?? 0);
  const ahead = newest - now.getTime();
  if (ahead > tolerableMs)
    return `this machine's clock is slow, by ${words(ahead)} or more: the newest mail came later than now; set it (timedatectl set-ntp true)`;
  if (internalDate === null || received === null) return null;
  const apart = Math.abs(internalDate.getTime() - received.getTime());
  return apart > movedMs
    ? `the newest mail came at two times that lie ${words(apart)} apart, by the mailbox and by its own Received: it was moved or forwarded; windows count from the earlier one`
    : null;
};

const words = (ms: number): string => englishDuration(amountsOf(ms));
