/** The two ends of a bench's mail without Landfall, by the words of the command: IMAP_PORT SMTP_PORT USER PASSWORD. */

import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";

const [imapPort, smtpPort, user = "", pass = ""] = process.argv.slice(2);
const host = "127.0.0.1";
const client = new ImapFlow({
  host,
  port: Number(imapPort),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
});

export const outbox = createTransport({
  host,
  port: Number(smtpPort),
  secure: false,
  ignoreTLS: true,
  pool: true,
});

/** Hands on the source of each message that comes, its headers fetched before, and waits for the next one after that. */
export const watch = async (take: (source: Buffer) => Promise<void>): Promise<void> => {
  client.on("error", (error: unknown) => {
    throw error;
  });
  await client.connect();
  let next = (await client.mailboxOpen("INBOX", { readOnly: true })).uidNext;
  const look = async (uid: number): Promise<void> => {
    for await (const message of client.fetch(`${uid}:*`, { uid: true, headers: true }, { uid: true })) {
      if (message.uid >= uid) next = message.uid + 1;
    }
    const fetched = await client.fetchOne(String(next - 1), { source: true }, { uid: true });
    if (fetched !== false && fetched.source !== undefined) await take(fetched.source);
    void client.idle();
  };
  client.on("exists", () => void look(next));
  process.on("SIGTERM", () => process.exit(0));
  void client.idle();
  process.stderr.write("the first look has ended\n");
};
