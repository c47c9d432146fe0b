/** The results that the mailbox's own provider wrote (RFC 8601): anybody can write others into a mail. */

import { type AuthenticationResults, type MethodResult, readAuthenticationResults } from "./authres.ts";
import type { Header } from "./letter.ts";
import { type Received, isReceived, readReceived, publicGiverOf, takerOf } from "./received.ts";
import { isWithin, ownerOf } from "./sender.ts";

/** What is known of the provider. */
export type Provider = {
  /** Its name in Authentication-Results, or a domain above it; "none" where it writes none; null: not set. */
  readonly authservId: string | null;
  /**
   * The owner's domain of that name, as the mailbox taught it (`learn-provider`); null where it taught nothing, or
   * nothing yet; absent where there is no mailbox, as for a file.
   */
  readonly learnedProvider?: string | null;
};

/** `name`: the provider's, null where it writes none. Without results, why none count. */
export type OwnResults =
  | { readonly name: string | null; readonly results: readonly MethodResult[] }
  | { readonly why: string };

/** The provider's own results, out of the topmost field of its name and those that belong to it. */
export const ownResults = (headers: readonly Header[], provider: Provider): OwnResults => {
  const fields = fieldsOf(headers);
  const { authservId, learnedProvider } = provider;
  const wanted = authservId?.trim().toLowerCase() ?? null;
  const topmost = wanted === null ? fields[0] : fields.find((field) => isNamed(field, wanted));
  if (topmost === undefined)
    return {
      why: `no Authentication-Results${wanted === null ? "" : ` of ${wanted}`}: nothing is known of who sent it`,
    };
  const isSame = (field: Field): boolean => wanted !== null && isNamed(field, wanted);
  if (wanted !== null && isBelowStrangers(topmost, headers)) return refusalIn(topmost, notOwn);
  if (wanted !== null)
    return { name: topmost.authservId, results: together(topmost, fields, headers, isSame) };
  const home = homeOf(topmost, headers);
  if (home === null) return { why: notOwn };
  if (learnedProvider !== undefined && learnedProvider !== home)
    return refusalIn(topmost, notLearned(learnedProvider));
  return {
    name: topmost.authservId,
    results: together(topmost, fields, headers, ({ authservId: name }) =>
      topmost.authservId === null || name === null ? name === topmost.authservId : ownerOf(name) === home,
    ),
  };
};

/**
 * Of a gateway before the mailbox's own server, of a provider that is not known yet, or of the sender's making: then it can
 * only accuse, for that is what nobody writes of their own forgery.
 */
const refusalIn = ({ authservId, results }: Field, why: string): OwnResults => {
  const refusals = results.filter(({ method, result }) => method === "dmarc" && result === "fail");
  return refusals.length === 0 ? { why } : { name: authservId, results: refusals };
};

/** A provider writes on top: what stands below the author's own fields came in with the message. */
const fieldsOf = (headers: readonly Header[]): readonly Field[] => {
  const end = headers.findIndex(({ name }) => name === "from" || name === "subject" || name === "date");
  return headers
    .slice(0, end < 0 ? headers.length : end)
    .flatMap((header, at) =>
      header.name === "authentication-results" ? [{ at, ...readAuthenticationResults(header.value) }] : [],
    );
};

/**
 * The provider as one message shows it: the owner of the name in its topmost field, where the provider's own
 * Received is by that owner too and the field stands above every foreign one. Null where that is not so.
 */
export const providerShown = (headers: readonly Header[]): string | null => {
  const [topmost] = fieldsOf(headers);
  return topmost === undefined ? null : homeOf(topmost, headers);
};

const notOwn = "the topmost Authentication-Results may not be the mailbox provider's own; it is not counted";
const notLearned = (learned: string | null): string =>
  learned === null
    ? "this mailbox holds too little other mail, or too little that carries results of one provider; they are not counted (AUTHSERV_ID)"
    : `the topmost Authentication-Results is not of ${learned}, as on this mailbox's other mail; it is not counted`;

type Field = { readonly at: number } & AuthenticationResults;

/**
 * AUTHSERV_ID=none stands for a field without a name, an owner's domain for all names in it. Below one host's name no
 * other counts: its provider takes out forged fields of its own name, and no more.
 */
