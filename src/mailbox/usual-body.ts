/**
 * The bodies that most letters have, plain text, alone or beside the same in HTML (RFC 2046 section 5.1.4), read in one go.
 * mailparser takes a dozen turns of the event loop for it, a third of a millisecond; a look back has thousands to read.
 */

import type { Header } from "../domain/letter.ts";
import { rememberedPieces } from "../domain/remembered.ts";

/** `html` is empty where there is none. */
export type UsualBody = { readonly plain: string; readonly html: string };

/**
 * Reads a body that is in every way as it should be, and then as mailparser would; null for any other, which is left
 * to mailparser. `body` begins with the empty line below the header.
 */
export const readUsualBody = (headers: readonly Header[], body: Uint8Array): UsualBody | null => {
  if (body.length > longest) return null;
  // The fields first: most of what is large says there that it is something else.
  const about = headers.filter(({ name }) => /^content-(?!language$)/.test(name));
  const boundary = boundaryOf(about);
  if (boundary === null && !isPlain(about)) return null;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  if (unusual.test(text)) return null;
  return boundary === null ? readPlain(about, text) : readAlternative(boundary, text);
};

const longest = 1024 * 1024;

/** What is not printable ASCII, a carriage return without its line feed, and white space that ends a line. */
const unusual = /[^\t\r\n -~]|\r(?!\n)|[\t ](?:\r?\n|$)/;

/** Nothing but text, of which at most two fields say so: what it is and how it is encoded. */
const isPlain = (about: readonly Header[]): boolean => {
  const [type, encoding] = [fieldOf(about, "content-type"), encodingOf(about)];
  return (
    about.length === (encoding === undefined ? 1 : 2) &&
    plainType.test(type ?? "") &&
    /^(?:7bit|quoted-printable)$/i.test(encoding ?? "7bit")
  );
};

const readPlain = (about: readonly Header[], text: string): UsualBody | null => {
  const plain = decoded(text.replace(/^\r?\n/, ""), encodingOf(about));
  return plain === null ? null : { plain, html: "" };
};

const encodingOf = (about: readonly Header[]): string | undefined =>
  fieldOf(about, "content-transfer-encoding");

const fieldOf = (about: readonly Header[], name: string): string | undefined =>
  about.find((header) => header.name === name)?.value;

const plainType = /^text\/plain; ?charset=(?:utf-8|us-ascii|"utf-8"|"us-ascii")$/i;

const readAlternative = (boundary: string, text: string): UsualBody | null => {
  const [before = "", first = "", second = "", after = "", ...more] = text.split(`--${boundary}`);
  if (more.length > 0 || !/^(?:\r?\n){1,9}$/.test(before) || !/^--(?:\r?\n){0,9}$/.test(after)) return null;
  const plain = readPart(first, "plain");
  const html = readPart(second, "html");
  return plain === null || html === null ? null : { plain, html };
};

/** One field that says so, and nothing else about the content that would change how it is read. */
const boundaryOf = ([type, other]: readonly Header[]): string | null => {
  if (type?.name !== "content-type" || other !== undefined) return null;
  const found = /^multipart\/alternative; ?boundary=(?:"([\w.=+-]{1,70})"|([\w.+-]{1,70}))$/i.exec(
    type.value,
  );
  return found?.[1] ?? found?.[2] ?? null;
};

/** What stands between two boundaries: two fields at most, an empty line, and text that is not empty. */
const readPart = (part: string, subtype: "plain" | "html"): string | null => {
  const head = partHead.exec(part);
  const end = /\r?\n$/.exec(part.slice(-2));
  if (head === null || end === null || head[1]?.toLowerCase() !== subtype) return null;
  const content = part.slice(head[0].length, -end[0].length);
  return decoded(content, head[2]);
};

const partHead =
  /^\r?\nContent-Type: text\/(plain|html);(?: |\r?\n[ \t])charset=(?:utf-8|us-ascii|"utf-8"|"us-ascii")\r?\n(?:Content-Transfer-Encoding: (quoted-printable|7bit)\r?\n)?\r?\n/i;

/** The text of what is encoded so; null where there is none. */
const decoded = (content: string, encoding: string | undefined): string | null => {
  const text = encoding?.toLowerCase() === "quoted-printable" ? decode(content) : content;
  return text === null || text === "" ? null : text.replaceAll("\r\n", "\n");
};

/** Quoted-printable (RFC 2045 section 6.7) of UTF-8; null where it is not. */
const decode = (content: string): string | null => {
  const whole = content.replaceAll(/=\r?\n/g, "");
  try {
    return whole.replaceAll(/(?:=[\dA-F]{2})+|=/gi, decodeRun);
  } catch {
    return null;
  }
};

/** It is percent-encoding with another sign. A letter has a few dozen accents, over and over. */
const decodeRun = rememberedPieces((run): string => decodeURIComponent(run.replaceAll("=", "%")));
