/** `init` and `sign-in`: connect a mailbox. */

import { type Command, Option } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, refuse, settings } from "./settings.ts";

/** Answers that may be given as flags, with the setting each fills. A password is none: arguments are seen by all. */
const initFlags = [
  ["--address <address>", "IMAP_USER", "the mailbox IRCC writes to"],
  ["--imap-host <host>", "IMAP_HOST", "its IMAP server, where it is not found"],
  ["--smtp-host <host>", "SMTP_HOST", "its SMTP server, where it is not found"],
  ["--password-file <file>", "IMAP_PASSWORD_FILE", "a file that holds the password"],
  ["--oauth <issuer>", "OAUTH", "sign in at microsoft or google in the place of a password"],
  ["--oauth-client-id <id>", "OAUTH_CLIENT_ID", "your application there"],
  ["--remind-to <address>", "REMIND_TO", "where reminders go"],
  ["--language <language>", "REMIND_LANGUAGE", "en, fr or zh"],
  ["--time-zone <zone>", "TIME_ZONE", "such as America/Toronto"],
  ["--quiet-hours <hours>", "QUIET_HOURS", "such as 21:00-08:00, or off"],
  ["--trusted-forwarders <list>", "TRUSTED_FORWARDERS", "who may forward letters to you"],
] as const;

type InitFlags = Json & Readonly<Record<string, unknown>>;

export function addConnecting(landfall: Command, io: Io, finish: Finish): void {
  const command = landfall.command("init").description("connect a mailbox: asks, tries, writes the settings");
  for (const [flag, name, description] of initFlags) command.option(flag, `${description} (${name})`);
  command
    .addOption(
      new Option("--only <part>", "change one thing of what is set already").choices([
        "password",
        "preferences",
      ]),
    )
    .option("--yes", "ask nothing: take flags, variables and defaults (IMAP_PASSWORD or --password-file)")
    .option("--no-test-mail", "send no sample reminder")
    .option("--json", "print JSON")
    .action(async (flags: InitFlags) => finish(await initialize(flags, command, io)));
  landfall
    .command("sign-in")
    .description("give your consent again, where the mailbox is opened with one (Microsoft, Google)")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const config = await settings({ mailbox: true, sending: false }, io);
      const { signIn } = await import("../commands/sign-in.ts");
      finish(await signIn(config, { json }, io));
    });
}

async function initialize(flags: InitFlags, command: Command, io: Io): Promise<number> {
  const { knownSettings, systemEnvironment } = await import("../config.ts");
  const given = givenIn(flags, command);
  const { IMAP_PASSWORD_FILE: _, ...written } = given;
  const { values, file, dataDir } = knownSettings({ ...systemEnvironment(), ...given }, process.cwd());
  const yes = flags["yes"] === true;
  if (!yes && io.stdin.isTTY !== true)
    return refuse("init asks questions: run it on a terminal, or with --yes", io);
  const [{ init }, { writeEnvFile }] = await Promise.all([
    import("../commands/init.ts"),
    import("../setup/env-file.ts"),
  ]);
  const only = (["password", "preferences"] as const).find((part) => part === flags["only"]) ?? null;
  const testMail = flags["testMail"] !== false;
  const write = async (answers: Readonly<Record<string, string | null>>): Promise<string> => {
    writeEnvFile(file, answers);
    return file;
  };
  const next =
    "Next: `npx landfall run` watches from now on; `npx landfall status` shows where your case stands.";
  const options = { json: flags.json ?? false, yes, testMail, given: written, only };
  return await init(options, { dataDir, known: values, write, next }, io);
}

/** The settings that were given as flags. */
function givenIn(flags: InitFlags, command: Command): Readonly<Record<string, string>> {
  return Object.fromEntries(
    command.options.flatMap((option) => {
      const setting = initFlags.find(([flag]) => flag === option.flags)?.[1];
      const value = flags[option.attributeName()];
      return setting !== undefined && typeof value === "string" ? [[setting, value]] : [];
    }),
  );
}
