/** Received header fields (RFC 5321 section 4.4): who took the message in, and when. */

import type { Header, Message } from "./letter.ts";

/** One hop. `by` is the host that took the message in, null where none is named. */
export type Received = { readonly by: string | null; readonly at: Date | null };

/** Reads one Received value: the host after `by`, and the date after the last semicolon. */
export const readReceived = (value: string): Received => {
  const bare = withoutComments(value.slice(0, longest));
  const host = /(?:^|\s)by\s+([^\s;]+)/i.exec(bare)?.[1]?.toLowerCase().replace(/\.$/, "");
  const date = new Date(bare.slice(bare.lastIndexOf(";") + 1));
  return {
    by: host !== undefined && isHostName(host) ? host : null,
    at: bare.includes(";") && !Number.isNaN(date.getTime()) ? date : null,
  };
};

/** When the mailbox's own server took the message in: the topmost Received. */
export const lastHop = ({ headers }: Pick<Message, "headers">): Date | null => {
  const topmost = headers.find(isReceived);
  return topmost === undefined ? null : readReceived(topmost.value).at;
};

export const isReceived = ({ name }: Header): boolean => name === "received";

const longest = 4_000;

/** An IP address, or a lone word such as "localhost", names no host of the internet. */
const isHostName = (host: string): boolean => /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/.test(host);

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
