/** The words of an HTML part. */

import { libraries } from "./libraries.ts";
import { markUnseen } from "./unseen.ts";

/** Text of an HTML part; links keep their address, so that a mailto can be read; what is shown on a line of its own has one. */
export const htmlToText = async (html: string): Promise<string> => {
  const { convert } = await libraries();
  return convert(markUnseen(readable(html), html).replaceAll(body, "<$1div"), {
    wordwrap: false,
    limits: { maxDepth: 150, maxChildNodes: 5_000 },
    selectors: [
      { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
      ...plainBlocks.map((selector) => ({ selector, format: "block", options: oneLine })),
      ...unread.map((selector) => ({ selector, format: "skip" })),
    ],
  });
};

/** A quoted message brings a body of its own, before which the converter would read nothing; browsers pass over its tag. */
const body = /<(\/?)body\b/gi;

/** Characters of HTML that are converted: a letter has some ten thousand, and conversion costs time. */
const maxHtmlLength = 300_000;
const plainBlocks =
  "tr td th caption h1 h2 h3 h4 h5 h6 dl dt dd fieldset legend figure figcaption details summary center address".split(
    " ",
  );
const oneLine = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
/** What nobody who opens the mail can see bears a mark by then. */
const unread = ["img", "style", "script", "head", "template", "title", "[hidden]"];

/** True where a part is so long that its end is not read. */
export const isTooLong = (html: string): boolean =>
  html.length > maxWithBallast || withoutBallast(html).length > maxHtmlLength;

/** As much of an HTML part as is read. */
export const readable = (html: string): string => withoutBallast(html).slice(0, maxHtmlLength);

/** Inline pictures, style sheets, scripts and comments can be megabytes long, and say nothing. */
const withoutBallast = (html: string): string =>
  ballast.reduce(
    (rest, [start, end]) => without(rest, start, end),
    html.slice(0, maxWithBallast).replaceAll(/(data:)[^"'\s>]{500,}/gi, "$1"),
  );

/** Characters that are looked through for what is to be read; of a large message no longer part is fetched. */
const maxWithBallast = 6_000_000;

const ballast = [
  // What Outlook alone shows stands in comments that begin with a condition.
  [/<!--(?!\[if)/g, /--!?>/g],
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
