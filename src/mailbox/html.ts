/** The words of an HTML part, and where its links lead. */

import { mailto } from "../domain/destinations.ts";
import { fold } from "../domain/fold.ts";
import { asksToSignIn } from "../domain/links.ts";

/** Text of an HTML part; links keep their address, so that a mailto can be read, and each table cell its line. */
export const htmlToText = async (html: string): Promise<string> => {
  const { convert } = await import("html-to-text");
  return convert(withoutBallast(html).slice(0, maxHtmlLength).replaceAll(body, "<$1div"), {
    wordwrap: false,
    limits: { maxDepth: 150, maxChildNodes: 5_000 },
    selectors: [
      { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
      ...plainBlocks.map((selector) => ({ selector, format: "block", options: oneLine })),
      ...[...unread, ...hidden].map((selector) => ({ selector, format: "skip" })),
    ],
  });
};

/** A quoted message brings a body of its own, before which the converter would read nothing; browsers pass over its tag. */
const body = /<(\/?)body\b/gi;

/**
 * The links that ask to sign in, as written; the first few, a letter has one or two. A form is one, and so is the base
 * of relative links.
 */
export const linksOf = (html: string): readonly string[] => {
  const source = withoutBallast(html).slice(0, maxHtmlLength);
  const links = new Set<string>();
  let at = source.search(linkStart);
  for (let count = 0; at >= 0 && count < mostLinks; count += 1) {
    const tag = source.slice(at, at + longestTag);
    const url =
      /\s(?:(?:xlink:)?href|(?:form)?action)\s{0,9}=\s{0,9}(?:"([^"]{1,3000})"|'([^']{1,3000})')/i.exec(tag);
    const refresh = /^<meta\s[^>]{0,500}?\burl\s{0,9}=\s{0,9}["']?([^"'>\s]{1,3000})/i.exec(tag);
    const shown = /^[^>]{0,4000}>([\s\S]{0,300}?)<\/a/i.exec(tag)?.[1] ?? "";
    const href = (refresh?.[1] ?? url?.[1] ?? url?.[2] ?? "")
      .replaceAll("&amp;", "&")
      .trim()
      .replace(/^\/\//, "https://");
    const words = fold(shown.replaceAll(/<[^<>]{0,500}>/g, " ")).trim();
    const writesTo = mailAddress.exec(href)?.[1]?.toLowerCase() ?? "";
    if (writesTo !== "" && words !== "" && !words.includes(writesTo)) links.add(mailto + writesTo);
    const speaks = /^<(?:base|form|button|input|meta|area)\s/i.test(tag);
    if (/^https?:/i.test(href) && (speaks || showsAddress.test(words) || asksToSignIn(words, href)))
      links.add(href);
    const next = source.slice(at + 2).search(linkStart);
    at = next < 0 ? -1 : at + 2 + next;
  }
  return [...links];
};

/** Characters of HTML that are converted: a letter has some ten thousand, and conversion costs time. */
const maxHtmlLength = 300_000;
/** A link may show one address and lead to another. */
const showsAddress = /gc\.ca|canada\.ca/;
const mailAddress = /^mailto:\s{0,9}([^\s?,;/]{1,200}@[^\s?,;/]{1,200})/i;
const linkStart = /<(?:a|area|base|form|button|input|meta)\s/i;
const longestTag = 5_000;
const mostLinks = 100;

const plainBlocks = ["tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];
const oneLine = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const unread = ["img", "style", "script", "head"];
/** What nobody who opens the mail can see. */
const hidden = [
  "[hidden]",
  ...["display:none", "display: none", "visibility:hidden", "visibility: hidden"].map(
    (style) => `[style*="${style}"]`,
  ),
];

/** True where a part is so long that its end is not read. */
export const isTooLong = (html: string): boolean =>
  html.length > maxWithBallast || withoutBallast(html).length > maxHtmlLength;

/** Inline pictures, style sheets, scripts and comments can be megabytes long, and say nothing. */
const withoutBallast = (html: string): string =>
  ballast.reduce(
    (rest, [start, end]) => without(rest, start, end),
    html.slice(0, maxWithBallast).replaceAll(/data:[^"'\s>]{500,}/g, ""),
  );

/** Characters that are looked through for what is to be read; of a large message no longer part is fetched. */
const maxWithBallast = 6_000_000;

const ballast = [
  [/<!--/g, /--!?>/g],
  [/<style/gi, /<\/style\s{0,20}>/gi],
  [/<script/gi, /<\/script\s{0,20}>/gi],
] as const;

/** Cuts out everything from each `start` to the next `end`, in one pass; what never ends is left alone. */
const without = (html: string, start: RegExp, end: RegExp): string => {
  const kept: string[] = [];
  let from = 0;
  start.lastIndex = 0;
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    // From the second character on, since `<!-->` is a whole comment.
    end.lastIndex = found.index + 2;
    if (end.exec(html) === null) break;
    kept.push(html.slice(from, found.index));
    from = end.lastIndex;
    start.lastIndex = from;
  }
  return kept.join("") + html.slice(from);
};
