/** Web addresses that are written so that no program knows them for links: "portal[.]example", "hxxps://", "portal dot com". */

/** The text with such addresses as they are meant: who breaks one asks the reader to mend it, so each becomes a link. */
export const mendAddresses = (text: string): string =>
  isBroken(text)
    ? text
        .replaceAll(unseen, "")
        .replaceAll(otherDots, ".")
        .replaceAll(schemeless, "https://")
        .replaceAll(schemes, mendScheme)
        .replaceAll(number, "http://$&")
        .replaceAll(broken, mend)
    : text;

/** Soft hyphens and what has no width. */
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** Full stops of other scripts, which programs read as one within a host's name (UTS 46 section 2.3), and what looks like one. */
const otherDots = /(?<=[\w-])[\u2024\u3002\uFF0E\uFF61](?=[\w-])/g;
/** "//portal.example/login". */
const schemeless = /(?<![\w:/.<>"'=])\/\/(?=[\w-]{1,63}\.[\w.-]{2,200})/g;
/** An address of four numbers, with a page or a port behind it. */
const number = /(?<![\w./@-])\d{1,3}(?:\.\d{1,3}){3}(?=[:/]\w)/g;

/** The same of the full stops alone, as in an e-mail address. */
export const mendDots = (text: string): string =>
  text.replaceAll(/\s?[[({]\s?(?:\.|dot|point)\s?[\])}]\s?/gi, ".");

/** Looked for first, at next to no cost: nearly no letter has any of it. */
const isBroken = (text: string): boolean => signs.some((sign) => sign.test(text));

const signs = [
  /[[({]\s?(?:\.|dot|point)|\s(?:dot|point|\.)\s|h(?:xx|\*\*|__)ps?|https?(?:[[(]|:\\)|:\/\/ |: \/\//i,
  /[\u00AD\u2024\u200B-\u200F\u2060\u3002\uFEFF\uFF0E\uFF61]|(?<![\w:])\/\/\w/,
  /\d\.\d{1,3}\.\d{1,3}[:/]/,
];

const schemes = /\b(?:hxxp|h\*\*p|h__p|http)(s?)\s?[[(]?:[\])]?\s?[/\\]\s?[/\\]\s?/gi;

const mendScheme = (_whole: string, secure: string): string => `http${secure}://`;

const dot = String.raw`(?:\s?[[({]\s?(?:\.|dot|point)\s?[\])}]\s?|\s(?:dot|point|\.)\s(?=(?:[\w-]{1,63}\s(?:dot|point|\.)\s){0,3}(?:com|net|org|ca|info|io|co|app|online|site|xyz|top|live|me|us|example|test)\b))`;
/** Not behind the @ of an e-mail address, which is no page. */
const broken = new RegExp(
  String.raw`(?<![@\w.-]|at[\])]\s?)(https?:\/\/)?((?:[\w-]{1,63}\.){0,5}[\w-]{1,63}(?:${dot}(?:[\w-]{1,63}\.){0,5}[\w-]{1,63}){1,6})`,
  "gi",
);
const eachDot = new RegExp(dot, "gi");

const mend = (_whole: string, _scheme: string | undefined, host: string): string =>
  `https://${host.replaceAll(eachDot, ".")}`;
