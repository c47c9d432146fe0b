/** Forwards: IRCC's own message inside another one (docs/domain.md 0.4: consultants and families forward). */

import EmailForwardParser from "email-forward-parser";
import { findAttributed, isAttribution } from "./attribution.ts";
import { fold } from "./fold.ts";
import type { Address, Message } from "./letter.ts";
import { findQuotedBlock, type QuotedBlock } from "./quoted-block.ts";
import { isIrccAddress, isOfficialAddress } from "./sender.ts";
import { isForwardSubject, isReplySubject } from "./subject.ts";

/** The innermost forwarded message that claims IRCC, else the outermost one. */
export type Forward = {
  /** Its authors, as quoted; the address is empty where only a name was kept. */
  readonly from: readonly Address[];
  readonly to: readonly string[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  /** As quoted, empty where none was. */
  readonly date: string;
  readonly text: string;
  /** Who forwarded it before the message's own author did, the last one first. */
  readonly through: readonly Address[];
  /** More messages are quoted within one another than are read. Absent where there are not. */
  readonly isDeeper?: true;
};

/** A problem of a message that encloses others within others, more of them than are read. */
export const enclosedDeeper = "messages enclosed deep within others were not read";

/** Reads the forwarded message inside another one; null where there is none, or a mere answer. */
export const readForward = ({ subject, text }: Pick<Message, "subject" | "text">): Forward | null => {
  const outer = peel(subject, text.slice(0, longestSearched));
  if (outer === null) return null;
  let inner = outer;
  for (let depth = 0; depth < deepest && !claims(inner); depth += 1) {
    const next = peel(inner.subject, inner.text);
    if (next === null) return outer;
    inner = { ...next, through: [...inner.through, ...authorsOf(inner), ...next.through] };
  }
  if (claims(inner)) return inner;
  return peel(inner.subject, inner.text) === null ? outer : { ...outer, isDeeper: true };
};

/** True where the quoted author is IRCC by address, or by name where no address was kept. */
export const claimsIrcc = ({ from }: Forward): boolean =>
  from.length > 0 &&
  from.every(({ name, address }) => (address === "" ? namesIrcc(name) : isIrccAddress(address)));

/** True where the quoted author writes from another domain that IRCC's notices come from. */
export const claimsOfficial = ({ from }: Forward): boolean =>
  from.length > 0 && from.every(({ address }) => isOfficialAddress(address));

/** The text that its own author wrote: what is quoted below it is cut off. */
export const withoutQuotes = (text: string): string => {
  // What is below an author and one field more is nobody's own: nothing is read from it, so little is proof enough.
  const block = findQuotedBlock(text, 1);
  const own = block === null || /^\s*$/.test(block.before) ? text : block.before;
  const lines = own.split("\n");
  const end = lines.findIndex((line, at) => isAttribution(line, lines[at + 1]));
  const kept = end < 0 ? lines : lines.slice(0, end);
  return kept.filter((line) => !(line.includes(">") && /^\s*>/.test(line))).join("\n");
};

/** The same of a forwarded message, which some programs quote as a whole below a header block that they do not. */
export const forwardedText = ({ text }: Pick<Forward, "text">): string => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isQuoted = lines.length > 0 && lines.every((line) => /^\s{0,9}>/.test(line));
  return withoutQuotes(isQuoted ? text.replaceAll(/^\s{0,9}> ?/gm, "") : text);
};

/** One without a name or an address is somebody all the same. */
const authorsOf = ({ from }: Forward): readonly Address[] =>
  from.length === 0 ? [{ name: "somebody", address: "" }] : from;

const claims = (forward: Forward): boolean => claimsIrcc(forward) || claimsOfficial(forward);

const longestSearched = 60_000;
/** Of messages within messages: nobody forwards that often. */
export const deepest = 12;

const peel = (subject: string, text: string): Forward | null => {
  const block = findQuotedBlock(text) ?? (isForwardSubject(subject) ? otherForms(subject, text) : null);
  if (block === null || (isReplySubject(subject) && !saysForwarded(block.before))) return null;
  return {
    from: quotedAddresses(block.from),
    to: quotedAddresses(block.to).map(({ address }) => address),
    replyTo: quotedAddresses(block.replyTo).filter(({ address }) => address !== ""),
    subject: block.subject,
    date: block.date,
    text: block.text,
    through: quotedBetween(block.before),
  };
};

/** "On … Eve <eve@example.net> wrote:" above a block: what it heads was in Eve's mail. In whatever language. */
const quotedBetween = (before: string): readonly Address[] => {
  const lines = before.slice(-longestSearched).split("\n");
  return lines.flatMap((line, at) => {
    const ends = /:\s*$/.test(line)
      ? line
      : /:\s*$/.test(lines[at + 1] ?? "")
        ? `${line} ${lines[at + 1]}`
        : "";
    return ends.includes("@") && /\d/.test(ends) && ends.length < 400 ? quotedAddresses(ends) : [];
  });
};

const saysForwarded = (before: string): boolean =>
  /forwarded message|message (?:transfere|reexpedie)|courriel transfere|transfer. :|转发(?:的)?邮件|轉寄郵件|原始邮件/.test(
    fold(before.slice(-2_000)),
  );

/** An answer's line heads many a text; that it forwards is only believed where it names IRCC. */
const otherForms = (subject: string, text: string): QuotedBlock | null => {
  const attributed = isReplySubject(subject) ? null : findAttributed(text);
  return attributed !== null &&
    quotedAddresses(attributed.from).every(({ address }) => isIrccAddress(address))
    ? attributed
    : otherLanguages(subject, text);
};

/** Twenty more languages, for what the own reader does not know. */
const otherLanguages = (subject: string, text: string): QuotedBlock | null => {
  const { forwarded, email, message } = new EmailForwardParser().read(tidy(text.slice(0, 20_000)), subject);
  const { address, name } = email.from;
  if (!forwarded || (address ?? name ?? "") === "") return null;
  return {
    from: `${name ?? ""} <${address ?? ""}>`,
    to: [email.to ?? []]
      .flat()
      .map((to) => `<${to.address ?? ""}>`)
      .join(", "),
    date: email.date ?? "",
    subject: email.subject ?? "",
    replyTo: "",
    before: message ?? "",
    text: email.body ?? "",
  };
};

/** Runs of white space make that package's patterns take minutes. */
const tidy = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .replaceAll(/\s{2,}/g, " ")
        .slice(0, 500),
    )
    .filter((line, at, lines) => line !== "" || lines[at - 1] !== "")
    .slice(0, 300)
    .join("\n");

/**
 * Every address, since "on behalf of" and a second one beside the brackets are ways to show two authors; else the
 * name alone.
 */
const quotedAddresses = (value: string): readonly Address[] => {
  const text = value.slice(0, 2_000);
  const found = [...text.matchAll(/[^\s<>[\]()"'“”,;:：]+@[^\s<>[\]()"'“”,;:：]+/g)].map(
    ([address]) => address,
  );
  const name = text
    .replace(/\s*[<[(].*$/, "")
    .replaceAll('"', "")
    .trim();
  if (found.length === 0) return name === "" ? [] : [{ name, address: "" }];
  return [...new Set(found.map((address) => address.toLowerCase()))].map((address) => ({ name, address }));
};

const namesIrcc = (name: string): boolean => /\bircc\b|immigration, ref[^@]*canada/.test(fold(name));
