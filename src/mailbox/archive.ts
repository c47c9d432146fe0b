/** Mail that lies in files: mbox files, Maildirs, folders of .eml files. Nothing in them is changed. */

import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Role } from "../domain/letter.ts";
import { messagesIn, type Span } from "./mbox.ts";

/** One message in a file. */
export type Stored = {
  readonly file: FileHandle;
  readonly span: Span;
  /** Name of the mbox or of the folder, without the way to it. */
  readonly folder: string;
  readonly role: Role;
  /** Where the file's own name tells when it was delivered. */
  readonly deliveredAt: Date | null;
  /** True where lines may begin with a ">" that an mbox put there. */
  readonly quoted: boolean;
};

/** What could not be read, and why. */
export type Unreadable = { readonly path: string; readonly problem: string };

/** Every message below a path, whatever way it is kept; what cannot be read is told, and passed over. */
export async function* storedMail(
  path: string,
  unreadable: (what: Unreadable) => void,
): AsyncGenerator<Stored> {
  for await (const file of filesBelow(path, unreadable)) {
    try {
      await using handle = await open(file);
      yield* messagesOf(file, handle);
    } catch (error) {
      unreadable({ path: file, problem: error instanceof Error ? error.message : String(error) });
    }
  }
}

async function* filesBelow(path: string, unreadable: (what: Unreadable) => void): AsyncGenerator<string> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield path;
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const below = join(path, entry.name);
      if (entry.isDirectory()) yield* filesBelow(below, unreadable);
      else if (entry.isFile() && mayBeMail(below)) yield below;
    }
  } catch (error) {
    unreadable({ path, problem: error instanceof Error ? error.message : String(error) });
  }
}

/** Programs keep lists of their own beside the mail. */
const mayBeMail = (path: string): boolean =>
  isInMaildir(path) || ["", ".eml", ".mbox", ".mbx"].includes(extname(path).toLowerCase());

/** A Maildir keeps new mail in `new`, seen mail in `cur`; `tmp` is not delivered yet. */
const isInMaildir = (path: string): boolean => ["cur", "new"].includes(basename(dirname(path)));

async function* messagesOf(path: string, file: FileHandle): AsyncGenerator<Stored> {
  if (isDraft(path)) return;
  const folder = folderOf(path);
  const role = roleOf(folder);
  if (!isInMaildir(path)) {
    let isMbox = false;
    for await (const span of messagesIn(file)) {
      isMbox = true;
      yield { file, span, folder, role, deliveredAt: null, quoted: true };
    }
    if (isMbox || extname(path) === "") return;
  }
  const span = { from: 0, to: (await file.stat()).size };
  const lies = isInMaildir(path) ? role : roleOf(basename(dirname(path)));
  yield { file, span, folder, role: lies, deliveredAt: deliveredAt(path), quoted: false };
}

const isDraft = (path: string): boolean => isInMaildir(path) && /:2,[A-Z]*D/.test(basename(path));

/** A Maildir's folders begin with a dot; its inbox is the Maildir itself. */
const folderOf = (path: string): string => {
  const home = basename(isInMaildir(path) ? dirname(dirname(path)) : path);
  return home.replace(/^\./, "").replace(/\.(?:mbox|mbx)$/i, "");
};

/** As mail programs and providers name them; a file tells no SPECIAL-USE. */
const roleOf = (folder: string): Role => {
  const name = folder.split(/[./]/).at(-1)?.toLowerCase() ?? "";
  if (sentNames.has(name)) return "sent";
  return junkNames.has(name) ? "junk" : "inbox";
};

const sentNames = new Set([
  "sent",
  "sent items",
  "sent mail",
  "sent messages",
  "sent-mail",
  "outbox",
  "envoyés",
  "éléments envoyés",
  "messages envoyés",
  "已发送",
  "已发送邮件",
  "寄件備份",
]);
const junkNames = new Set([
  "junk",
  "junk e-mail",
  "junk email",
  "spam",
  "bulk mail",
  "indésirables",
  "courrier indésirable",
  "垃圾邮件",
  "垃圾箱",
]);

/** A Maildir names its files after the second of their delivery (https://cr.yp.to/proto/maildir.html). */
const deliveredAt = (path: string): Date | null => {
  const [, seconds] = /^(\d{9,10})\./.exec(basename(path)) ?? [];
  return seconds === undefined || !isInMaildir(path) ? null : new Date(Number(seconds) * 1000);
};
