/** How long is left, in words. Rounded down, never up: nobody is told of time that is not there. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "2 days 3 hours", "5 hours 40 minutes", "12 minutes"; below a minute, and below zero, "less than a minute". */
export const timeLeft = (ms: number): string => {
  if (ms < minute) return "less than a minute";
  if (ms < hour) return count(ms / minute, "minute");
  if (ms < day) return pair(count(ms / hour, "hour"), (ms % hour) / minute, "minute");
  return pair(count(ms / day, "day"), (ms % day) / hour, "hour");
};

/**
 * What two clock readings leave between them. A reminder goes out an instant after its rung, so that
 * counting the seconds would make "1 day 23 hours" of every "2 days"; a person sees clocks without
 * seconds. Both readings are cut to the minute, and the last hour is counted exactly.
 */
export const timeLeftByClock = (now: Date, end: Date): string => {
  const exact = end.getTime() - now.getTime();
  return timeLeft(exact < hour ? exact : toMinute(end) - toMinute(now));
};

const toMinute = (instant: Date): number => Math.floor(instant.getTime() / minute) * minute;

const pair = (first: string, rest: number, unit: string): string =>
  rest < 1 ? first : `${first} ${count(rest, unit)}`;

const count = (amount: number, unit: string): string => {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
};
