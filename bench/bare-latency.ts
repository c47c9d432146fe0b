/**
 * What the protocols alone cost: imapflow tells of a message, headers and source are fetched, nodemailer sends a
 * mail. No parser, no ledger, no queue. `node bench/bare-latency.ts IMAP_PORT SMTP_PORT USER PASSWORD`
 */

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
const outbox = createTransport({ host, port: Number(smtpPort), secure: false, ignoreTLS: true, pool: true });

const look = async (uid: number): Promise<void> => {
  for await (const message of client.fetch(`${uid}:*`, { uid: true, headers: true }, { uid: true })) {
    if (message.uid >= uid) next = message.uid + 1;
  }
  await client.fetchOne(String(next - 1), { source: true }, { uid: true });
  await outbox.sendMail({ from: "a@example.net", to: "b@example.net", subject: "bare", text: "bare" });
  void client.idle();
};

client.on("error", (error: unknown) => {
  throw error;
});
await client.connect();
let next = (await client.mailboxOpen("INBOX", { readOnly: true })).uidNext;
client.on("exists", () => void look(next));
process.on("SIGTERM", () => process.exit(0));
void client.idle();
process.stderr.write("the first look has ended\n");
