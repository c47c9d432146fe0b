/** When a letter was received: the start of its windows. */

import type { Forward } from "./forward.ts";
import { hourMs } from "./instants.ts";
import type { Message } from "./letter.ts";
import { readQuotedDate } from "./quoted-date.ts";
import { lastHop } from "./received.ts";

/**
 * `approximate`: the earliest of several readings, or the forward's time for want of IRCC's own. Of the latter `dateUnread` is
 * set: it is the latest that the letter can have come.
 */
export type ReceivedAt = {
  readonly receivedAt: Date | null;
  readonly approximate: boolean;
  readonly dateUnread?: true;
};

/**
 * The earlier of INTERNALDATE and the topmost Received; its Date only where neither exists, and only if
 * it can be true. `now` is what a Date is held against.
 */
export const receivedDirectly = (message: Message, now: Date | undefined): ReceivedAt => {
  const known = [message.internalDate, lastHop(message)].filter((date) => date !== null);
  const [first] = known.toSorted((one, other) => one.getTime() - other.getTime());
  return { receivedAt: first ?? plausible(message.date, now), approximate: false };
};

/** The time of IRCC's own message as it is quoted; the forward's own time where that cannot be read. */
export const receivedThrough = (
  message: Message,
  forward: Forward,
  { timeZone, now }: { readonly timeZone: string; readonly now?: Date | undefined },
): ReceivedAt => {
  const own = receivedWithout(message, now);
  const zones = [...new Set([...dateZone(message), timeZone, "America/Toronto"])];
  const quoted = readQuotedDate(forward.date, { zones, notAfter: own.receivedAt });
  return quoted === null ? own : { receivedAt: quoted.at, approximate: quoted.approximate };
};

/** When a forward came whose own date says nothing: the letter in it came then or before. */
export const receivedWithout = (message: Message, now: Date | undefined): ReceivedAt => ({
  receivedAt: receivedDirectly(message, now).receivedAt,
  approximate: true,
  dateUnread: true,
});

/**
 * When a letter that is enclosed as it came reached the mailbox of whoever encloses it: its topmost Received, as of one that
 * came directly. Null where it has none, or one that can hardly be: before it was written, or hours later.
 */
export const receivedEnclosed = (
  message: Message,
  { date, from }: Pick<Forward, "date" | "from">,
  now: Date | undefined,
): ReceivedAt | null => {
  const its = (message.enclosed ?? []).find(
    (each) => dateOf(each) === date && each.from.some(({ address }) => address === from[0]?.address),
  );
  const at = its === undefined ? null : lastHop(its);
  const written = new Date(date);
  const own = receivedDirectly(message, now).receivedAt;
  const isPossible =
    at !== null &&
    at >= written &&
    at.getTime() - written.getTime() <= longestWay &&
    (own === null || at <= own);
  return isPossible ? { receivedAt: at, approximate: false } : null;
};

/** What took longer may have lain somewhere else before: it is dated by when it was written, so that no window closes late. */
const longestWay = 3 * hourMs;

const dateOf = ({ headers }: Pick<Message, "headers">): string =>
  headers.find(({ name }) => name === "date")?.value ?? "";

const plausible = (date: Date | null, now: Date | undefined): Date | null =>
  date === null || date.getTime() < Date.UTC(2015, 0, 1) || (now !== undefined && date > now) ? null : date;

/** The offset in the Date field; "-0000" says that there is none (RFC 5322 section 3.3). */
const dateZone = ({ headers }: Message): readonly string[] => {
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)\b/.exec(dateOf({ headers })) ?? [];
  return hours === undefined || `${sign}${hours}${minutes}` === "-0000" ? [] : [`${sign}${hours}:${minutes}`];
};
