/** The wizard's answers as flags: `init` and `mailbox add` take the same. */

import { type Command, Option } from "commander";
import type { InitOptions } from "../commands/init.ts";
import { allParts } from "../setup/parts.ts";
import type { Json } from "./settings.ts";

/** Answers that may be given as flags, with the setting each fills. A password is none: arguments are seen by all. */
const answerFlags = [
  ["--address <address>", "IMAP_USER", "the mailbox IRCC writes to"],
  ["--imap-host <host>", "IMAP_HOST", "its IMAP server, where it is not found"],
  ["--imap-port <port>", "IMAP_PORT", "with --imap-host, where it is not the usual one"],
  ["--imap-security <how>", "IMAP_SECURITY", "tls, starttls or none; none only on this machine"],
  ["--smtp-host <host>", "SMTP_HOST", "its SMTP server, where it is not found"],
  ["--smtp-port <port>", "SMTP_PORT", "with --smtp-host, where it is not the usual one"],
  ["--smtp-security <how>", "SMTP_SECURITY", "tls, starttls or none; none only on this machine"],
  ["--password-file <file>", "IMAP_PASSWORD_FILE", "a file that holds the password"],
  ["--oauth <issuer>", "OAUTH", "sign in at microsoft or google in the place of a password"],
  ["--oauth-client-id <id>", "OAUTH_CLIENT_ID", "your application there"],
  ["--smtp-user <user>", "SMTP_USER", "what it signs in with there, where that is not the mailbox's"],
  ["--smtp-password-file <file>", "SMTP_PASSWORD_FILE", "a file that holds the password for it"],
  ["--remind-to <address>", "REMIND_TO", "where reminders go"],
  ["--remind-from <address>", "REMIND_FROM", "whose mail they are, where that is not the mailbox's own"],
  ["--own-addresses <list>", "OWN_ADDRESSES", "other addresses of the same person"],
  ["--language <language>", "REMIND_LANGUAGE", "en, fr or zh"],
  ["--time-zone <zone>", "TIME_ZONE", "such as America/Toronto"],
  ["--quiet-hours <hours>", "QUIET_HOURS", "such as 21:00-08:00, or off"],
  ["--trusted-forwarders <list>", "TRUSTED_FORWARDERS", "who may forward letters to you"],
] as const;

export type AnswerFlags = Json & Readonly<Record<string, unknown>>;

export const addAnswers = (command: Command): Command => {
  for (const [flag, name, description] of answerFlags) command.option(flag, `${description} (${name})`);
  return command
    .addOption(new Option("--only <part>", "change one thing of what is set already").choices(allParts))
    .option("--settings <file>", "a file of such settings, as .env has them; flags win")
    .option("--yes", "ask nothing: take flags, variables and defaults (IMAP_PASSWORD or --password-file)")
    .option("--no-test-mail", "send no sample reminder")
    .option("--json", "print JSON");
};

type Answers = {
  /** By the names of `.env`; of NAME_FILE the value that it holds. */
  readonly given: Readonly<Record<string, string>>;
  readonly options: InitOptions;
};

/** Of these flags, those that are answers, beside those that say how to ask. */
export const answersIn = async (flags: AnswerFlags, command: Command): Promise<Answers> => {
  const written = Object.fromEntries(
    command.options.flatMap((option) => {
      const setting = answerFlags.find(([flag]) => flag === option.flags)?.[1];
      const value = flags[option.attributeName()];
      return setting !== undefined && typeof value === "string" ? [[setting, value]] : [];
    }),
  );
  const { readGiven } = await import("../config.ts");
  const file = typeof flags["settings"] === "string" ? flags["settings"] : null;
  const given = readGiven(file, written, process.cwd());
  const only = allParts.find((part) => part === flags["only"]) ?? null;
  const yes = flags["yes"] === true;
  const testMail = flags["testMail"] !== false;
  const service = flags["service"] === true;
  return { given, options: { json: flags.json ?? false, yes, testMail, only, service } };
};
