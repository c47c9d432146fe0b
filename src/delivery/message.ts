/** From a composed mail to the bytes that go over the wire (RFC 5322, MIME). */

import type { Mail } from "../flow/ports.ts";
import { prepareCalendar } from "./calendar.ts";
import type { Source } from "./connection.ts";
import { prepareLayout } from "./layout.ts";

/** What a mail is made of comes from its own text, never from a file or a web address. */
export const toSource = async (mail: Mail): Promise<Source> => {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const message = new MailComposer({
    from: mail.from.includes("<") ? mail.from : { name: "Landfall", address: mail.from },
    to: mail.to,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    textEncoding: isLatin(mail.text) ? "quoted-printable" : "base64",
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(({ name, type, text }) => ({
      filename: name,
      contentType: type,
      content: text,
    })),
    date: mail.date,
    messageId: `<${mail.messageId}>`,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from, to } = message.getEnvelope();
  const raw = message.build();
  // Where the server refuses the recipient nobody asks for it any more.
  raw.catch(() => undefined);
  return { from: String(from), to: String(to[0]), raw };
};

/** Looked up once, where nodemailer would count every part. Of other scripts quoted-printable makes thrice as much. */
const isLatin = (text: string): boolean => Buffer.byteLength(text) < 1.2 * text.length;

/** Loads what composing needs, which takes longer than composing. */
export const prepare = async (): Promise<void> => {
  await Promise.all([import("nodemailer/lib/mail-composer"), prepareLayout(), prepareCalendar()]);
};
