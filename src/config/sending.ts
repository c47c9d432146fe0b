/** How reminders go out, as far as the settings say. */

import { isAddress, normalize, type Fields } from "./fields.ts";
import { smtpServer, type SmtpServer } from "./servers.ts";

export type SendingSettings = {
  /** Null: reminders are laid into the inbox over IMAP. */
  readonly smtp: SmtpServer | null;
  /** Whether a reminder may be laid into the inbox where SMTP will not do. */
  readonly mayAppend: boolean;
  /** A web hook or ntfy topic that is told of each reminder. */
  readonly notifyUrl: string | null;
  readonly remindTo: string;
  readonly remindFrom: string;
  /** An address of the watched mailbox, for answers to reminders; null where none is known. */
  readonly answersTo: string | null;
};

/** What is missing is left out. */
export function sendingPart(values: Fields): Partial<SendingSettings> {
  const smtp = smtpServer(values);
  const remindTo = values.REMIND_TO ?? addressIn(values.IMAP_USER);
  const remindFrom = values.REMIND_FROM ?? addressIn(values.SMTP_USER) ?? addressIn(values.IMAP_USER);
  return {
    smtp,
    mayAppend: values.FALLBACK !== "off",
    notifyUrl: values.NOTIFY_URL ?? null,
    answersTo: addressIn(values.IMAP_USER) ?? namedAsOwn(values),
    ...(remindTo && { remindTo }),
    ...(remindFrom && { remindFrom }),
  };
}

/** That reminders reach the watched mailbox, and so answers do too, only the person knows: OWN_ADDRESSES says it. */
function namedAsOwn({ REMIND_TO, OWN_ADDRESSES }: Fields): string | null {
  return REMIND_TO !== undefined && OWN_ADDRESSES?.includes(REMIND_TO) === true ? REMIND_TO : null;
}

/** An address in lower case, domain in ASCII; undefined where it is a name of another kind. */
export function addressIn(user: string | undefined): string | undefined {
  return user !== undefined && isAddress(user) ? normalize(user) : undefined;
}
