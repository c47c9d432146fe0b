/** A message too big to be fetched whole: a smaller one is put together from its text. */

import type { FetchMessageObject, ImapFlow, MessageStructureObject } from "imapflow";
import { harmOf } from "../domain/attachments.ts";

/** Of each part no more than this is fetched: text is at its beginning. */
const PART_BYTES = 5 * 1024 * 1024;
const MOST_PARTS = 20;
const HEADER_BYTES = 512 * 1024;

/**
 * The header block and, by BODYSTRUCTURE (RFC 3501 section 6.4.5), the text and message/rfc822 parts
 * of a message, as a MIME source of the same shape without the rest. Undefined if it is gone.
 */
export const fetchTextParts = async (client: ImapFlow, uid: number): Promise<Buffer | undefined> => {
  const shape = await client.fetchOne(String(uid), { bodyStructure: true }, { uid: true });
  if (shape === false || shape.bodyStructure === undefined) return undefined;
  const parts = textParts(shape.bodyStructure).slice(0, MOST_PARTS);
  const bodyParts = parts.map((part) => ({ key: numberOf(part), start: 0, maxLength: PART_BYTES }));
  const header = { key: "HEADER", start: 0, maxLength: HEADER_BYTES };
  const bodies = await client.fetchOne(String(uid), { bodyParts: [header, ...bodyParts] }, { uid: true });
  return bodies === false ? undefined : compose(shape.bodyStructure, bodies);
};

const textParts = (node: MessageStructureObject): readonly MessageStructureObject[] =>
  isText(node) ? [node] : isEmbedded(node) ? [] : (node.childNodes ?? []).flatMap(textParts);

/** Only a calendar is one that may hang on as an attachment. */
const isText = (node: MessageStructureObject): boolean =>
  isEmbedded(node) ||
  node.type.toLowerCase() === "text/calendar" ||
  (["text/plain", "text/html"].includes(node.type.toLowerCase()) && node.disposition !== "attachment");

const isEmbedded = ({ type }: MessageStructureObject): boolean => type.toLowerCase() === "message/rfc822";

/** A message that is one part only has no part number of its own; its body is part 1. */
const numberOf = ({ part }: MessageStructureObject): string => part ?? "1";

const compose = (shape: MessageStructureObject, { bodyParts, headers }: FetchMessageObject): Buffer => {
  const fields = withoutContentFields(headers ?? Buffer.alloc(0));
  return Buffer.concat([Buffer.from(`${fields}\r\n`, "latin1"), composePart(shape, bodyParts ?? new Map())]);
};

/** Header fields but those about the content, which is no longer the same. */
const withoutContentFields = (header: Buffer): string => {
  const fields = header
    .toString("latin1")
    .trimEnd()
    .split(/\r?\n(?![ \t])/u);
  return fields.filter((field) => !/^content-/iu.test(field)).join("\r\n");
};

const composePart = (node: MessageStructureObject, bodies: ReadonlyMap<string, Buffer>): Buffer => {
  const children = (node.childNodes ?? []).filter(
    (child) => textParts(child).length > 0 || harmIn(child) !== null,
  );
  if (isEmbedded(node) || children.length === 0)
    return leaf(node, bodies.get(numberOf(node)) ?? Buffer.alloc(0));
  const boundary = `landfall-${node.part ?? "0"}`;
  const opening = Buffer.from(`--${boundary}\r\n`);
  return Buffer.concat([
    Buffer.from(`Content-Type: ${node.type}; boundary="${boundary}"\r\n\r\n`),
    ...children.flatMap((child) => [opening, composePart(child, bodies), Buffer.from("\r\n")]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
};

/** Of an attachment that can do harm is told that there is one. */
const harmIn = (node: MessageStructureObject): string | null => {
  if (node.childNodes !== undefined || isText(node)) return null;
  const name = node.dispositionParameters?.["filename"] ?? node.parameters?.["name"] ?? "";
  return harmOf(node.type, name);
};

const leaf = (node: MessageStructureObject, body: Buffer): Buffer => {
  const charset = node.parameters?.["charset"];
  const type = `Content-Type: ${node.type}${charset === undefined ? "" : `; charset="${charset}"`}\r\n`;
  const harm = harmIn(node);
  if (harm !== null)
    return Buffer.from(`${type}Content-Disposition: attachment; filename="x.${harm}"\r\n\r\n`);
  const encoding = `Content-Transfer-Encoding: ${node.encoding ?? "8bit"}\r\n\r\n`;
  return Buffer.concat([Buffer.from(type + encoding), body]);
};
