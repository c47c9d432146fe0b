/** `classify`, `test-mail` and `preview`: what can be tried without a ledger. */

import { type Command, Option } from "commander";
import type { Io } from "../commands/io.ts";
import { languages, type ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { type Finish, type Json, settings } from "./settings.ts";

type PreviewFlags = Json & { readonly language?: ReminderLanguage; readonly open?: boolean };

export function addTrying(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("classify")
    .description("explain saved letters (.eml files, or standard input); needs no settings")
    .argument("[file...]", "files to read; none or - for standard input")
    .option("--json", "print one JSON object a line")
    .action(async (files: readonly string[], { json = false }: Json) => {
      const { reading } = await settings({ mailbox: false, sending: false }, io);
      const { classify } = await import("../commands/classify.ts");
      finish(await classify(files, { json, config: reading }, io));
    });
  landfall
    .command("test-mail")
    .description("send one sample reminder to REMIND_TO")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => finish(await sendSample(json, io)));
  landfall
    .command("preview")
    .description("write and show the e-mails that may come; needs no mailbox")
    .argument("[kind]", "one of them, such as portal2 or last-call; none for all")
    .addOption(new Option("--language <language>", "en, fr or zh").choices(languages))
    .option("--open", "show them in a browser")
    .option("--json", "print JSON")
    .action(async (kind: string | undefined, flags: PreviewFlags) => finish(await show(kind, flags, io)));
}

async function sendSample(json: boolean, io: Io): Promise<number> {
  const config = await settings({ mailbox: false, sending: true }, io);
  const inbox = config.smtp === null ? await inboxAsOutbox(io) : null;
  const { testMail } = await import("../commands/test-mail.ts");
  const out = (line: string) => io.stdout.write(`${line}\n`);
  const err = (line: string) => io.stderr.write(`${line}\n`);
  return await testMail({ ...config, inbox, timeZone: config.planning.timeZone }, { json, out, err });
}

async function inboxAsOutbox(io: Io) {
  const config = await settings({ mailbox: true, sending: true }, io);
  const { inboxOf } = await import("../ways.ts");
  return inboxOf(config);
}

async function show(kind: string | undefined, flags: PreviewFlags, io: Io): Promise<number> {
  const { planning, language } = await settings({ mailbox: false, sending: false }, io);
  const [{ preview }, { openInBrowser }] = await Promise.all([
    import("../commands/preview.ts"),
    import("../commands/open.ts"),
  ]);
  const options = {
    kind,
    language: flags.language ?? language ?? "en",
    timeZone: planning.timeZone,
    open: flags.open === true ? openInBrowser : null,
    json: flags.json ?? false,
  };
  return await preview(options, io);
}
