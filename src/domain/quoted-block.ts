/** The header block that mail programs put before what they forward or answer, in whatever language. */

import { fold } from "./fold.ts";
import { type Field, fieldByLabel } from "./quoted-labels.ts";

/** A quoted header block: the values as written, the text before it, and what it heads. */
export type QuotedBlock = {
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly subject: string;
  /** Empty where none was quoted; few programs do. */
  readonly replyTo: string;
  readonly before: string;
  readonly text: string;
};

type Fields = Readonly<Partial<Record<Field, string>>>;

/** Finds the first block with an author and two more fields, or as few as are said. Null where there is none. */
export const findQuotedBlock = (text: string, fewest = 2): QuotedBlock | null => {
  const lines = text.split(/\r?\n/, mostLines).flatMap(unglue);
  for (let at = 0; at < lines.length; at += 1) {
    if (readFirstLabel(lines, at) === null) continue;
    const { fields, end } = readBlock(lines, at);
    if (isWhole(fields, fewest)) return toBlock(fields, lines, { at, end });
    at = end - 1;
  }
  return null;
};

/** Yahoo's text part may hold its whole block in one line, its fields with nothing between them. */
const unglue = (line: string): readonly string[] => {
  if (!line.includes("Sent:") && !line.includes("Envoyé")) return [line];
  const start = line.slice(0, longestGlued);
  const glued = gluedForms.find(({ whole }) => whole.test(start));
  const head = glued?.whole.exec(start)?.[1];
  return glued === undefined || head === undefined
    ? [line]
    : [...head.split(glued.between), line.slice(head.length)];
};

const longestGlued = 2_000;

/** `whole`: all before the subject's field; `between`: where a field begins in it. */
const gluedForms: readonly { readonly whole: RegExp; readonly between: RegExp }[] = [
  {
    whole: /^(.{0,200}?From:.{1,900}?Sent:.{1,300}?)Subject:/,
    between: /(?=\b(?:From|Cc):|Sent:)|(?<=[>\]\s]|\.[a-z]{2,6})(?=To:)/,
  },
  {
    whole: /^(.{0,200}?\bDe ?:.{1,900}?Envoyé ?:.{1,300}?)Objet ?:/,
    between: /(?=\b(?:De|Cc) ?:|Envoyé ?:)|(?<=[>\]\s]|\.[a-z]{2,6})(?=À ?:)/,
  },
];

const mostLines = 5_000;
const longestBlock = 40;

/** Thunderbird begins with the subject, Gmail and Outlook with the author. */
const isWhole = ({ from, to, date, subject }: Fields, fewest: number): boolean =>
  from !== undefined && [to, date, subject].filter((value) => value !== undefined).length >= fewest;

const toBlock = (
  fields: Fields,
  lines: readonly string[],
  { at, end }: { at: number; end: number },
): QuotedBlock => {
  const depth = /^[\s>]*/.exec(lines[at] ?? "")?.[0].replaceAll(/[^>]/g, "").length ?? 0;
  const body = lines.slice(end).map((line) => unquote(line, depth));
  return {
    from: fields.from ?? "",
    to: fields.to ?? "",
    date: fields.date ?? "",
    subject: fields.subject ?? "",
    replyTo: fields.replyTo ?? "",
    before: lines.slice(0, at).join("\n"),
    text: body.join("\n"),
  };
};

/** The line as it stood `depth` quotations earlier; ">>" and "> >" are both two. */
export const unquote = (line: string, depth: number): string => {
  let rest = line;
  for (let level = 0; level < depth && /^\s{0,9}>/.test(rest); level += 1)
    rest = rest.replace(/^\s{0,9}> ?/, "");
  return rest;
};

