/** `landfall check`: what lies in the mailbox, what it is taken for, and what would be sent. Changes nothing. */

import type { MailboxConfig } from "../config.ts";
import { toIso } from "../domain/instants.ts";
import { taskWords, when } from "../domain/timeline.ts";
import { explain } from "../mailbox/refusal.ts";
import { systemClock } from "../system.ts";
import type { Io } from "./io.ts";
import { letterJson } from "./present.ts";
import { scan, type Scan, type UpcomingReminder } from "./scan.ts";

export const check = async (config: MailboxConfig, options: { json: boolean }, io: Io): Promise<number> => {
  const began = performance.now();
  const progress = progressLine(io);
  try {
    const found = await scan(config, systemClock.now(), progress.show);
    progress.end();
    const tookMs = Math.round(performance.now() - began);
    const text = options.json
      ? JSON.stringify(checkJson(config, found, tookMs), null, 2)
      : checkText(config, found, tookMs);
    io.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    progress.end();
    io.stderr.write(
      `landfall check: ${explain(error, { ...config.imap, lookbackDays: config.lookbackDays, pollMinutes: config.pollMinutes }).message}\n`,
    );
    return 1;
  }
};

/** One line that is written over and over; nothing where nobody watches. */
const progressLine = ({ stderr }: Io) => {
  const onTerminal = "isTTY" in stderr && stderr.isTTY === true;
  return {
    show: (message: string): void => void (onTerminal && stderr.write(`\r\u001B[K${message}…`)),
    end: (): void => void (onTerminal && stderr.write("\r\u001B[K")),
  };
};

const checkJson = ({ imap, planning }: MailboxConfig, found: Scan, tookMs: number) => ({
  mailbox: { host: imap.host, user: imap.user, folders: found.folders },
  letters: found.letters.map((letter) => letterJson(letter, planning.timeZone)),
  reminders: found.reminders.map(({ at, tasks, subject }) => ({
    at: toIso(at, planning.timeZone),
    tasks,
    subject,
  })),
  tookMs,
});

const checkText = ({ imap, planning }: MailboxConfig, found: Scan, tookMs: number): string =>
  [
    `Looked at ${found.folders.join(", ")} of ${imap.user} on ${imap.host} in ${(tookMs / 1000).toFixed(1)} s. Nothing was changed.`,
    ...letterBlocks(found, planning.timeZone),
    ...reminderBlock(found.reminders, planning.timeZone),
  ].join("\n");

const letterBlocks = ({ letters }: Scan, timeZone: string): readonly string[] => {
  if (letters.length === 0) return ["", "No letter of IRCC's was found."];
  return letters.flatMap(({ finding, message, place, seenAt }) => [
    "",
    `${when(finding.receivedAt ?? seenAt, timeZone)}  in ${place.folder}: ${message.subject || "(its subject was not kept)"}`,
    `  taken for ${[finding.kind, finding.subkind].filter(Boolean).join(", ")}${finding.trust === null ? "" : ` (${finding.trust})`}, because`,
    ...finding.why.map((reason) => `  - ${reason}`),
  ]);
};

const reminderBlock = (reminders: readonly UpcomingReminder[], timeZone: string): readonly string[] => {
  if (reminders.length === 0) return ["", "No reminder would be sent."];
  return [
    "",
    "`landfall run` would send",
    ...reminders.map(
      ({ at, tasks, subject }) =>
        `  ${when(at, timeZone)}  ${subject || tasks.map((task) => taskWords[task]).join(", ")}`,
    ),
  ];
};
