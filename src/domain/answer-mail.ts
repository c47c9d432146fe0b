/** Is a mail the person's answer to a reminder? Judged by its headers alone; who really sent it is judged elsewhere. */

import { ownLineOf, readAnswerSubject, readCommand, type Command } from "./answers.ts";
import { isOwnReminder } from "./candidate.ts";
import type { Message } from "./letter.ts";
import { isForwardSubject } from "./subject.ts";

/** True for a mail from the person to themselves that no machine wrote, and that forwards nothing. */
export const mayBeAnswer = (message: Message, ownAddresses: readonly string[]): boolean => {
  const isOwn = ({ address }: { readonly address: string }): boolean => ownAddresses.includes(address);
  return (
    message.from.length === 1 &&
    message.from.every(isOwn) &&
    message.to.some(isOwn) &&
    !isOwnReminder(message) &&
    !isAutomatic(message) &&
    !isForwardSubject(message.subject)
  );
};

/** RFC 3834, and what mailing lists and absence notices put into their headers (RFC 2919). */
const isAutomatic = ({ headers }: Message): boolean =>
  headers.some(
    ({ name, value }) =>
      (name === "auto-submitted" && !/^\s*no\b/i.test(value)) ||
      (name === "precedence" && /bulk|junk|list|auto/i.test(value)) ||
      name === "list-id" ||
      name === "x-autoreply" ||
      name === "x-autorespond",
  );

/**
 * What it says: the first line that the person wrote, and nothing else where there is one; else what a button put into
 * the subject. Null where that is no command: "wait, the upload failed" under the subject of "done" is none.
 */
export const commandIn = ({ subject, text }: Pick<Message, "subject" | "text">): Command | null => {
  const line = ownLineOf(text);
  return line === null ? (readAnswerSubject(subject)?.command ?? null) : readCommand(line);
};
