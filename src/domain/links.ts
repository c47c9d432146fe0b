/** Where the links of a letter lead. The wrappers that mail services put around links are undone first. */

import { type Bare, bareAddresses, isRegistered, nearBy } from "./bare-addresses.ts";
import { foldLine } from "./fold.ts";
import { isHarmless } from "./harmless-hosts.ts";
import { hostOf, link } from "./link-wrappers.ts";
import { isGovernmentDomain } from "./sender.ts";
import { foldText } from "./sentences.ts";

/** True of the government's own hosts; none of its labels is in another script. */
export const isOwnHost = (host: string): boolean => isGovernmentDomain(host) && !host.includes("xn--");

/** True of a host that is neither the government's nor one where nobody else can lay a page. */
export const isForeignHost = (host: string): boolean => !isOwnHost(host) && !isHarmless(host);

/** True where these words beside a link, or the link itself, ask to sign in. */
export const asksToSignIn = (words: string, url: string): boolean =>
  /\b(?:sign|log)(?:ging|ning)?[ -]?(?:in|on)(?:to)?\b|\blogin\b|\bconnecte[rz]\b|\bouvr\w+(?: une| votre| la)? session\b|\bacced|\baccess (?:your|the|my)\b|\bactivat|\b(?:portal|portail)(?: rp)?\W*$/.test(
    words,
  ) || /\/[^?#]{0,200}(?:log-?in|sign-?in|log-?on|connexion|activate|verify)/i.test(url.slice(8));

/** Where a letter asks to sign in: at the government's own hosts, and at others. */
export type SignIns = { readonly own: readonly string[]; readonly foreign: readonly string[] };

/** The hosts where a text, or the HTML beside it, asks to sign in. */
export const signInsOf = (text: string, hosts: readonly string[]): SignIns => {
  const named = [
    ...foldText(text)
      .slice(0, longest)
      .split("\n")
      .flatMap((line, at, lines) => signInLinks(line, lines.slice(Math.max(at - 2, 0), at))),
    ...bareSignIns(text.slice(0, longest)),
  ].flatMap((url) => hostOf(url) ?? []);
  const all = [...new Set([...hosts, ...named])].filter((host) => !isMarked.test(host) && !isHarmless(host));
  return { own: all.filter(isOwnHost), foreign: all.filter((host) => !isOwnHost(host)) };
};

/** Of the HTML part's links, what is no mere host: a mail to be written, what only stands there. */
const isMarked = /^[a-z\d+.-]{1,31}:/;
const longest = 50_000;

/** A link that stands alone in its line belongs to the words above it. */
const signInLinks = (line: string, above: readonly string[]): readonly string[] => {
  if (!line.includes("http")) return [];
  const words = line
    .replaceAll(link, " ")
    .replaceAll(/[^a-z.]+/g, " ")
    .trim();
  const near = words.length > 3 ? words : (above.findLast((other) => other.trim() !== "") ?? "");
  return (line.match(link) ?? []).filter((url) => asksToSignIn(near, url));
};

/** "Sign in at portal.example/login". */
const bareSignIns = (text: string): readonly string[] =>
  bareAddresses(text).flatMap((bare) => {
    const url = `https://${bare.address.toLowerCase()}`;
    return isRegistered(bare.address) && asksToSignIn(wordsAround(text, bare), url) ? [url] : [];
  });

const wordsAround = (text: string, { address, index }: Bare): string => {
  const before = foldLine(text.slice(Math.max(index - nearBy, 0), index));
  const after = foldLine(text.slice(index + address.length, index + address.length + nearBy / 2));
  return leadsThere.test(before) ? `${before} ${after}` : "";
};

/** The last words before an address that somebody is to go to. */
export const leadsThere =
  /(?:\b(?:at|to|on|via|visit|through|here|a|sur|adresse|site|par|is|est)|[:>(])\W{0,3}$/;
