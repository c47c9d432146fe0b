/** What `--help` teaches beside the options: for each command how it is used, and when. */

import type { Command } from "commander";

/** By the words that call a command; `#` begins what a line is for. */
const examples: Readonly<Record<string, readonly string[]>> = {
  init: [
    "landfall init                                       # asks one thing after the other",
    "landfall init --only preferences                    # change language, zone, quiet hours",
    "landfall init --yes --address you@gmail.com --password-file FILE",
  ],
  "sign-in": ["landfall sign-in", "landfall sign-in --mailbox maria@outlook.com"],
  "mailbox add": [
    "landfall mailbox add --address maria@example.com",
    "landfall mailbox add --yes --settings maria.env     # a file of settings, as .env has them",
  ],
  "mailbox list": ["landfall mailbox list"],
  "mailbox pause": ["landfall mailbox pause maria@example.com"],
  "mailbox resume": ["landfall mailbox resume maria@example.com"],
  "mailbox remove": ["landfall mailbox remove maria@example.com"],
  run: ["landfall run                                        # until Ctrl-C; see also: landfall service"],
  check: ["landfall check", "landfall check --json | jq .reminders"],
  status: ["landfall status", "landfall status --watch"],
  web: ["landfall web --open"],
  calendar: ["landfall calendar > landfall.ics"],
  done: [
    "landfall done photo",
    "landfall done password --at 2026-11-23T10:00",
    "landfall done photo --case case-2                   # where several cases have it open",
  ],
  undo: ["landfall undo photo"],
  snooze: ["landfall snooze photo 6h"],
  set: ["landfall set copr-valid-until 2027-03-31", "landfall set copr-valid-until none"],
  assign: ["landfall assign 3f9a case-2", "landfall assign 3f9a --undo"],
  split: ["landfall split 3f9a 77c0"],
  merge: ["landfall merge case-2 case-1", "landfall merge case-2 --undo"],
  label: ["landfall label case-2 Anna"],
  correct: [
    "landfall correct 3f9a --received 2026-11-20T09:00",
    "landfall correct 3f9a --kind photo_returned",
    "landfall correct 3f9a --trust genuine               # you looked at it, and it is IRCC's",
    "landfall correct 3f9a --undo",
  ],
  trust: ["landfall trust consultant@firm.example", "landfall trust @firm.example"],
  explain: ["landfall explain 3f9a"],
  rules: ["landfall rules", "landfall rules --json"],
  classify: ["landfall classify letter.eml", "landfall classify --json *.eml | jq .kind"],
  "test-mail": ["landfall test-mail", "landfall test-mail --mailbox maria@example.com"],
  preview: ["landfall preview --open", "landfall preview last-call --language fr"],
  service: ["landfall service install", "landfall service logs --follow"],
  doctor: ["landfall doctor"],
  backup: ["landfall backup"],
  repair: ["landfall repair                                     # while run is stopped"],
  forget: ["landfall forget --case case-2", "landfall forget"],
  import: [
    'landfall import "All mail Including Spam and Trash.mbox"   # what Google Takeout gives',
    "landfall import ~/Maildir",
    "landfall import letter.eml letters/",
  ],
  export: ["landfall export --case case-1 --to evidence.zip", "landfall export --language fr"],
  restore: ["landfall restore", "landfall restore ledger-2026-11-20T03-00-12.345Z.db"],
  completion: [
    `echo 'eval "$(landfall completion bash)"' >> ~/.bashrc`,
    `echo 'eval "$(landfall completion zsh)"' >> ~/.zshrc`,
    "landfall completion fish > ~/.config/fish/completions/landfall.fish",
  ],
};

/** Adds them to every command below. */
export const addExamples = (command: Command, path: readonly string[] = []): void => {
  const lines = examples[path.join(" ")];
  if (lines !== undefined)
    command.addHelpText(
      "after",
      `\n${lines.length === 1 ? "Example" : "Examples"}:\n  ${lines.join("\n  ")}`,
    );
  for (const below of command.commands) addExamples(below, [...path, below.name()]);
};
