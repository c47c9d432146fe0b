/** `landfall preview`: every e-mail as it would come, without a mailbox. */

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeReminder } from "../delivery/compose.ts";
import { toSource } from "../delivery/message.ts";
import { sampleKinds, sampleMail } from "../domain/sample-mails.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { Mail } from "../flow/ports.ts";
import type { Io } from "./io.ts";

export type PreviewOptions = {
  /** Undefined: every kind. */
  readonly kind: string | undefined;
  readonly language: ReminderLanguage;
  /** IANA name. */
  readonly timeZone: string;
  /** Shows a page in a browser, and tells whether it could; null where that is not wanted. */
  readonly open: ((page: string) => Promise<boolean>) | null;
  readonly json: boolean;
};

type Written = {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly string[];
};

/** Writes the mails into a new folder and tells where. Resolves with the exit code: 0, 1 where no browser opened, 2 for an unknown kind. */
export const preview = async (options: PreviewOptions, io: Io): Promise<0 | 1 | 2> => {
  const { kind, language, timeZone } = options;
  if (kind !== undefined && !sampleKinds.includes(kind)) {
    io.stderr.write(`landfall: there is no kind "${kind}"; there are ${sampleKinds.join(", ")}\n`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), "landfall-preview-"));
  const written: Written[] = [];
  for (const name of kind === undefined ? sampleKinds : [kind])
    written.push(await write(name, previewMail(name, { language, timeZone, now: new Date() }), folder));
  io.stdout.write(
    options.json ? `${JSON.stringify({ folder, mails: written.map(toJson) })}\n` : told(written),
  );
  if (options.open === null) return 0;
  const page = written.length === 1 ? written[0]!.files[0]! : await writeIndex(written, folder);
  if (await options.open(page)) return 0;
  io.stderr.write(`landfall: no browser could be started; open ${page} yourself\n`);
  return 1;
};

const you = "you@example.com";

/** One mail as it would be sent; its buttons lead to nobody. */
export const previewMail = (
  kind: string,
  {
    language,
    timeZone,
    now,
  }: { readonly language: ReminderLanguage; readonly timeZone: string; readonly now: Date },
): Mail =>
  composeReminder(sampleMail(kind, { now, timeZone, caseLabel: you }, language), {
    id: "preview",
    messageId: `preview-${kind}@landfall.invalid`,
    from: you,
    to: you,
    date: now,
    answers: { address: you, token: "0".repeat(20) },
  });

/** The HTML part, the text part, the whole message, and what goes along. */
const write = async (kind: string, mail: Mail, folder: string): Promise<Written> => {
  const { subject } = mail;
  const { text, html, attachments = [] } = await mail.content();
  const parts: readonly (readonly [string, string | Buffer])[] = [
    [`${kind}.html`, html],
    [`${kind}.txt`, `Subject: ${subject}\n\n${text}`],
    [`${kind}.eml`, await (await toSource(mail)).raw()],
    ...attachments.map((file) => [`${kind}-${file.name}`, file.text] as const),
  ];
  const files = parts.map(([name]) => join(folder, name));
  for (const [index, [, content]] of parts.entries()) await writeFile(files[index]!, content);
  return { kind, subject, text, files };
};

const toJson = ({ kind, subject, files }: Written) => ({ kind, subject, files });

/** One mail is shown with its text; of many the subjects. */
const told = (written: readonly Written[]): string => {
  const [only, ...others] = written;
  if (only === undefined) return "";
  if (others.length === 0) return `Subject: ${only.subject}\n\n${only.text}\n${only.files.join("\n")}\n`;
  const width = Math.max(...written.map(({ kind }) => kind.length));
  return written
    .map(
      ({ kind, subject, files }) => `${kind.padEnd(width)}  ${subject}\n${" ".repeat(width)}  ${files[0]}\n`,
    )
    .join("");
};

/** All mails on one page, each in a frame as wide as a phone. */
const writeIndex = async (written: readonly Written[], folder: string): Promise<string> => {
  const frames = written.map(
    ({ kind }) =>
      `<figure><figcaption>${kind}</figcaption><iframe src="${kind}.html" width="390" height="844"></iframe></figure>`,
  );
  const page = join(folder, "index.html");
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><title>Landfall</title><body style="display:flex;flex-wrap:wrap">${frames.join("")}`,
  );
  return page;
};
