/** `import`, `export` and `restore`: what is brought here, taken elsewhere, and put back. */

import { type Command, Option } from "commander";
import type { Io } from "../commands/io.ts";
import { languages, type ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { type Finish, type Json, mailboxOrLocal, settings } from "./settings.ts";

const local = { mailbox: false, sending: false } as const;

type ExportFlags = Json & {
  readonly case?: string;
  readonly to?: string;
  readonly zip?: boolean;
  readonly language?: ReminderLanguage;
};

type RestoreFlags = Json & { readonly unsealed?: boolean };

type ImportFlags = Json & { readonly mailbox?: string; readonly sent?: boolean };

export function addMoving(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("import")
    .description("read old mail from files into the timeline, without a mailbox")
    .argument("<path...>", "mbox files, Maildirs, .eml files, or folders that hold some")
    .option("--mailbox <user>", "whose mail it is, where there are several mailboxes")
    .option("--sent", "it is mail that you sent; else what lies in folders named Sent")
    .option("--json", "print JSON")
    .action(async (paths: readonly string[], flags: ImportFlags) =>
      finish(await readOldMail(paths, flags, io)),
    );
  landfall
    .command("export")
    .description("write a case down as evidence: a page to print, JSON, and hashes; no secrets in it")
    .option("--case <id>", "which case, where there are several")
    .option("--to <path>", "a folder, or a file that ends in .zip (default: a new folder here)")
    .option("--zip", "one .zip file in the place of a folder")
    .addOption(
      new Option("--language <language>", "en, fr or zh (default: REMIND_LANGUAGE)").choices(languages),
    )
    .option("--json", "print JSON")
    .action(async (flags: ExportFlags) => finish(await writeEvidence(flags, landfall.version() ?? "", io)));
  landfall
    .command("restore")
    .description("put a backup back in the ledger's place; what lies there is kept beside it")
    .argument("[file]", "a backup, or its name among those in DATA_DIR/backups (default: the newest)")
    .option("--unsealed", "take one whose seal is missing or does not hold")
    .option("--json", "print JSON")
    .action(async (file: string | undefined, { unsealed = false, json = false }: RestoreFlags) => {
      const { restore } = await import("../commands/restore.ts");
      finish(await restore(await settings(local, io), { file, unsealed, json }, io));
    });
}

async function readOldMail(paths: readonly string[], flags: ImportFlags, io: Io): Promise<number> {
  const config = await mailboxOrLocal(flags.mailbox, io);
  const { importMail, noMailbox } = await import("../commands/import.ts");
  const mailbox = config.imap?.user ?? noMailbox;
  const { sent = false, json = false } = flags;
  return await importMail(config, { paths, mailbox, sent, json }, io);
}

async function writeEvidence(flags: ExportFlags, version: string, io: Io): Promise<number> {
  const { planning, language, ...config } = await settings(local, io);
  const { exportCase } = await import("../commands/export.ts");
  const { case: caseId, to, zip = false, json = false } = flags;
  const options = { case: caseId, to, zip, language: flags.language ?? language ?? "en", version, json };
  return await exportCase({ ...config, timeZone: planning.timeZone }, options, io);
}
