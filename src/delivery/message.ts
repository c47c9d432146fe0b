/** From a composed mail to the bytes that go over the wire (RFC 5322, MIME). */

import { NotMade, type Mail } from "../flow/ports.ts";
import { onceLoaded } from "../once.ts";
import { prepareCalendar } from "./calendar.ts";
import type { Source } from "./connection.ts";
import { prepareLayout } from "./layout.ts";

/** Whom a mail is for, at once; what it says, made the first time that it is asked for. */
export const toSource = async (mail: Mail): Promise<Source> => {
  const [{ default: MimeNode }, { default: MailComposer }] = await libraries();
  const { from, to } = new MimeNode().setHeader(addressesOf(mail)).getEnvelope();
  const make = async (): Promise<Buffer> => {
    try {
      return await new MailComposer({ ...addressesOf(mail), ...(await restOf(mail)) }).compile().build();
    } catch (error) {
      throw new NotMade(error);
    }
  };
  let made: Promise<Buffer> | undefined;
  return { from: String(from), to: String(to[0]), raw: () => (made ??= make()) };
};

const libraries = onceLoaded(async () =>
  Promise.all([import("nodemailer/lib/mime-node"), import("nodemailer/lib/mail-composer")]),
);

const addressesOf = ({ from, to }: Mail) => ({
  from: from.includes("<") ? from : { name: "Landfall", address: from },
  to,
});

/** What a mail is made of comes from its own text, never from a file or a web address. */
const restOf = async (mail: Mail) => {
  const { text, html, attachments = [] } = await mail.content();
  return {
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    textEncoding: isLatin(text) ? ("quoted-printable" as const) : ("base64" as const),
    text,
    html,
    attachments: attachments.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: file.text,
    })),
    date: mail.date,
    messageId: `<${mail.messageId}>`,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

/** Looked up once, where nodemailer would count every part. Of other scripts quoted-printable makes thrice as much. */
const isLatin = (text: string): boolean => Buffer.byteLength(text) < 1.2 * text.length;

/** Loads what composing needs, which takes longer than composing. */
export const prepare = async (): Promise<void> => {
  await Promise.all([libraries(), prepareLayout(), prepareCalendar()]);
};