/** Reads fields until the block ends; one empty line may stand between two of them. */
const readBlock = (
  lines: readonly string[],
  start: number,
): { readonly fields: Fields; readonly end: number } => {
  const fields: Partial<Record<Field, string>> = {};
  const read = readLabel(lines[start] ?? "") === null ? readCell : readLabel;
  let [last, at]: [Field | null, number] = [null, start];
  for (; at < Math.min(lines.length, start + longestBlock); at += 1) {
    const line = lines[at] ?? "";
    const label = read(line);
    if (label !== null) {
      if (fields[label.field] !== undefined && label.field !== "other") break;
      last = label.field;
      fields[last] = label.value;
    } else if (isEmpty(line)) {
      if (read(lines[at + 1] ?? "") === null && !isAwaited(fields, last)) break;
    } else if (last !== null && continues(fields[last] ?? "", last)) {
      fields[last] = `${fields[last] ?? ""} ${clean(line)}`.trim();
    } else break;
  }
  return { fields, end: at };
};

/** A label in a table's cell has its value on a line below; a last "In-Reply-To:" without one has the letter there. */
const isAwaited = (fields: Fields, last: Field | null): boolean =>
  last !== null && fields[last] === "" && !(last === "other" && isComplete(fields));

const isComplete = ({ from, to, date, subject }: Fields): boolean =>
  [from, to, date, subject].every((value) => value !== undefined && value !== "");

/** Long values are wrapped: lists of addresses anywhere, other values near the usual width. */
const continues = (value: string, field: Field): boolean =>
  value === "" ||
  (field === "subject" && value.length > 55) ||
  ((field === "to" || field === "from" || field === "replyTo") && /[,;]$|^[^@]*$/.test(value));

type Label = { readonly field: Field; readonly value: string };

/** A word alone in its line is a label only where an address is below it, as in the cells of a table. */
const readFirstLabel = (lines: readonly string[], at: number): Label | null => {
  const line = lines[at] ?? "";
  if (line === "") return null;
  const label = readLabel(line);
  if (label !== null || line.length > longestLabel) return label;
  const below = lines.slice(at + 1, at + 3);
  return below.some((other) => other.includes("@")) && below.find((other) => !isEmpty(other))?.includes("@")
    ? readCell(line)
    : null;
};

/** The cell of a label stands above that of its value. */
const readCell = (line: string): Label | null => {
  const label = readLabel(line);
  if (label !== null || line.length > longestLabel) return label;
  const field = fieldOf(fold(clean(line)).trim());
  return field === undefined ? null : { field, value: "" };
};

const longestLabel = 24;

const readLabel = (line: string): Label | null => {
  if (isRow(line)) return readRow(line);
  if (!mayHaveLabel.test(line)) return null;
  const text = clean(line);
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 20) return null;
  const field = fieldOf(fold(text.slice(0, colon)).replaceAll("*", "").trim());
  return field === undefined
    ? null
    : { field, value: text.slice(colon + 1).replace(/^[*_\s]+|[*\s]+$/g, "") };
};

/** Most lines of a letter have no colon, or have it far behind. */
const mayHaveLabel = /^[\s>|*]*[^:：]{1,20}[:：]/;

/** NetEase draws its table with signs: "| 发件人 | IRCC@cic.gc.ca |". */
const isRow = (line: string): boolean => /^[\s>]{0,20}\|[^|:：]{1,30}\|/.test(line);

const readRow = (line: string): Label | null => {
  const [, label = "", ...values] = line.split("|");
  const field = fieldOf(fold(label).replaceAll("*", "").trim());
  return field === undefined ? null : { field, value: values.join("|").replaceAll(/^\s+|[\s|]+$/g, "") };
};

/** "Envoyé" and "À" may have lost their accented letter. */
const fieldOf = (label: string): Field | undefined => {
  if (/^envoy[?\uFFFD]{1,2}$/.test(label)) return "date";
  if (/^[?\uFFFD]{1,2}$/.test(label)) return "to";
  return fieldByLabel.get(label);
};

/** Also the line below a table's head: "|---|---|". */
const isEmpty = (line: string): boolean => clean(line) === "" || /^[\s>]{0,20}\|[\s|:-]+$/.test(line);

/** A line without what quoting, tables and bold print put around it. */
const clean = (line: string): string => line.replace(/^[\s>|*]+/, "").replace(/[\s|]+$/, "");
