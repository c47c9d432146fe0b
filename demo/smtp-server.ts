/** An SMTP server in this process, for the demo alone: takes every mail and remembers it. */

import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly at: Date;
};

export type DemoSmtpServer = {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Resolves with the mail of this number (from 0) as soon as it is there. */
  mail(number: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
};

export const startSmtpServer = async (now: () => Date): Promise<DemoSmtpServer> => {
  const mails: ReceivedMail[] = [];
  const arrivals = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData: (stream, session, done) => {
      void receive(stream).then(({ subject, text, messageId }) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), subject, text, messageId, at: now() });
        done(null, `250 taken as number ${mails.length}`);
        arrivals.emit("mail");
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    mail: async (number) => {
      while (mails[number] === undefined) await once(arrivals, "mail");
      return mails[number];
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const receive = async (stream: SMTPServerDataStream) => {
  const { subject = "", text = "", messageId = "" } = await simpleParser(stream);
  return { subject, text, messageId };
};
