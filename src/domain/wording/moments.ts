/** Instants in the person's zone, as they are read: 24 h clock, cut to the minute. */

/** "Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)". @throws RangeError for an unknown zone. */
export const longMoment = (instant: Date, timeZone: string): string => {
  const { weekday, day, month, year, time, offset } = partsOf(instant, timeZone);
  const zone = timeZone === "UTC" ? timeZone : `${timeZone}, ${offset}`;
  return `${weekday} ${day} ${month} ${year}, ${time} (${zone})`;
};

/** "Sun 29 Nov, 10:42". */
export const shortMoment = (instant: Date, timeZone: string): string => {
  const { weekday, day, month, time } = partsOf(instant, timeZone);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}, ${time}`;
};

/** "Sun 29 Nov 2026, 10:42". */
export const datedMoment = (instant: Date, timeZone: string): string => {
  const { weekday, day, month, year, time } = partsOf(instant, timeZone);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)} ${year}, ${time}`;
};

const partsOf = (instant: Date, timeZone: string) => {
  const parts = formatterFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)!.value;
  return {
    weekday: part("weekday"),
    day: part("day"),
    month: part("month"),
    year: part("year"),
    time: `${part("hour")}:${part("minute")}`,
    offset: part("timeZoneName").replace(/^GMT$/, "GMT+0").replace("GMT", "UTC").replace("-", "−"),
  };
};

/** Making a formatter takes longer than everything else in a reminder: one is kept for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formatters.set(timeZone, made);
  return made;
};
