/** `mailbox add|list|pause|resume|remove`: several mailboxes. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { addAnswers, answersIn, type AnswerFlags } from "./answers.ts";
import { type Finish, type Json, refuse, settings } from "./settings.ts";

const local = { mailbox: false, sending: false } as const;

export function addMailboxes(landfall: Command, io: Io, finish: Finish): void {
  const mailbox = landfall
    .command("mailbox")
    .description("watch several mailboxes, each with settings of its own");
  const add = mailbox
    .command("add")
    .description("connect one more, as `init` does; with the address of one that is kept, change it");
  addAnswers(add).action(async (flags: AnswerFlags) => finish(await connect(flags, add, io)));
  mailbox
    .command("list")
    .description("print the mailboxes, and how each is doing")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { listMailboxes } = await import("../commands/mailboxes.ts");
      finish(await listMailboxes(await settings(local, io), { json }, io));
    });
  for (const [verb, state, description] of verbs)
    mailbox
      .command(verb)
      .description(description)
      .argument("<user>", "what it signs in with, as `mailbox list` shows it")
      .option("--json", "print JSON")
      .action(async (user: string, { json = false }: Json) => {
        const { setMailbox } = await import("../commands/mailboxes.ts");
        finish(await setMailbox(await settings(local, io), user, { state, json }, io));
      });
}

const verbs = [
  ["pause", "paused", "neither look at it nor send its reminders for now"],
  ["resume", "watched", "watch it again"],
  ["remove", "removed", "do not watch it any more, and erase its password or sign-in"],
] as const;

async function connect(flags: AnswerFlags, command: Command, io: Io): Promise<number> {
  const config = await settings(local, io);
  const [{ init }, { configNamed: _, keepAnswers, keptMailboxes }, { systemLookups }, answers] =
    await Promise.all([
      import("../commands/init.ts"),
      import("../commands/mailboxes.ts"),
      import("../setup/lookups.ts"),
      answersIn(flags, command),
    ]);
  const { given, options } = answers;
  if (given["IMAP_USER"] !== undefined && "imap" in config && isOf(config, given["IMAP_USER"]))
    return refuse(`${given["IMAP_USER"]} is the mailbox of the settings: landfall init changes it`, io);
  if (!options.yes && io.stdin.isTTY !== true)
    return refuse("mailbox add asks questions: run it on a terminal, or with --yes", io);
  const before = (await keptMailboxes(config)).find(({ user }) => user === given["IMAP_USER"]);
  const place = {
    dataDir: config.dataDir,
    known: { ...preferences(config.inherited), ...before?.settings, ...given },
    given,
    stored: [],
    lookups: systemLookups(),
    write: (all: Readonly<Record<string, string | null>>) => keepAnswers(config, all),
    keepRunning: null,
    next: "A daemon that runs watches it within a minute; `npx landfall run` starts one.",
  };
  return await init(options, place, io);
}

const isOf = (config: object, user: string): boolean => {
  const imap = "imap" in config ? config.imap : null;
  return typeof imap === "object" && imap !== null && "user" in imap && imap.user === user;
};

/** What the first mailbox's owner prefers is offered to the next one's. */
const preferences = (inherited: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inherited).filter(([name]) =>
      ["TIME_ZONE", "REMIND_LANGUAGE", "QUIET_HOURS"].includes(name),
    ),
  );
