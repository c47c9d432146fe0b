/** From words to an e-mail: headers, a text part, an HTML part. */

import { noDates } from "../domain/wording/calendar.ts";
import type { ReminderWords } from "../domain/wording.ts";
import type { Content, Mail } from "../flow/ports.ts";
import { calendarFiles } from "./calendar.ts";
import { layOutHtml, type AnswerTo } from "./layout.ts";
import { layOutText } from "./text.ts";

/** Addresses as the person configured them; `messageId` without angle brackets. */
export type Envelope = {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly date: Date;
  /** Null where no answer could be read: the watched mailbox's address is not known. */
  readonly answers: Answers | null;
};

/** `address`: the watched mailbox's. `token`: what an answer to this reminder carries (flow/identity). */
export type Answers = { readonly address: string; readonly token: string };

/** Marks a mail as ours, so that Landfall never takes its own reminder for a letter. */
const reminderHeader = "X-Landfall-Reminder";

export const composeReminder = (words: ReminderWords, envelope: Envelope): Mail => ({
  from: envelope.from,
  to: envelope.to,
  ...(envelope.answers === null ? {} : { replyTo: envelope.answers.address }),
  subject: oneLine(words.subject),
  content: async () => contentOf(words, envelope),
  messageId: envelope.messageId,
  date: envelope.date,
  headers: {
    // RFC 3834 section 5: no vacation notice answers this.
    "Auto-Submitted": "auto-generated",
    // The same for Microsoft Exchange, [MS-OXCMAIL] section 2.2.3.2.14.
    "X-Auto-Response-Suppress": "All",
    [reminderHeader]: oneLine(envelope.id),
  },
});

const contentOf = async (words: ReminderWords, envelope: Envelope): Promise<Content> => ({
  text: layOutText(words, envelope.answers !== null),
  html: await layOutHtml(words, answerTo(envelope)),
  attachments: await calendarFiles(words.calendar ?? noDates, {
    organizer: envelope.from,
    date: envelope.date,
  }),
});

const answerTo = ({ id, answers }: Envelope): AnswerTo | null =>
  answers === null ? null : { address: answers.address, mark: { reminderId: id, token: answers.token } };

/** A line end in a header field would begin another field (RFC 5322 section 2.2). */
const oneLine = (value: string): string => value.replace(/\p{Cc}+/gu, " ");
