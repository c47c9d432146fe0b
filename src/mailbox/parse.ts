/** From the bytes of an e-mail to a `Message`. Reading never fails: what cannot be read is told in `problems`. */

import { hostOf } from "../domain/link-wrappers.ts";
import { deepest, enclosedDeeper } from "../domain/forward.ts";
import { isForeignHost } from "../domain/links.ts";
import type { Address, Enclosed, Header, Message } from "../domain/letter.ts";
import { aside, disguise } from "../domain/strange-links.ts";
import { Unloadable } from "../flow/failures.ts";
import { splitHeaders } from "./headers.ts";
import { linksOf } from "./html-links.ts";
import { htmlToText, isTooLong } from "./html.ts";
import { libraries } from "./libraries.ts";
import { type Parts, takeApart } from "./parts.ts";
import { linksOfAttributes, linksOfStyles } from "./side-links.ts";

/** Longest body text kept, in characters: letters have a few thousand. */
export const maxTextLength = 200_000;

/** Reads a whole message; what is enclosed in it stands below its own text, as a forward's would. */
export const parseMessage = async (source: Uint8Array, internalDate: Date | null): Promise<Message> => {
  const parts = await takeApart(source);
  const inside: Inside = { enclosed: [], attachments: new Set(parts.attachments) };
  const { text, problems } = await wholeText(parts, inside, 0);
  return await message(parts.headers, {
    internalDate,
    text: text.slice(0, maxTextLength),
    links: allLinks(parts),
    ...quotedLinks(parts.html),
    ...(inside.enclosed.length === 0 ? {} : { enclosed: inside.enclosed }),
    ...(inside.attachments.size === 0 ? {} : { attachments: [...inside.attachments] }),
    problems: [...parts.problems, ...problems],
  });
};

