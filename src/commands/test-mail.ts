/** `landfall test-mail`: one sample reminder, so that the person knows that reminders arrive. */

import { randomUUID } from "node:crypto";
import { composeReminder } from "../delivery/compose.ts";
import { openOutbox, type SmtpOptions } from "../delivery/smtp.ts";
import { testMail as testWords } from "../domain/sample-mails.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { Mail, Outbox } from "../flow/ports.ts";

/** The settings it takes from the configuration. */
export type TestMailConfig = {
  readonly smtp: SmtpOptions | null;
  /** Takes the sample where there is no SMTP server; null where nothing may be laid into the inbox. */
  readonly inbox?: Outbox | null;
  readonly remindTo: string;
  readonly remindFrom: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly language: ReminderLanguage | null;
};

export type TestMailIo = {
  readonly json: boolean;
  /** A line for stdout, and one for stderr; without their line end. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

/** Sends it and tells to whom and what the server said. Resolves with the exit code: 0 sent, 1 not, 2 no SMTP_HOST. */
export const testMail = async (config: TestMailConfig, io: TestMailIo): Promise<0 | 1 | 2> => {
  const outbox = config.smtp === null ? config.inbox : openOutbox(config.smtp);
  if (!outbox) {
    io.err("sending a test mail: SMTP_HOST is missing; set it to your provider's SMTP server");
    return 2;
  }
  const mail = sampleMail(config, new Date());
  try {
    const answer = await outbox.send(mail);
    tell(mail, { sent: true, answer }, io);
    return 0;
  } catch (error) {
    tell(mail, { sent: false, problem: triedOnce(error) }, io);
    return 1;
  } finally {
    await outbox.close();
  }
};

type Outcome =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly problem: string };

const sampleMail = ({ remindTo, remindFrom, timeZone, language }: TestMailConfig, now: Date): Mail => {
  const words = testWords({ now, timeZone, caseLabel: remindTo }, language);
  return composeReminder(words, {
    id: "sample",
    messageId: `sample-${randomUUID()}@${domainOf(remindFrom)}`,
    from: remindFrom,
    to: remindTo,
    date: now,
    answers: null,
  });
};

const domainOf = (address: string): string => /@([\w.-]+)/.exec(address)?.[1] ?? "landfall.invalid";

/** The outbox speaks for the daemon, which tries again by itself; nobody does so here. */
const triedOnce = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace("Landfall tries again", "try again later")
    .replace(
      "Landfall looks for it in the mailbox before it sends it again",
      "look for it in the mailbox before you try again",
    );

const tell = ({ to, from, subject, messageId }: Mail, outcome: Outcome, io: TestMailIo): void => {
  if (io.json) return io.out(JSON.stringify({ to, from, subject, messageId, ...outcome }));
  if (!outcome.sent) return io.err(outcome.problem);
  io.out(`sent to ${to}, from ${from}: "${subject}"`);
  io.out(`the server answered: ${outcome.answer}`);
  io.out("look for it in your inbox; if it lies in junk, mark it as not junk");
};
