/** Where the links of an HTML part lead, as a program that shows it reads them. */

import { mailto } from "../domain/destinations.ts";
import { fold } from "../domain/fold.ts";
import { hostOf } from "../domain/link-wrappers.ts";
import { asksToSignIn, isForeignHost } from "../domain/links.ts";
import { aside, disguise } from "../domain/strange-links.ts";
import { decodeEntities } from "./entities.ts";
import { readable } from "./html.ts";

/**
 * The links that ask to sign in, as written; the first few, a letter has one or two. A form is one, and so is the base
 * of relative links. What else leads out of the government's hosts is marked `aside:`, what shows one address and leads
 * to another `disguise:` too; of a link that opens no page of the web only its scheme is kept.
 */
export const linksOf = (html: string): readonly string[] => {
  const source = readable(html);
  const links = new Set<string>();
  let [at, count] = [source.search(linkStart), 0];
  for (let tags = 0; at >= 0 && count < mostLinks && tags < mostTags; tags += 1) {
    const tag = source.slice(at, at + longestTag);
    const found = linksOfTag(tag);
    for (const link of found) links.add(link);
    // Office writes hundreds of tags of its own, which lead nowhere.
    if (found.length > 0 || !ofOffice.test(tag)) count += 1;
    const next = source.slice(at + 2).search(linkStart);
    at = next < 0 ? -1 : at + 2 + next;
  }
  return [...links];
};

const linkStart =
  /<(?:(?:a|area|base|form|button|input|meta|iframe|frame|embed|object)[\s/]|[a-z]\w{0,9}:[a-z][\w-]{0,30}[\s/]|[a-z][a-z\d]{0,15}\s[^<>]{0,300}?\bon(?:click|mouse|touch|pointer|load|focus)[a-z]{0,8}\s{0,9}=)/i;
const longestTag = 5_000;
const mostLinks = 200;
const mostTags = 2_000;

/** A shape of VML, which Outlook for Windows draws, is a link as well: "<v:roundrect href=…>". */
const ofOffice = /^<\w{1,10}:/;

const linksOfTag = (tag: string): readonly string[] => {
  const href = hrefOf(tag);
  const scheme = /^([a-z][a-z\d+.-]{0,30}):/i.exec(href)?.[1]?.toLowerCase() ?? "";
  const shown = /^[^>]{0,4000}>([\s\S]{0,300}?)<\/a/i.exec(tag)?.[1] ?? "";
  const words = fold(decodeEntities(shown.replaceAll(/<[^<>]{0,500}>/g, " "))).trim();
  if (scheme === "http" || scheme === "https") return webLinks(tag, href, words);
  const writesTo = mailAddress.exec(href)?.[1]?.toLowerCase() ?? "";
  if (writesTo !== "") return words !== "" && !words.includes(writesTo) ? [mailto + writesTo] : [];
  return scheme === "" || usualSchemes.has(scheme) ? [] : [`${scheme}:`];
};

const mailAddress = /^mailto:\s{0,9}([^\s?,;/]{1,200}@[^\s?,;/]{1,200})/i;

/** What opens no page, or what mail programs put there themselves. */
const usualSchemes: ReadonlySet<string> = new Set(
  "mailto tel sms cid mid about geo maps webcal x-apple-data-detectors".split(" "),
);

const webLinks = (tag: string, href: string, words: string): readonly string[] => {
  const showsAddress = /gc\.ca|canada\.ca/.test(words);
  const asks = speaks.test(tag) || showsAddress || asksToSignIn(words, href);
  const host = hostOf(href);
  if (host === null || !isForeignHost(host)) return asks ? [href] : [];
  return [asks ? href : aside + href, ...(showsAddress ? [disguise + href] : [])];
};

const speaks = /^<(?:(?:base|form|button|input|meta|area|iframe|frame|embed|object)[\s/]|\w{1,10}:)/i;

/** White space and control characters count for nothing in it (WHATWG URL, section 4.4). */
const hrefOf = (tag: string): string => {
  const refresh = /^<meta\s[^>]{0,500}?\burl\s{0,9}=\s{0,9}["']?([^"'>\s]{1,3000})/i.exec(tag);
  const attribute = (/^<(?:iframe|frame|embed|object)/i.test(tag) ? source : reference).exec(tag);
  const value =
    refresh?.[1] ?? attribute?.[1] ?? attribute?.[2] ?? attribute?.[3] ?? scripted.exec(tag)?.[1] ?? "";
  return decodeEntities(value)
    .replaceAll(/[\t\n\r]/g, "")
    .replace(/^[\0-\x20\u00A0]{1,3000}/, "")
    .trim()
    .replace(/^[\\/]{2}/, "https://");
};

const values = String.raw`\s{0,9}=\s{0,9}(?:"([^"]{1,3000})|'([^']{1,3000})|([^\s"'<>]{1,3000}))`;
const reference = new RegExp(String.raw`[\s"'/](?:(?:xlink:)?href|(?:form)?action)${values}`, "i");
/** "onclick": hardly any program runs it, and only a trap has it. */
const scripted =
  /^[^>]{0,4000}?[\s"'/]on[a-z]{3,20}\s{0,9}=[^>]{0,500}?((?:https?:|(?<=[^:\w/])\/\/)[^\s"'<>()]{1,3000})/i;
const source = new RegExp(String.raw`[\s"'/](?:src|data)${values}`, "i");