/** The same, of a message that must block nobody: where it cannot be parsed its headers stand in, with the reason. */
export const parseOrHeaders = async (source: Uint8Array, headers: Message): Promise<Message> => {
  try {
    return await parseMessage(source, headers.internalDate);
  } catch (error) {
    if (error instanceof Unloadable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { ...headers, problems: [...headers.problems, `the message could not be parsed: ${reason}`] };
  }
};

/** Of the HTML part, and of what is shown beside it. */
const allLinks = ({ html, sideLinks }: Parts): readonly string[] => [
  ...linksOf(html),
  ...linksOfStyles(html),
  ...linksOfAttributes(html),
  ...sideLinks,
];

/** A forward heads the letter with its author: links from there on are the letter's, those above the forwarder's own. */
const quotedLinks = (html: string): Pick<Message, "quotedLinks"> => {
  const at = html.search(/@(?:[\w-]{1,63}\.){0,3}cic\.gc\.ca/i);
  const links = at < 0 ? [] : linksOf(html.slice(at));
  return links.length === 0 ? {} : { quotedLinks: links };
};

/** Reads a header block alone; `text` is empty. */
export const parseHeaders = async (headerBlock: Uint8Array, internalDate: Date | null): Promise<Message> =>
  await message(splitHeaders(headerBlock), { internalDate, text: "", links: [], problems: [] });

type Rest = Pick<
  Message,
  "internalDate" | "text" | "links" | "quotedLinks" | "enclosed" | "attachments" | "problems"
>;

/** What is found in a message and in those that it encloses. */
type Inside = { readonly enclosed: Enclosed[]; readonly attachments: Set<string> };

type Body = Pick<Message, "text" | "problems">;

const wholeText = async (parts: Parts, inside: Inside, depth: number): Promise<Body> => {
  const { text, problems } = await bodyText(parts);
  if (parts.enclosed.length === 0) return { text, problems };
  if (depth === deepest) return { text, problems: [...problems, enclosedDeeper] };
  const enclosed: Body[] = [];
  for (const source of parts.enclosed) enclosed.push(await enclosedText(source, inside, depth + 1));
  const isDeeper = enclosed.some((each) => each.problems.includes(enclosedDeeper));
  return {
    text: [text, ...enclosed.map((each) => each.text)].join("\n\n"),
    problems: isDeeper ? [...problems, enclosedDeeper] : problems,
  };
};

/** Headed like a forward, so that it is read as one. */
const enclosedText = async (source: Uint8Array, inside: Inside, depth: number): Promise<Body> => {
  const parts = await takeApart(source);
  const { headers, subject, from, to, replyTo } = await message(parts.headers, noRest);
  inside.enclosed.push({ headers, from });
  for (const harm of parts.attachments) inside.attachments.add(harm);
  const { text, problems } = await wholeText(parts, inside, depth);
  const value = (name: string): string => headers.find((header) => header.name === name)?.value ?? "";
  const lines = [
    "---------- Forwarded message ----------",
    `From: ${listOf(from)}`,
    `Date: ${value("date")}`,
    `Subject: ${subject}`,
    `To: ${listOf(to)}`,
    ...(replyTo.length === 0 ? [] : [`Reply-To: ${listOf(replyTo)}`]),
    `In-Reply-To: ${value("in-reply-to")}`,
    "",
    text,
    ...hiddenLinks(text, allLinks(parts)),
  ];
  return { text: lines.join("\n"), problems };
};

/** Where more than its text leads outside the government's hosts, written as converted HTML has it. */
const hiddenLinks = (text: string, links: readonly string[]): readonly string[] =>
  links.flatMap((link) => {
    const url = link.replace(mark, "");
    return isForeign(url) && !text.includes(url) ? [`<${url}>`] : [];
  });

const mark = new RegExp(`^(?:${aside}|${disguise})`);

const isForeign = (url: string): boolean => {
  const host = /^https?:/i.test(url) ? hostOf(url) : null;
  return host !== null && isForeignHost(host);
};

const listOf = (addresses: readonly Address[]): string =>
  addresses.map(({ name, address }) => `"${name.replaceAll(/["<>\n]/g, "")}" <${address}>`).join(", ");

const noRest: Rest = { internalDate: null, text: "", links: [], problems: [] };

/** The plain part, unless it is empty or a mere stub beside a longer HTML part. */
const bodyText = async ({ plain, html, differs }: Parts): Promise<Body> => {
  const bounded = plain.slice(0, maxTextLength);
  if (html === "" || (!differs && bounded.trim().length > longestStub))
    return { text: bounded, problems: [] };
  try {
    const text = (await htmlToText(html)).slice(0, maxTextLength);
    const problems = isTooLong(html) ? ["the HTML part is very long: only its beginning was read"] : [];
    const isStub = bounded.trim().length <= longestStub && text.length > 3 * bounded.trim().length;
    if (isStub) return { text, problems };
    return { text: differs ? `${text}\n\n${bounded}`.trim() : bounded, problems };
  } catch (error) {
    if (error instanceof Unloadable) throw error;
    return { text: bounded, problems: [`The HTML part could not be read: ${String(error)}`] };
  }
};

/** "Your e-mail program cannot show HTML" and the like. */
const longestStub = 200;

const message = async (headers: readonly Header[], rest: Rest): Promise<Message> => {
  const { addressesIn, libmime } = await libraries();
  const values = (...names: readonly string[]): string[] =>
    names.flatMap((name) => headers.filter((header) => header.name === name).map(({ value }) => value));
  const addresses = (...names: readonly string[]): readonly Address[] =>
    values(...names).flatMap(addressesIn);
  return {
    headers,
    subject: libmime
      .decodeWords(values("subject")[0] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim(),
    from: addresses("from"),
    to: addresses("to", "cc"),
    replyTo: addresses("reply-to"),
    messageId: messageIds(values("message-id"))[0] ?? null,
    references: messageIds(values("in-reply-to", "references")),
    date: readDate(values("date")[0]),
    ...rest,
  };
};

/** Message-IDs without brackets or repetition; the first hundred, a thread's chain may be endless. */
const messageIds = (values: readonly string[]): string[] => {
  const ids = values
    .join(" ")
    .slice(0, 20_000)
    .matchAll(/<([^<>\s]{1,900})>|([^<>\s,@]{1,250}@[^<>\s,]{1,250})/g);
  return [...new Set([...ids].map((match) => match[1] ?? match[2] ?? ""))].slice(0, 100);
};

const readDate = (value: string | undefined): Date | null => {
  const date = new Date((value ?? "").replaceAll(/\([^()]*\)/g, " "));
  return Number.isNaN(date.getTime()) ? null : date;
};
