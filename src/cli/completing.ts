/** `completion SHELL`: what a shell offers when Tab is pressed, from the very table that the commands are made of. */

import { Argument, type Command, Option } from "commander";
import type { Io } from "../commands/io.ts";
import type { Completable, Shell } from "../commands/completion.ts";
import { type IdKind, idKinds } from "../commands/id-kinds.ts";
import { localSettings, type Finish } from "./settings.ts";

export function addCompleting(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("completion")
    .description("print what makes a shell complete the commands when Tab is pressed")
    .addArgument(new Argument("<shell>", "which one").choices(["bash", "zsh", "fish"]))
    .addOption(new Option("--ids <what>", "what there is of these, one a line").choices(idKinds).hideHelp())
    .action(async (shell: Shell, { ids }: { readonly ids?: IdKind }) => {
      if (ids !== undefined) {
        const { dataDir } = await localSettings(io);
        const { idsOf } = await import("../commands/ids.ts");
        for (const id of await idsOf(ids, dataDir)) io.stdout.write(`${id}\n`);
        return finish(0);
      }
      const { completion } = await import("../commands/completion.ts");
      io.stdout.write(completion(tableOf(landfall), shell));
      return finish(0);
    });
}

/** Arguments and options by what is named in them. */
const named: Readonly<Record<string, IdKind>> = {
  letter: "letters",
  case: "cases",
  into: "cases",
  user: "mailboxes",
  mailbox: "mailboxes",
};

/** The command itself, and all below it. */
function tableOf(command: Command, path: readonly string[] = []): readonly Completable[] {
  const help = {
    name: "--help",
    about: "say how a command is used",
    values: [],
    takesValue: false,
    ids: null,
  };
  const shown = command.options.filter(({ hidden }) => !hidden);
  const options = shown.map((option) => ({
    name: option.long ?? option.flags,
    about: option.description,
    values: option.argChoices ?? [],
    takesValue: option.required || option.optional,
    ids: named[option.attributeName()] ?? null,
  }));
  const own = {
    path,
    words: [
      ...command.commands.map((below) => ({ name: below.name(), about: below.description() })),
      ...command.registeredArguments.flatMap(({ argChoices = [], description }) =>
        argChoices.map((name) => ({ name, about: description })),
      ),
    ],
    options: [...options, help],
    ids: [...new Set(command.registeredArguments.flatMap((argument) => named[argument.name()] ?? []))],
    takesFiles: command.registeredArguments.some((argument) => ["file", "path"].includes(argument.name())),
  };
  return [own, ...command.commands.flatMap((below) => tableOf(below, [...path, below.name()]))];
}
