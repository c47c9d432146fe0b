/** `classify`, `test-mail` and `preview`: what can be tried without a ledger. */

import { type Command, Option } from "commander";
import type { Io } from "../commands/io.ts";
import { languages, type ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { type Finish, fullSettings, type Json, keepsAll, peek, settings } from "./settings.ts";

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
    .option("--mailbox <user>", "as that mailbox sends its own, where there are several")
    .option("--json", "print JSON")
    .action(async ({ json = false, mailbox }: Json & { readonly mailbox?: string }) =>
      finish(await sendSample(mailbox, json, io)),
    );
  landfall
    .command("preview")
    .description("write and show the e-mails that may come; needs no mailbox")
    .argument("[kind]", "one of them, such as portal2 or last-call; none for all")
    .addOption(new Option("--language <language>", "en, fr or zh").choices(languages))
    .option("--open", "show them in a browser")
    .option("--json", "print JSON")
    .action(async (kind: string | undefined, flags: PreviewFlags) => finish(await show(kind, flags, io)));
}

async function sendSample(mailbox: string | undefined, json: boolean, io: Io): Promise<number> {
  const { testMail } = await import("../commands/test-mail.ts");
  const out = (line: string) => io.stdout.write(`${line}\n`);
  const err = (line: string) => io.stderr.write(`${line}\n`);
  const config =
    mailbox === undefined && !(await keepsAll(await peek(io)))
      ? await settings({ mailbox: false, sending: true }, io)
      : await fullSettings(mailbox, io);
  const { timeZone } = config.planning;
  if (config.smtp !== null && !config.smtp.byToken)
    return await testMail({ ...config, inbox: null, timeZone }, { json, out, err });
  const [{ inboxOf }, { usingTokens }] = await Promise.all([import("../ways.ts"), import("../access.ts")]);
  return await usingTokens(await fullSettings(mailbox, io), async (ready) => {
    const inbox = ready.smtp === null ? inboxOf(ready) : null;
    return await testMail({ ...ready, inbox, timeZone }, { json, out, err });
  });
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
