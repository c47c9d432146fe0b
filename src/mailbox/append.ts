/**
 * The only write that Landfall ever makes to a mailbox: a reminder of its own is laid into the inbox (RFC 9051 section
 * 6.3.12), over a connection of its own. Existing mail is neither changed nor read.
 */

import type { ImapFlow } from "imapflow";
import { SendFailure } from "../flow/ports.ts";
import { connect, disconnect, type MailboxOptions } from "./connection.ts";
import { explain } from "./refusal.ts";
import { holdsMessage } from "./search.ts";

/** A mail as it is to lie there. */
export type Laid = {
  /** Without angle brackets. */
  readonly messageId: string;
  /** The whole message, RFC 5322. */
  readonly raw: Buffer;
  readonly date: Date;
};

const inbox = "INBOX";

/**
 * Lays a mail into the inbox, unseen and flagged, unless it lies there already: done twice it is there once.
 * Resolves with what was done. @throws SendFailure; `unknown` where the server was told and its answer never came.
 */
export const layIntoInbox = async (
  options: MailboxOptions,
  mail: Laid,
  signal: AbortSignal,
): Promise<string> => {
  let told = false;
  let client: ImapFlow | null = null;
  try {
    client = await connect(options, signal);
    await client.mailboxOpen(inbox, { readOnly: true });
    if (await holdsMessage(client, mail.messageId)) return "it lay in the inbox already";
    told = true;
    const { uid } = await append(client, mail);
    return `laid into the inbox${uid === undefined ? "" : ` as UID ${uid}`}`;
  } catch (error) {
    throw failureOf(error, options, told);
  } finally {
    if (client !== null) await disconnect(client);
  }
};

const append = async (
  client: ImapFlow,
  { raw, date }: Laid,
): Promise<{ readonly uid?: number | undefined }> => {
  const done = await client.append(inbox, raw, ["\\Flagged"], date);
  if (done === false) throw new Error("the server said no");
  return done;
};

const failureOf = (error: unknown, options: MailboxOptions, told: boolean): SendFailure => {
  const { wrongPassword, triedOnce } = explain(error, options);
  const refused = wrongPassword || saidNo(error);
  const message = `laying a mail into the inbox: ${told && refused ? answerOf(error) : triedOnce}`;
  return new SendFailure(message, {
    permanent: refused,
    unknown: told && !refused,
    everyMail: true,
    cause: error,
  });
};

/** By shape: imapflow's error for an answer of NO or BAD. */
const saidNo = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "responseStatus" in error &&
  (error.responseStatus === "NO" || error.responseStatus === "BAD");

const answerOf = (error: unknown): string => {
  const said =
    typeof error === "object" && error !== null && "responseText" in error ? String(error.responseText) : "";
  return `the server does not allow it ("${said.slice(0, 200)}"); set FALLBACK=off, or SMTP_HOST`;
};
