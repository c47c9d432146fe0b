/** What of a letter may be shown to somebody else as evidence: its way, what vouched for it, and nobody's address. */

import { readAuthenticationResults } from "./authres.ts";
import { hintOf } from "./identifiers.ts";
import type { Message } from "./letter.ts";
import { isReceived, readReceived } from "./received.ts";
import { domainOf, isGovernmentAddress } from "./sender.ts";

/** One Received field: who took the message in, from whom, and when; null where it does not say. */
export type Hop = { readonly by: string | null; readonly from: string | null; readonly at: Date | null };

/** One result of an Authentication-Results field (RFC 8601), and the server that found it. */
export type Vouching = {
  readonly by: string | null;
  readonly method: string;
  readonly result: string;
  /** The domain that it is about. */
  readonly domain: string | null;
};

/** The topmost first, as in the letter. */
export const hopsOf = ({ headers }: Pick<Message, "headers">): readonly Hop[] =>
  headers.filter(isReceived).map(({ value }) => {
    const { by, from, at } = readReceived(value);
    return { by, from, at };
  });

/** The topmost first: what stands below a foreign Received may be anybody's. */
export const vouchingsOf = ({ headers }: Pick<Message, "headers">): readonly Vouching[] =>
  headers
    .filter(({ name }) => name === "authentication-results")
    .flatMap(({ value }) => {
      const { authservId, results } = readAuthenticationResults(value);
      return results.map(({ method, result, properties }) => ({
        by: authservId,
        method,
        result,
        domain: domainIn(properties),
      }));
    });

const domainIn = (properties: Readonly<Record<string, string>>): string | null => {
  const value = telling.map((name) => properties[name]).find((each) => each !== undefined);
  return value === undefined ? null : value.includes("@") ? domainOf(value) : value;
};

const telling = ["header.from", "header.d", "header.i", "smtp.mailfrom", "smtp.helo"] as const;

/** Addresses shortened to what their owners know them by; those of the government stay whole. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(address, (found) =>
    isGovernmentAddress(found) ? found : hintOf("recipient", found.toLowerCase()),
  );

/** RFC 5322, as far as people use it. */
const address = /[^\s"'<>()[\],;:\\@/]{1,64}@[^\s"'<>()[\],;:\\@/]{1,253}/g;
