/** Which settings a command needs that are not there. */

import type { Fields } from "./fields.ts";
import { sendingPart } from "./sending.ts";
import type { Problem } from "./settings.ts";

/** What a command is going to use. With none of it, only DATA_DIR can be wrong: all else has a default. */
export type Needs = { readonly mailbox: boolean; readonly sending: boolean; readonly page?: boolean };

/** A variable that is there, but wrong, is not missing. */
export function missing(values: Fields, needs: Needs, wrong: readonly Problem[]): readonly Problem[] {
  const names = [
    ...(needs.mailbox ? mailboxNames(values) : []),
    ...(needs.sending ? sendingNames(values, needs) : []),
  ];
  return [...new Set(names)]
    .filter((name) => values[name] === undefined)
    .filter((name) => !wrong.some((problem) => [name, `${name}_FILE`].includes(problem.name)))
    .map((name) => ({ name, message: `is missing; needed: ${neededFor[name]}` }));
}

const neededFor = {
  IMAP_HOST: "your provider's IMAP server, such as imap.gmail.com",
  IMAP_USER: "the name you sign in to your mailbox with, often your address",
  IMAP_PASSWORD: "the mailbox's password; with Gmail an app password",
  SMTP_HOST: "your provider's SMTP server, such as smtp.gmail.com",
  REMIND_TO: "the address reminders go to, or your address as IMAP_USER",
  REMIND_FROM: "the address reminders come from, or an address as SMTP_USER or IMAP_USER",
} as const;

function mailboxNames({ OAUTH }: Fields): readonly (keyof typeof neededFor)[] {
  return ["IMAP_HOST", "IMAP_USER", ...(OAUTH === undefined ? (["IMAP_PASSWORD"] as const) : [])];
}

/** The addresses follow from IMAP_USER: where that is asked for already, they are not. */
function sendingNames(values: Fields, needs: Needs): readonly (keyof typeof neededFor)[] {
  const { smtp, remindTo, remindFrom } = sendingPart(values);
  const names: (keyof typeof neededFor)[] = [...waysOut(values, needs)];
  if (values.SMTP_USER === undefined && smtp?.user && smtp.password === null && !smtp.byToken)
    names.push("IMAP_PASSWORD");
  if (needs.mailbox && values.IMAP_USER === undefined) return names;
  if (remindTo === undefined) names.push("REMIND_TO");
  if (remindFrom === undefined) names.push("REMIND_FROM");
  return names;
}

/** SMTP, or else the mailbox itself: reminders are then laid into its inbox. */
function waysOut(values: Fields, needs: Needs): readonly (keyof typeof neededFor)[] {
  if (values.SMTP_HOST !== undefined) return [];
  const hasMailbox = needs.mailbox || values.IMAP_HOST !== undefined;
  return hasMailbox && values.FALLBACK !== "off" ? mailboxNames(values) : ["SMTP_HOST"];
}
