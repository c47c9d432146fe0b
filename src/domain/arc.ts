/** The ARC chain of a message (RFC 8617): who vouched for it on the way, and what they had found. */

import { type MethodResult, readAuthenticationResults } from "./authres.ts";
import type { Header } from "./letter.ts";
import { domainOf } from "./sender.ts";

/** One set of the chain. Whether the chain holds must be known from elsewhere. */
export type Seal = {
  /** From 1, the first who sealed. */
  readonly instance: number;
  readonly domain: string;
  readonly results: readonly MethodResult[];
};

/** The seals, oldest first; empty where an instance is missing or written twice. */
export const sealsOf = (headers: readonly Header[]): readonly Seal[] => {
  const found = headers
    .filter(({ name }) => name === "arc-seal")
    .map(({ value }) => ({ instance: Number(tag("i", value)), domain: domainOf(`@${tag("d", value)}`) }))
    .toSorted((one, other) => one.instance - other.instance);
  const isWhole = found.every(({ instance, domain }, at) => instance === at + 1 && domain !== "");
  return isWhole ? found.map((seal) => ({ ...seal, results: resultsOf(seal.instance, headers) })) : [];
};

const resultsOf = (instance: number, headers: readonly Header[]): readonly MethodResult[] => {
  const fields = headers.filter(
    ({ name, value }) => name === "arc-authentication-results" && Number(tag("i", value)) === instance,
  );
  // Two of one instance break the chain (RFC 8617 section 4.1.1).
  return fields.length === 1
    ? readAuthenticationResults((fields[0]?.value ?? "").replace(/^[^;]{0,40};/, "")).results
    : [];
};

const tag = (name: "d" | "i", value: string): string =>
  new RegExp(`(?:^|;)\\s{0,9}${name}\\s{0,9}=\\s{0,9}([a-z0-9._-]{1,255})`, "i")
    .exec(value.slice(0, longest))?.[1]
    ?.toLowerCase() ?? "";

const longest = 4_000;
