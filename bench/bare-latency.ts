/**
 * What the protocols alone cost: imapflow tells of a message, headers and source are fetched, nodemailer sends a
 * mail. No parser, no ledger, no queue. `node bench/bare-latency.ts IMAP_PORT SMTP_PORT USER PASSWORD`
 */

import { outbox, watch } from "./bare-mail.ts";

await watch(async () => {
  await outbox.sendMail({ from: "a@example.net", to: "b@example.net", subject: "bare", text: "bare" });
});
