/** `init`: connects a mailbox. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, refuse } from "./settings.ts";

/** Answers that may be given as flags, with the setting each fills. A password is none: arguments are seen by all. */
const initFlags = [
  ["--address <address>", "IMAP_USER", "the mailbox IRCC writes to"],
  ["--imap-host <host>", "IMAP_HOST", "its IMAP server, where it is not found"],
  ["--smtp-host <host>", "SMTP_HOST", "its SMTP server, where it is not found"],
  ["--password-file <file>", "IMAP_PASSWORD_FILE", "a file that holds the password"],
  ["--remind-to <address>", "REMIND_TO", "where reminders go"],
  ["--language <language>", "REMIND_LANGUAGE", "en, fr or zh"],
  ["--time-zone <zone>", "TIME_ZONE", "such as America/Toronto"],
  ["--quiet-hours <hours>", "QUIET_HOURS", "such as 21:00-08:00, or off"],
  ["--trusted-forwarders <list>", "TRUSTED_FORWARDERS", "who may forward letters to you"],
] as const;

type InitFlags = Json & Readonly<Record<string, unknown>>;

export function addInit(landfall: Command, io: Io, finish: Finish): void {
  const command = landfall.command("init").description("connect a mailbox: asks, tries, writes the settings");
  for (const [flag, name, description] of initFlags) command.option(flag, `${description} (${name})`);
  command
    .option("--yes", "ask nothing: take flags, variables and defaults (IMAP_PASSWORD or --password-file)")
    .option("--no-test-mail", "send no sample reminder")
    .option("--json", "print JSON")
    .action(async (flags: InitFlags) => finish(await initialize(flags, command, io)));
}

async function initialize(flags: InitFlags, command: Command, io: Io): Promise<number> {
  const { knownSettings, systemEnvironment } = await import("../config.ts");
  const given = Object.fromEntries(
    command.options.flatMap((option) => {
      const setting = initFlags.find(([flag]) => flag === option.flags)?.[1];
      const value = flags[option.attributeName()];
      return setting !== undefined && typeof value === "string" ? [[setting, value]] : [];
    }),
  );
  const { IMAP_PASSWORD_FILE: _, ...written } = given;
  const env = systemEnvironment();
  const { values, file } = knownSettings({ ...env, ...given }, process.cwd());
  const yes = flags["yes"] === true;
  if (!yes && io.stdin.isTTY !== true)
    return refuse("init asks questions: run it on a terminal, or with --yes", io);
  const { init } = await import("../commands/init.ts");
  const options = { json: flags.json ?? false, yes, testMail: flags["testMail"] !== false, given: written };
  return await init(options, { env, cwd: process.cwd(), known: values, file }, io);
}
