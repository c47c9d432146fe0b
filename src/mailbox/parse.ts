/** From the bytes of an e-mail to a `Message`. Reading never fails: what cannot be read is told in `problems`. */

import type { Address, Header, Message } from "../domain/letter.ts";
import { splitHeaders } from "./headers.ts";
import { linksOf } from "./html-links.ts";
import { htmlToText, isTooLong } from "./html.ts";
import { libraries } from "./libraries.ts";
import { type Parts, takeApart } from "./parts.ts";

/** Longest body text kept, in characters: letters have a few thousand. */
export const maxTextLength = 200_000;

/** Reads a whole message; what is enclosed in it stands below its own text, as a forward's would. */
export const parseMessage = async (source: Uint8Array, internalDate: Date | null): Promise<Message> => {
  const parts = await takeApart(source);
  const { text, problems } = await wholeText(parts, 0);
  return await message(parts.headers, {
    internalDate,
    text: text.slice(0, maxTextLength),
    links: linksOf(parts.html),
    problems: [...parts.problems, ...problems],
  });
};

/** Reads a header block alone; `text` is empty. */
export const parseHeaders = async (headerBlock: Uint8Array, internalDate: Date | null): Promise<Message> =>
  await message(splitHeaders(headerBlock), { internalDate, text: "", links: [], problems: [] });

type Rest = Pick<Message, "internalDate" | "text" | "links" | "problems">;

const deepestEnclosed = 4;

const wholeText = async (parts: Parts, depth: number): Promise<Pick<Message, "text" | "problems">> => {
  const { text, problems } = await bodyText(parts);
  if (depth === deepestEnclosed) return { text, problems };
  const texts = [text];
  for (const source of parts.enclosed) texts.push(await enclosedText(source, depth + 1));
  return { text: texts.join("\n\n"), problems };
};

/** Headed like a forward, so that it is read as one. */
const enclosedText = async (source: Uint8Array, depth: number): Promise<string> => {
  const parts = await takeApart(source);
  const { headers, subject, from, to } = await message(parts.headers, noRest);
  const { text } = await wholeText(parts, depth);
  const value = (name: string): string => headers.find((header) => header.name === name)?.value ?? "";
  return [
    "---------- Forwarded message ----------",
    `From: ${listOf(from)}`,
    `Date: ${value("date")}`,
    `Subject: ${subject}`,
    `To: ${listOf(to)}`,
    `In-Reply-To: ${value("in-reply-to")}`,
    "",
    text,
  ].join("\n");
};

const listOf = (addresses: readonly Address[]): string =>
  addresses.map(({ name, address }) => `"${name.replaceAll(/["<>\n]/g, "")}" <${address}>`).join(", ");

const noRest: Rest = { internalDate: null, text: "", links: [], problems: [] };

/** The plain part, unless it is empty or a mere stub beside a longer HTML part. */
const bodyText = async ({ plain, html }: Parts): Promise<Pick<Message, "text" | "problems">> => {
  const bounded = plain.slice(0, maxTextLength);
  if (html === "" || bounded.trim().length > longestStub) return { text: bounded, problems: [] };
  try {
    const text = (await htmlToText(html)).slice(0, maxTextLength);
    const problems = isTooLong(html) ? ["the HTML part is very long: only its beginning was read"] : [];
    return { text: text.length > 3 * bounded.trim().length ? text : bounded, problems };
  } catch (error) {
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