const isNamed = ({ authservId }: Field, wanted: string): boolean => {
  if (authservId === null || wanted === "none") return authservId === null && wanted === "none";
  return authservId === wanted || (ownerOf(wanted) === wanted && isWithin(authservId, wanted));
};

/**
 * A provider may write one field a method (opendkim and opendmarc, Fastmail). Where a Received stands above them, a
 * field further down may be the sender's: then it can only accuse. Side matters before it are passed over, unless the
 * provider's own Received is above them too (as with Gmail): the sender's header begins right there.
 */
const together = (
  topmost: Field,
  fields: readonly Field[],
  headers: readonly Header[],
  isSame: (field: Field) => boolean,
): readonly MethodResult[] => {
  const end = headers.findIndex((header, at) => at > topmost.at && isReceived(header));
  const own = fields.filter(
    (field) => isSame(field) && field.at >= topmost.at && (end < 0 || field.at < end),
  );
  if (!headers.slice(0, topmost.at).some(isReceived)) return own.flatMap(({ results }) => results);
  const taker = takerOf(headers[end]?.value ?? "");
  const isBelowTaker = taker === null || ownerOf(taker) !== ownerOf(topmost.authservId ?? "");
  const first = own.findIndex(({ results }) => results.some(({ method }) => !sideMatters.test(method)));
  return own.flatMap(({ results }, at) =>
    at <= (isBelowTaker ? 0 : first) ? results : results.filter(({ result }) => result === "fail"),
  );
};

const sideMatters = /^(?:arc|bimi|x-.*)$/;

/** Who owns the name, if no other host took the message in after the field was written, and the owner did. */
const homeOf = ({ authservId, at }: Field, headers: readonly Header[]): string | null => {
  const name = authservId ?? namelessProvider(headers);
  if (name === null) return null;
  const home = ownerOf(name);
  const above = hops(headers.slice(0, at));
  const [below] = hops(headers.slice(at));
  const isHome = (host: string | null | undefined): boolean =>
    typeof host === "string" && ownerOf(host) === home;
  const isInner = ({ by, from, isFromInternet }: Received): boolean =>
    by === null ? !isFromInternet && (from === null || isHome(from)) : isHome(by);
  return above.every(isInner) &&
    [...above, below].some((hop) => isHome(hop?.by)) &&
    !isBehindEntry(takenIn(headers.slice(0, at)), isHome)
    ? home
    : null;
};

/**
 * A hop that took the message in from outside stands above, and another below it: that one, and what it claims to have
 * found, came in with the message, whatever its name. `above`: the Received over a field, topmost first.
 */
const isBehindEntry = (above: readonly Taken[], isHome: (host: string | null) => boolean): boolean =>
  above.slice(0, -1).some(({ by, value }) => {
    const giver = by !== null && isHome(by) ? publicGiverOf(value) : null;
    return giver !== null && !isHome(giver.host);
  });

/** A Received, and who took the message in there. */
type Taken = { readonly by: string | null; readonly value: string };

const takenIn = (headers: readonly Header[]): readonly Taken[] =>
  headers.filter(isReceived).map(({ value }) => ({ by: takerOf(value), value }));

/** A hop that is neither the provider's nor the mailbox's own server's stands above: the field came in with the message. */
const isBelowStrangers = ({ authservId, at }: Field, headers: readonly Header[]): boolean => {
  const above = takenIn(headers.slice(0, at));
  const takers = above.flatMap(({ by }) => by ?? []);
  const homes = [authservId ?? "", takers[0] ?? ""].map(ownerOf);
  const isHome = (host: string | null): boolean => host !== null && homes.includes(ownerOf(host));
  return !takers.every((taker) => taker === authservId || isHome(taker)) || isBehindEntry(above, isHome);
};

const hops = (headers: readonly Header[]): readonly Received[] =>
  headers.filter(isReceived).map(({ value }) => readReceived(value));

/** Outlook.com writes its results without a name; its own hops stand on top. */
const namelessProvider = (headers: readonly Header[]): string | null => {
  const by = takerOf(headers.find(isReceived)?.value ?? "");
  return by !== null && ownerOf(by) === "outlook.com" ? "outlook.com" : null;
};
