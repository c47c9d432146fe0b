/** Addresses that nobody wrote "https" before, which mail programs make links of. */

import { parse } from "tldts";
import { remembered } from "./remembered.ts";

export type Bare = { readonly address: string; readonly index: number };

/** Characters around an address that are looked at. */
export const nearBy = 120;

/** Around each full stop within a word. */
export const bareAddresses = remembered((text): readonly Bare[] => {
  const found: Bare[] = [];
  let end = 0;
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", Math.max(dot + 1, end))) {
    if (!isInWord(text, dot)) continue;
    const index = startOfWord(text, dot);
    bareAddress.lastIndex = index;
    const [address = ""] = bareAddress.exec(text) ?? [];
    if (address !== "") found.push({ address, index });
    end = Math.max(index + address.length, dot);
  }
  return found;
});

/** Step by step: a pattern for an end would be tried at each place before it. */
const startOfWord = (text: string, dot: number): number => {
  const first = Math.max(dot - nearBy, 0);
  let at = dot;
  while (at > first && !isBetweenWords(text.charAt(at - 1))) at -= 1;
  return at;
};

const isBetweenWords = (sign: string): boolean =>
  sign > "\x7F" ? /\s/.test(sign) : " \t\r\n\v\f<>\"'()[]".includes(sign);

const isInWord = (text: string, dot: number): boolean => /\w\.\w/.test(text.slice(dot - 1, dot + 2));

/** Not within a link or an e-mail address; the first word of a sentence behind a stop has a capital. */
const bareAddress =
  /(?:(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}|(?:[A-Z\d-]{1,63}\.){1,6}[A-Z]{2,24})(?![\w@-]|\.\w)(?:\/[^\s<>"')\]]{0,300})?/y;

/** Under an ending that exists, or one that stands for any (RFC 6761). */
export const isRegistered = (address: string): boolean => {
  const { isIcann, domain, publicSuffix } = parse(address);
  return domain !== null && (isIcann === true || standIns.includes(publicSuffix ?? ""));
};

const standIns = ["example", "test", "invalid"];
