/** A mail that answers a reminder: known again, and stored without its words. */

import { createHash } from "node:crypto";
import { commandIn, mayBeAnswer } from "../domain/answer-mail.ts";
import { readAnswerSubject } from "../domain/answers.ts";
import { authenticate } from "../domain/authentication.ts";
import type { Message, Role } from "../domain/letter.ts";
import { answerToken } from "./identity.ts";
import type { Found, Ledger, StoredAnswer } from "./ports.ts";
import { readingOf, type ReceivePorts } from "./receive.ts";

type AskPorts = ReceivePorts & { readonly ledger: Ledger; readonly key: Uint8Array };

/**
 * The reminder that a mail answers, null for any other mail: it must name one that was really sent, or carry its
 * token in the subject. Headers are enough.
 */
export const answeredReminder = async (ports: AskPorts, message: Message): Promise<string | null> => {
  if (!mayBeAnswer(message, ports.reading.ownAddresses)) return null;
  const mark = readAnswerSubject(message.subject);
  if (mark !== null && mark.token === answerToken(mark.reminderId, ports.key)) return mark.reminderId;
  return (await ports.ledger.remindersSentAs(message.references))[0] ?? null;
};

/** An answer as it is stored, nothing of its text with it; null where it is none, or may be forged. */
export const toAnswer = async (ports: AskPorts, { message, place }: Found): Promise<StoredAnswer | null> => {
  const reminderId = await answeredReminder(ports, message);
  if (reminderId === null || !(await isTheirs(ports, message, place.role))) return null;
  const now = ports.clock.now();
  const at = message.internalDate !== null && message.internalDate < now ? message.internalDate : now;
  const name = message.messageId ?? JSON.stringify([message.date, message.subject]);
  return {
    id: createHash("sha256").update(`answer\0${name}`).digest("hex").slice(0, 16),
    reminderId,
    command: commandIn(message),
    at,
    status: "taken",
  };
};

/** Nobody but the person puts mail into Sent; elsewhere the provider must not call it forged. */
const isTheirs = async (ports: AskPorts, message: Message, role: Role): Promise<boolean> =>
  role === "sent" || authenticate(message, await readingOf(ports, ports.mailboxName)).trust !== "suspicious";
