/** Received header fields (RFC 5321 section 4.4): who took the message in, and when. */

import type { Header, Message } from "./letter.ts";

/**
 * One hop. `by` is the host that took the message in, `from` the one that gave it; null where none is named.
 * `isFromInternet`: the giver's address is a public one; its name is only what it says of itself.
 */
export type Received = {
  readonly by: string | null;
  readonly from: string | null;
  readonly isFromInternet: boolean;
  readonly at: Date | null;
};

/** Reads one Received value: the hosts after `by` and `from`, and the date after the last semicolon. */
export const readReceived = (value: string): Received => {
  const text = value.slice(0, longest);
  const bare = withoutComments(text);
  const date = new Date(bare.slice(bare.lastIndexOf(";") + 1));
  return {
    by: hostAfter("by", bare),
    from: hostAfter("from", bare),
    isFromInternet: publicAddress.test(giverOf(text)),
    at: bare.includes(";") && !Number.isNaN(date.getTime()) ? date : null,
  };
};

/** `by` of a hop alone, at less cost. */
export const takerOf = (value: string): string | null =>
  hostAfter("by", withoutComments(value.slice(0, longest)));

const afterWord = { by: /(?:^|\s)by\s+([^\s;]+)/i, from: /(?:^|\s)from\s+([^\s;]+)/i } as const;

const hostAfter = (word: keyof typeof afterWord, bare: string): string | null => {
  const found = afterWord[word].exec(bare)?.[1];
  const host = found?.toLowerCase().replace(/\.$/, "");
  return host !== undefined && isHostName(host) ? host : null;
};

/** The giver of a hop that came over the internet, by the taker's own look-up, else as it calls itself; null of all others. */
export const publicGiverOf = (value: string): { readonly host: string | null } | null => {
  const text = value.slice(0, longest);
  return publicAddress.test(giverOf(text))
    ? { host: giverNameOf(text) ?? hostAfter("from", withoutComments(text)) }
    : null;
};

/** When the mailbox's own server took the message in: the topmost Received. */
export const lastHop = ({ headers }: Pick<Message, "headers">): Date | null => {
  const topmost = headers.find(isReceived);
  return topmost === undefined ? null : readReceived(topmost.value).at;
};

export const isReceived = ({ name }: Header): boolean => name === "received";

const longest = 4_000;

/** An IP address, a lone word such as "localhost", or a private name names no host of the internet. */
const isHostName = (host: string): boolean =>
  /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/.test(host) &&
  !/\.(?:internal|local|localdomain|lan|home|corp|intranet)$/.test(host);

/**
 * The name that the taker's own look-up gave for the giver: first in the comment after `from`. What the giver says of
 * itself (HELO) anybody can choose.
 */
export const giverNameOf = (value: string): string | null => {
  const name = /\(([a-z0-9.-]{1,255})\.?\s{1,9}\[/i.exec(giverOf(value.slice(0, longest)))?.[1];
  const host = name?.toLowerCase().replace(/\.$/, "");
  return host !== undefined && isHostName(host) ? host : null;
};

/** What stands between `from` and `by`, comments included. */
const giverOf = (text: string): string => /(?:^|\s)from\s(.*?)(?:\sby\s|$)/is.exec(text)?.[1] ?? "";

/** An address that is not of a private network (RFC 1918, RFC 4193) nor the machine's own. */
const publicAddress =
  /(?<![\w.])(?!10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|(?<=^|[\s[(]|IPv6:)(?!f[cde])[0-9a-f]{1,4}:[0-9a-f:]{4,40}/i;

/** Comments nest (RFC 5322 section 3.2.2); what stands in them is not for us. */
export const withoutComments = (value: string): string => {
  if (!value.includes("(")) return value;
  let [bare, depth, from] = ["", 0, 0];
  for (const { 0: sign, index } of value.matchAll(/[()]/g)) {
    if (depth === 0) bare += value.slice(from, index);
    depth = sign === "(" ? depth + 1 : Math.max(0, depth - 1);
    from = index + 1;
  }
  return depth === 0 ? bare + value.slice(from) : bare;
};
