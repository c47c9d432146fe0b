/** Where a letter leads besides its text and the links of its HTML: in parts of another kind, and in what a style sheet shows. */

import { bareAddresses, isRegistered } from "../domain/bare-addresses.ts";
import { hostOf, link } from "../domain/link-wrappers.ts";
import { isForeignHost } from "../domain/links.ts";
import { aside } from "../domain/strange-links.ts";
import { decodeEntities } from "./entities.ts";
import { linksOf } from "./html-links.ts";

/** Types of parts that a program shows, or offers to open, as text of their own. */
export const isSideText = (contentType: string): boolean =>
  /^(?:text\/|application\/ics$)/i.test(contentType);

/** Links of such a part, marked as `linksOf` marks them. */
export const linksOfPart = (contentType: string, content: string): readonly string[] => {
  if (/html/i.test(contentType)) return linksOf(content);
  // Names of files look like addresses ("notes.md"); a calendar has a field for them.
  if (!/calendar|ics$/i.test(contentType)) return marked(linksIn(content));
  const seen = unfolded(content)
    .split(/\r?\n/)
    .filter((line) => !unseen.test(line))
    .map((line) => line.replaceAll(/\\n/gi, "\n").replaceAll(/\\([,;\\])/g, "$1"))
    .join("\n");
  return marked(addressesIn(seen));
};

/** A long line of a calendar goes on behind a line's end and a blank (RFC 5545 section 3.1). */
const unfolded = (content: string): string => content.replaceAll(/\r?\n[ \t]/g, "");

/** Fields for programs alone. */
const unseen = /^(?:PRODID|UID|TZ|X-(?!ALT-DESC)|ORGANIZER|ATTENDEE)/i;

/** Where the words lead that stand in an element's own attributes: in a picture's place, in a field. */
export const linksOfAttributes = (html: string): readonly string[] => {
  if (!mayHold.test(html)) return [];
  const words = [...html.slice(0, longestStyled).matchAll(spoken)];
  const urls = words.flatMap(([, one, other]) => addressesIn(decodeEntities(one ?? other ?? "")));
  // A file's name looks like an address.
  return marked(urls.filter((url) => /^https:\/\/(?:www\.|[^/]+\/.)|^http:/i.test(url)));
};

/** Pictures, fields, options, buttons: looked for at next to no cost. */
const mayHold = /<(?:[iI][mMnN]|[oO][pP]|[bB][uU]|[tT][eE])/;

const spoken =
  /\s(?:alt|value|placeholder|label|title)\s{0,3}=\s{0,3}(?:"([^"]{0,300}\.[^"]{0,300})"|'([^']{0,300}\.[^']{0,300})')/gi;

/** Where the words that a style sheet adds to a page lead ("content"); they stand in no text. */
export const linksOfStyles = (html: string): readonly string[] => {
  const [, ...sheets] = html.slice(0, longestStyled).split(sheet);
  const words = sheets.flatMap((rest) => wordsOf(rest.split(/<\/style/i, 1)[0] ?? "", html));
  // What stands before an element, and what stands behind it, make one line.
  return words.length === 0 ? [] : marked(addressesIn(`${words.join("\n")}\n${words.join("")}`));
};

/** Without the flag for case it is found at half the cost. */
const sheet = /<[sS][tT][yY][lL][eE](?=[\s>])/;
const longestStyled = 300_000;

const wordsOf = (rules: string, html: string): readonly string[] =>
  [...rules.matchAll(showing)].map(([, value = ""]) =>
    [...value.matchAll(piece)]
      .map(([, one, other, attribute]) => unescape(one ?? other ?? attributeOf(html, attribute ?? "")))
      .join(""),
  );

const text = String.raw`"(?:[^"\\]|\\[^]){0,500}"|'(?:[^'\\]|\\[^]){0,500}'`;
const showing = new RegExp(
  String.raw`(?<![\w-])(?:content|quotes|list-style(?:-type)?)\s{0,9}:((?:${text}|[^;}"']){0,500})`,
  "gi",
);
const piece = /"((?:[^"\\]|\\[^]){0,500})"|'((?:[^'\\]|\\[^]){0,500})'|attr\(\s{0,9}([\w-]{1,60})/gi;

/** `content: attr(data-x)` shows what the element itself says. */
const attributeOf = (html: string, name: string): string =>
  new RegExp(String.raw`\s${name}\s{0,9}=\s{0,9}(?:"([^"]{1,500})"|'([^']{1,500})')`, "i")
    .exec(html.slice(0, longestStyled))
    ?.slice(1)
    .find((value) => value !== undefined) ?? "";

/** CSS writes any character by its number, with a blank behind it (CSS Syntax 3, section 4.3.7). */
const unescape = (words: string): string =>
  words.replaceAll(/\\(?:([\da-f]{1,6})\s?|([^]))/gi, (_whole, code?: string, sign?: string) =>
    code === undefined ? (sign ?? "") : characterOf(Number.parseInt(code, 16)),
  );

const characterOf = (code: number): string => (code > 0x10_ff_ff ? "" : String.fromCodePoint(code));

const linksIn = (words: string): readonly string[] =>
  [...words.slice(0, longestPart).matchAll(link)].map(([url]) => url);

/** With and without "https". */
const addressesIn = (words: string): readonly string[] => [
  ...linksIn(words),
  ...bareAddresses(words.slice(0, longestPart)).flatMap(({ address }) =>
    isRegistered(address) ? [`https://${address}`] : [],
  ),
];

const longestPart = 200_000;

const marked = (urls: readonly string[]): readonly string[] => {
  const foreign = urls.filter((url) => {
    const host = hostOf(url);
    return host !== null && isForeignHost(host);
  });
  return [...new Set(foreign)].slice(0, mostLinks).map((url) => aside + url);
};

const mostLinks = 50;
