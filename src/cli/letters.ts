/** Commands on letters and cases: whose they are, what they are, and why. */

import { Argument, InvalidArgumentError, type Command } from "commander";
import type { Correction } from "../domain/correction.ts";
import type { Io } from "../commands/io.ts";
import type { LocalConfig } from "../config.ts";
import { kindOf, kinds } from "./kinds.ts";
import { refuse, settings, type Finish } from "./settings.ts";
import { pastTime } from "./times.ts";

type Json = { readonly json?: boolean };
type Undo = Json & { readonly undo?: boolean };

export function addLetters(landfall: Command, io: Io, finish: Finish): void {
  addFiling(landfall, io, finish);
  addCases(landfall, io, finish);
  addCorrecting(landfall, io, finish);
  addExplaining(landfall, io, finish);
}

/** Nothing but DATA_DIR is needed. */
const local = async (io: Io): Promise<LocalConfig> => settings({ mailbox: false, sending: false }, io);

const moving = () => import("../commands/move.ts");

function addFiling(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("assign")
    .description("say which case a letter belongs to")
    .argument("<letter>", "its id, or the beginning of it")
    .argument("[case]", "the case it belongs to")
    .option("--undo", "take back what you said of it")
    .option("--json", "print JSON")
    .action(async (letter: string, caseId: string | undefined, { undo = false, json = false }: Undo) => {
      if ((caseId === undefined) !== undo) refuse("assign: name a case, or say --undo", io);
      const { assignLetter } = await moving();
      finish(await assignLetter(await local(io), { letter, caseId: caseId ?? null, json }, io));
    });
  landfall
    .command("split")
    .description("take letters out of their case, into a new one")
    .argument("<letter...>", "their ids, or the beginning of each")
    .option("--json", "print JSON")
    .action(async (letters: readonly string[], { json = false }: Json) => {
      const { splitLetters } = await moving();
      finish(await splitLetters(await local(io), { letters, json }, io));
    });
}

function addCases(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("merge")
    .description("say that two cases are one application")
    .argument("<case>", "the case that is none of its own")
    .argument("[into]", "the case it belongs to")
    .option("--undo", "take back that it was merged")
    .option("--json", "print JSON")
    .action(async (caseId: string, into: string | undefined, { undo = false, json = false }: Undo) => {
      if ((into === undefined) !== undo) refuse("merge: name the case it belongs to, or say --undo", io);
      const { mergeCases } = await moving();
      finish(await mergeCases(await local(io), { caseId, into: into ?? null, json }, io));
    });
  landfall
    .command("label")
    .description("give a case a name")
    .argument("<case>", "such as case-1")
    .argument("[name...]", "how mails and `status` call it")
    .option("--undo", "take back the last name that you gave it")
    .option("--json", "print JSON")
    .action(async (caseId: string, words: readonly string[], { undo = false, json = false }: Undo) => {
      // One line: the name stands in subjects and tables.
      const name = words
        .join(" ")
        .replaceAll(/[\s\p{Cc}]+/gu, " ")
        .trim();
      if ((name === "") !== undo) refuse("label: give it a name that is not empty, or say only --undo", io);
      const { labelCase } = await moving();
      finish(await labelCase(await local(io), { caseId, name: undo ? null : name, json }, io));
    });
}

type CorrectFlags = Undo & {
  readonly kind?: Pick<Correction, "kind" | "subkind">;
  readonly received?: string;
  readonly trust?: "genuine";
  readonly notMine?: boolean;
};

function addCorrecting(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("correct")
    .description("say what a letter is, when it came, that it is genuine, or not yours")
    .argument("<letter>", "its id, or the beginning of it")
    .option(
      "--kind <kind>",
      `what it is: ${kinds.join(", ")}, or portal2/existing_account and the like`,
      kindOf,
    )
    .option("--received <time>", "when it came, such as 2026-11-23T10:00")
    .option("--trust <how>", "genuine: a suspicious letter counts after all", genuine)
    .option("--not-mine", "it is about nobody's application here, or never came")
    .option("--undo", "take back all that you said of it")
    .option("--json", "print JSON")
    .action(async (letter: string, flags: CorrectFlags) => {
      const config = await local(io);
      const said = await correctionOf(flags, config, io);
      if ((said === null) !== (flags.undo === true))
        refuse(
          "correct: say at least one of --kind, --received, --trust genuine, --not-mine; or only --undo",
          io,
        );
      const { correction } = await import("../commands/correct.ts");
      finish(await correction(config, { letter, correction: said, json: flags.json ?? false }, io));
    });
  landfall
    .command("trust")
    .description("believe what somebody forwards, earlier forwards too")
    .addArgument(new Argument("<address>", "whose forwards, or @domain").argParser(addressOf))
    .option("--undo", "believe them no more")
    .option("--json", "print JSON")
    .action(async (address: string, { undo = false, json = false }: Undo) => {
      if (!undo) await refusePublicMail(address, io);
      const { trustForwarder } = await import("../commands/correct.ts");
      finish(await trustForwarder(await local(io), { address, undo, json }, io));
    });
}

function addExplaining(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("explain")
    .description("show a letter's text, what decided, whose it is, and what follows")
    .argument("<letter>", "its id, or the beginning of it")
    .option("--json", "print JSON")
    .action(async (letter: string, { json = false }: Json) => {
      const { dataDir, planning } = await local(io);
      const { explain } = await import("../commands/explain.ts");
      finish(await explain({ dataDir, timeZone: planning.timeZone }, { letter, json }, io));
    });
  landfall
    .command("rules")
    .description("print the tables that decide: letters, milestones, windows, stages")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { rules } = await import("../commands/rules.ts");
      finish(rules({ json }, io));
    });
}

/** "@gmail.com" would believe what anybody forwards. */
async function refusePublicMail(address: string, io: Io): Promise<void> {
  const { isPublicMail } = await import("../domain/public-mail.ts");
  const domain = address.slice(1);
  if (address.startsWith("@") && isPublicMail(domain))
    refuse(`trust: anybody can have an address at ${domain}; name the one address that you trust`, io);
}

/** Null where nothing was said. */
async function correctionOf(
  { kind, received, trust, notMine = false }: CorrectFlags,
  { planning }: LocalConfig,
  io: Io,
): Promise<Correction | null> {
  if (kind === undefined && received === undefined && trust === undefined && !notMine) return null;
  if (notMine && (kind !== undefined || received !== undefined))
    refuse("correct: --not-mine cannot be combined with --kind or --received: say the one or the other", io);
  return {
    ...kind,
    ...(received !== undefined && {
      receivedAt: await pastTime(received, planning.timeZone, io, "--received"),
    }),
    ...(trust !== undefined && { trust }),
    ...(notMine && { notMine: true as const }),
  };
}

function genuine(text: string): "genuine" {
  if (text !== "genuine") throw new InvalidArgumentError("Allowed is genuine.");
  return text;
}

function addressOf(text: string): string {
  if (!/^[^\s@]*@[^\s@]+\.[^\s@]+$/.test(text))
    throw new InvalidArgumentError("Write an address, or @domain for everybody there.");
  return text.toLowerCase();
}
