/** `init` and `sign-in`: connect a mailbox. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { addAnswers, answersIn, type AnswerFlags } from "./answers.ts";
import { type Finish, type Json, mailboxSettings, refuse } from "./settings.ts";

export function addConnecting(landfall: Command, io: Io, finish: Finish): void {
  const init = landfall.command("init").description("connect a mailbox: asks, tries, writes the settings");
  addAnswers(init)
    .option("--service", "install the service as well, which keeps it running (landfall service)")
    .action(async (flags: AnswerFlags) => finish(await initialize(flags, init, io)));
  landfall
    .command("sign-in")
    .description("give your consent again, where the mailbox is opened with one (Microsoft, Google)")
    .option("--mailbox <user>", "which one, where there are several")
    .option("--json", "print JSON")
    .action(async ({ json = false, mailbox }: Json & { readonly mailbox?: string }) => {
      const config = await mailboxSettings(mailbox, io);
      const { signIn } = await import("../commands/sign-in.ts");
      finish(await signIn(config, { json }, io));
    });
}

async function initialize(flags: AnswerFlags, command: Command, io: Io): Promise<number> {
  const { knownSettings, namedIn, systemEnvironment } = await import("../config.ts");
  const { given, options } = await answersIn(flags, command);
  const { values, file, dataDir } = knownSettings(systemEnvironment(), process.cwd());
  if (!options.yes && io.stdin.isTTY !== true)
    return refuse("init asks questions: run it on a terminal, or with --yes", io);
  const [{ init }, { writeEnvFile }, { ofOneMailbox, without }, { systemLookups }] = await Promise.all([
    import("../commands/init.ts"),
    import("../setup/env-file.ts"),
    import("../setup/questions.ts"),
    import("../setup/lookups.ts"),
  ]);
  const named = namedIn(systemEnvironment());
  const isOther = values["IMAP_USER"] !== (given["IMAP_USER"] ?? values["IMAP_USER"]);
  const place = {
    dataDir,
    known: { ...(isOther ? without(values, ofOneMailbox) : values), ...named, ...given },
    given: { ...named, ...given },
    stored: Object.keys(values),
    lookups: systemLookups(),
    write: async (answers: Readonly<Record<string, string | null>>): Promise<string> => {
      writeEnvFile(file, answers);
      return file;
    },
    keepRunning: async (at: Io): Promise<number> => {
      const { service } = await import("../commands/service.ts");
      const now = { dataDir, env: systemEnvironment(), cwd: process.cwd(), envFile: file };
      return await service("install", now, { json: false, follow: false }, at);
    },
    next: "Next: `npx landfall run` watches from now on; `npx landfall status` shows where your case stands.",
  };
  return await init(options, place, io);
}
