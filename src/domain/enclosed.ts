/** What an enclosed message's own header says against it: bad news that came along with it, which nobody forges. */

import { authenticate, type Receiver, type Verdict } from "./authentication.ts";
import { readAuthenticationResults } from "./authres.ts";
import type { Enclosed, Message } from "./letter.ts";

/**
 * The first verdict that a message within this one, by one of these authors, is not theirs: by the results of the
 * reader's provider, or of whoever took it in. None of it can make a letter verified.
 */
export const enclosedRefusal = (
  { enclosed = [] }: Pick<Message, "enclosed">,
  authors: readonly string[],
  receiver: Receiver,
): Verdict | null => {
  const { ownAddresses, trustedForwarders, trustedArcSealers = [] } = receiver;
  const anybody: Receiver = { ownAddresses, trustedForwarders, trustedArcSealers, authservId: null };
  const verdicts = enclosed
    .filter((message) => isBy(message, authors))
    .flatMap((message) => [
      authenticate(message, receiver),
      authenticate(message, anybody),
      ...failuresIn(message, anybody),
    ]);
  return verdicts.find(({ trust }) => trust === "suspicious") ?? null;
};

/**
 * A failure that somebody wrote down on the way, wherever it stands: nobody injects one. It counts below whatever Received,
 * as what an enclosed letter went through before is known by its own header alone.
 */
const failuresIn = ({ headers, from }: Enclosed, receiver: Receiver): readonly Verdict[] =>
  headers
    .filter(({ name, value }) => name === "authentication-results" && saysFailed.test(value))
    .map((field) => {
      const authservId = readAuthenticationResults(field.value).authservId ?? "none";
      const others = headers.filter(({ name }) => name !== field.name);
      return authenticate({ headers: [field, ...others], from }, { ...receiver, authservId });
    });

/** At next to no cost. */
const saysFailed = /\bdmarc\b[^;]{0,40}\bfail/i;

const isBy = ({ from }: Enclosed, authors: readonly string[]): boolean =>
  from.some(({ address }) => authors.includes(address));
