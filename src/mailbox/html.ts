/** The words of an HTML part. */

/** Text of an HTML part; links keep their address, so that a mailto can be read, and each table cell its line. */
export const htmlToText = async (html: string): Promise<string> => {
  const { convert } = await import("html-to-text");
  return convert(withoutBallast(html).slice(0, maxHtmlLength), {
    wordwrap: false,
    limits: { maxDepth: 150, maxChildNodes: 5_000 },
    selectors: [
      { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
      ...plainBlocks.map((selector) => ({ selector, format: "block", options: oneLine })),
      ...["img", "style", "script", "head"].map((selector) => ({ selector, format: "skip" })),
    ],
  });
};

/** Characters of HTML that are converted: a letter has some ten thousand, and conversion costs time. */
const maxHtmlLength = 300_000;

const plainBlocks = ["tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];
const oneLine = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

/** Inline pictures can be megabytes long and say nothing. */
const withoutBallast = (html: string): string => html.replaceAll(/data:[^"'\s>]{500,}/g, "");
