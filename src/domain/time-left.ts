/** How long is left. Rounded down, never up: nobody is told of time that is not there. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Amount = { readonly count: number; readonly unit: "day" | "hour" | "minute" };

/** Days and hours, hours and minutes, or minutes; nothing below a minute, and below zero. */
export const amountsOf = (ms: number): readonly Amount[] => {
  const { count, unit } = leading(ms);
  const rest: Amount =
    unit === "day"
      ? { count: Math.floor((ms % day) / hour), unit: "hour" }
      : { count: unit === "hour" ? Math.floor((ms % hour) / minute) : 0, unit: "minute" };
  return [{ count, unit }, rest].filter((amount) => amount.count > 0);
};

const leading = (ms: number): Amount => {
  if (ms >= day) return { count: Math.floor(ms / day), unit: "day" };
  if (ms >= hour) return { count: Math.floor(ms / hour), unit: "hour" };
  return { count: Math.floor(ms / minute), unit: "minute" };
};

/**
 * What two clock readings leave between them. A reminder goes out an instant after its rung, so that
 * counting the seconds would make "1 day 23 hours" of every "2 days"; a person sees clocks without
 * seconds. Both readings are cut to the minute, and the last hour is counted exactly.
 */
export const leftByClock = (now: Date, end: Date): readonly Amount[] => {
  const exact = end.getTime() - now.getTime();
  return amountsOf(exact < hour ? exact : toMinute(end) - toMinute(now));
};

const toMinute = (instant: Date): number => Math.floor(instant.getTime() / minute) * minute;
