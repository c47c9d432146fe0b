/** The first look back: the server is asked which messages might be letters. */

import type { ImapFlow, SearchObject } from "imapflow";
import type { Role } from "../domain/letter.ts";

/** Fragments to look for in header fields. ASCII only: some servers refuse any CHARSET. */
export type Terms = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly subject: readonly string[];
};

/**
 * UIDs of the hits in the open folder, ascending. Throws where the server refuses: a failed search
 * is not an empty one.
 */
export const searchOpenFolder = async (
  client: ImapFlow,
  terms: Terms,
  since: Date,
  role: Role,
): Promise<readonly number[]> => {
  if (noMail(client)) return [];
  return await uidsOf(client, { since, ...anyOf(termsFor(role, terms)) });
};

/** UIDs from `first` on in the open folder, ascending. */
export const uidsFrom = async (client: ImapFlow, first: number): Promise<readonly number[]> => {
  const uids = await uidsOf(client, { uid: `${first}:*` });
  return uids.filter((uid) => uid >= first); // `n:*` holds the last message also where its UID is below n
};

/** SINCE knows only days, in the server's zone (RFC 3501 section 6.4.4): one day more than asked. */
export const sinceDay = (now: Date, lookbackDays: number): Date =>
  new Date(now.getTime() - (lookbackDays + 1) * DAY);

const DAY = 86_400_000;

export const noMail = (client: ImapFlow): boolean => client.mailbox !== false && client.mailbox.exists === 0;

/** True if the open folder holds a message with this Message-ID (without angle brackets). */
export const holdsMessage = async (client: ImapFlow, messageId: string): Promise<boolean> =>
  !noMail(client) && (await uidsOf(client, { header: { "Message-ID": messageId } })).length > 0;

/** Each key costs the server time: of what others wrote, To says nothing; of what the person wrote, From. */
const termsFor = (role: Role, terms: Terms): Terms =>
  ({ inbox: { ...terms, to: [] }, junk: { ...terms, to: [] }, sent: { ...terms, from: [] }, all: terms })[
    role
  ];

const uidsOf = async (client: ImapFlow, query: SearchObject): Promise<readonly number[]> => {
  const uids = await client.search(query, { uid: true });
  if (!Array.isArray(uids))
    throw new Error("searching the mailbox: the server refused the search; trying again may help");
  return uids.toSorted((a, b) => a - b);
};

const anyOf = (terms: Terms): SearchObject => {
  const keys: SearchObject[] = [
    ...terms.from.map((from) => ({ from })),
    ...terms.to.map((to) => ({ to })),
    ...terms.subject.map((subject) => ({ subject })),
  ];
  return keys.length > 1 ? { or: keys } : { ...keys[0] };
};
