/** Received header fields (RFC 5321 section 4.4): who took the message in, and when. */

import type { Header, Message } from "./letter.ts";

/**
 * One hop. `by` is the host that took the message in, `from` the one that gave it; null where none is named.
 * `isLocal`: it came from the same system, not from the internet.
 */
export type Received = {
  readonly by: string | null;
  readonly from: string | null;
  readonly isLocal: boolean;
  readonly at: Date | null;
};

/** Reads one Received value: the hosts after `by` and `from`, and the date after the last semicolon. */
export const readReceived = (value: string): Received => {
  const text = value.slice(0, longest);
  const bare = withoutComments(text);
  const date = new Date(bare.slice(bare.lastIndexOf(";") + 1));
  const from = hostAfter("from", bare);
  return {
    by: hostAfter("by", bare),
    from,
    isLocal: !/(?:^|\s)from\s/i.test(bare) || (from === null && !hasPublicAddress(text)),
    at: bare.includes(";") && !Number.isNaN(date.getTime()) ? date : null,
  };
};

const hostAfter = (word: "by" | "from", bare: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${word}\\s+([^\\s;]+)`, "i").exec(bare)?.[1];
  const host = found?.toLowerCase().replace(/\.$/, "");
  return host !== undefined && isHostName(host) ? host : null;
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

/** An address that is not of a private network (RFC 1918, RFC 4193) nor the machine's own. */
const hasPublicAddress = (text: string): boolean =>
  (
    text
      .slice(0, text.search(/\sby\s/i))
      .match(/\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}/gi) ?? []
  ).some(
    (address) =>
      !/^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cde])/i.test(address),
  );

/** Comments nest (RFC 5322 section 3.2.2); what stands in them is not for us. */
export const withoutComments = (value: string): string => {
  let [bare, depth] = ["", 0];
  for (const character of value) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += character;
  }
  return bare;
};
