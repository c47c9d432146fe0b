/**
 * What nobody who opens an HTML mail can see, by its own style or by a style sheet. In doubt it is seen: a letter that is passed over
 * is worse than one word too many.
 */

import { decodeEntities } from "./entities.ts";
import { declarationsOf, type Declarations, hidingRules, type HidingRules } from "./hiding-rules.ts";

/**
 * The same HTML, where each element that hides by its style bears the attribute `hidden`, so that whoever reads it needs to
 * know that alone. `sheets`: the HTML with its style sheets.
 */
export const markUnseen = (html: string, sheets: string): string => {
  if (!mayHide.test(sheets)) return html;
  const rules = hidingRules(sheets);
  const kept: string[] = [];
  let from = 0;
  tagStart.lastIndex = 0;
  for (let found = tagStart.exec(html); found !== null; found = tagStart.exec(html)) {
    const { attributes, end } = attributesAt(html, tagStart.lastIndex);
    const name = found[1] ?? "";
    if (isUnseen({ name, attributes, rest: html.slice(end, end + longestSmall) }, rules)) {
      kept.push(html.slice(from, tagStart.lastIndex), " hidden ");
      from = tagStart.lastIndex;
    }
    tagStart.lastIndex = end;
  }
  return kept.join("") + html.slice(from);
};

/** Most letters hide nothing, and are not looked through. */
const mayHide = /display|visibility|font-size|max-height|opacity|mso-hide/i;

const tagStart = /<([a-z][a-z\d:-]{0,30})(?=[\s/>])/gi;

type Attributes = ReadonlyMap<string, string>;

/** As a browser reads them: a value without quotation marks ends with white space. */
const attributesAt = (
  html: string,
  start: number,
): { readonly attributes: Attributes; readonly end: number } => {
  const attributes = new Map<string, string>();
  let end = start;
  attribute.lastIndex = start;
  for (let found = attribute.exec(html); found !== null; found = attribute.exec(html)) {
    const [, name = "", double, single, bare] = found;
    const key = name.toLowerCase();
    // Of one that stands there twice the first counts.
    if (telling.has(key) && !attributes.has(key))
      attributes.set(key, decodeEntities((double ?? single ?? bare ?? "").slice(0, longestValue)));
    end = attribute.lastIndex;
  }
  return { attributes, end };
};

const attribute = /[\s/]*([^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/gy;
const telling: ReadonlySet<string> = new Set(["style", "class", "id"]);
const longestValue = 2_000;

type Tag = { readonly name: string; readonly attributes: Attributes; readonly rest: string };

const isUnseen = ({ name, attributes, rest }: Tag, rules: HidingRules): boolean => {
  const style = attributes.get("style");
  const own: Declarations = style === undefined ? new Map() : declarationsOf(style);
  if (hides(own)) return true;
  if (isZero(own.get("font-size")) && isSmallThroughout(name, rest)) return true;
  // What its own style says of it wins over most style sheets.
  return !own.has("display") && !own.has("visibility") && rules.hide(name, attributes);
};

const hides = (style: Declarations): boolean =>
  style.get("display") === "none" ||
  ["hidden", "collapse"].includes(style.get("visibility") ?? "") ||
  isZero(style.get("opacity")) ||
  (isZero(style.get("max-height")) && style.get("overflow")?.startsWith("hidden") === true) ||
  (style.get("mso-hide") === "all" && isFaint(style));

/** What is hidden from Outlook alone all others see, buttons mostly; a preheader makes itself small for those. */
const isFaint = (style: Declarations): boolean =>
  ["font-size", "line-height", "max-height", "height"].some((property) =>
    /^[012](?:\.\d{1,9})?(?:px|pt)?$/.test(style.get(property) ?? ""),
  ) || style.get("color") === "transparent";

/** "0", "0px", ".0em", "0 %". */
const isZero = (value: string | undefined): boolean =>
  value !== undefined && /^0{0,9}(?:\.0{1,9})?(?: ?[a-z%]{1,5})?$/.test(value) && /^[.\d]/.test(value);

/** Many layouts set no size around what has a size of its own: only plain words in it, up to its end, are surely too small to see. */
const isSmallThroughout = (name: string, rest: string): boolean => {
  const end = rest.toLowerCase().indexOf(`</${name.toLowerCase()}`);
  const inside = rest.slice(0, end);
  return end >= 0 && !sized.test(inside) && !inside.includes(`<${name}`);
};

const sized = /font|class\s{0,9}=|\bid\s{0,9}=|<(?:h[1-6]|big|small|td|th|table)\b/i;
const longestSmall = 4_000;
