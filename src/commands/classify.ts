/** `landfall classify`: saved letters, explained. Needs no settings; those there are, are used. */

import { readFile } from "node:fs/promises";
import { judge, type ReadingContext } from "../domain/classify.ts";
import { toIsoOrNull } from "../domain/instants.ts";
import type { Finding } from "../domain/letter.ts";
import { redact } from "../domain/redact.ts";
import { parseMessage } from "../mailbox/parse.ts";
import type { Io } from "./io.ts";
import { findingJson } from "./present.ts";

/** Whose mail it is, as far as it is known; `now` is what a file's Date is held against. */
export type ClassifyConfig = Partial<ReadingContext>;

/** Prints one finding a file; none or "-" reads standard input. Returns the exit code: 1 if a file could not be read. */
export const classify = async (
  files: readonly string[],
  options: { readonly json: boolean; readonly config?: ClassifyConfig },
  io: Io,
): Promise<number> => {
  const context = { ...defaults(), ...options.config };
  let exitCode = 0;
  for (const file of files.length === 0 ? ["-"] : files) {
    try {
      const source = await readSource(file, io);
      const finding = noting(source, await classifySource(source, context));
      const print = options.json ? asJson : asText;
      io.stdout.write(print(file, finding, context.timeZone));
    } catch (error) {
      exitCode = 1;
      io.stderr.write(`${unreadable(file, error)}\n`);
    }
  }
  return exitCode;
};

const defaults = (): ReadingContext => ({
  ownAddresses: [],
  trustedForwarders: [],
  authservId: null,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  now: new Date(),
});

const readSource = async (file: string, { stdin, stderr }: Io): Promise<Uint8Array> => {
  if (file !== "-") return await readFile(file);
  if (stdin.isTTY === true) stderr.write("classify: reading standard input; Ctrl-D ends it\n");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const noting = (source: Uint8Array, finding: Finding): Finding =>
  hasHeaders(source)
    ? finding
    : { ...finding, why: ["no e-mail headers were found; save the letter as .eml", ...finding.why] };

/** How far a header line is looked for. */
const headBytes = 65_536;

/** Whether a line before the first empty one begins like a field (RFC 5322, section 3.6.8). */
const hasHeaders = (source: Uint8Array): boolean => {
  const head =
    Buffer.from(source.subarray(0, headBytes))
      .toString("latin1")
      .split(/\r?\n\r?\n/u, 1)[0] ?? "";
  return /^(?:\u00EF\u00BB\u00BF)?[!-9;-~]+[ \t]*:/mu.test(head);
};

const classifySource = async (source: Uint8Array, context: ReadingContext): Promise<Finding> => {
  const { message } = redact(await parseMessage(source, null));
  return judge({ message, role: null, knownPortal1: new Set() }, context);
};

const asJson = (file: string, finding: Finding, timeZone: string): string =>
  `${JSON.stringify({ file, ...findingJson(finding, timeZone) })}\n`;

const asText = (file: string, finding: Finding, timeZone: string): string => {
  const { kind, subkind, trust, language, forwardedBy, receivedAt, approximate, dateUnread, tasks, why } =
    finding;
  const lines = [
    `${file}: ${kind}${subkind === null ? "" : ` (${subkind})`}${trust === null ? "" : `, ${trust}`}`,
    forwardedBy === null ? null : `  forwarded by ${forwardedBy}`,
    receivedAt === null
      ? null
      : `  received ${dateUnread === true ? "at the latest " : approximate ? "about " : ""}${toIsoOrNull(receivedAt, timeZone)}`,
    language === null ? null : `  language ${language}`,
    tasks.length === 0 ? null : `  tasks    ${tasks.join(", ")}`,
    ...why.map((reason) => `  - ${reason}`),
  ];
  return `${lines.filter((line) => line !== null).join("\n")}\n`;
};

const plainReasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "you may not read it",
};

const unreadable = (file: string, error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const reason = plainReasons[/\bE[A-Z]+(?=:)/u.exec(message)?.[0] ?? ""] ?? message;
  return `classify: could not read "${file}": ${reason}; name a saved e-mail (.eml), or - for standard input`;
};
