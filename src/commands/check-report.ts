/** What `landfall check` prints: JSON for scripts, plain lines for people. */

import type { MailboxConfig } from "../config.ts";
import type { Filing } from "../domain/casebook.ts";
import { correct } from "../domain/correction.ts";
import { toIso } from "../domain/instants.ts";
import { taskWords } from "../domain/timeline.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import { oneLine } from "../domain/wording/quote.ts";
import type { UpcomingReminder } from "./conclude.ts";
import { correctionLines } from "./letter-lines.ts";
import { letterJson } from "./present.ts";
import type { Scan } from "./scan.ts";

export const checkJson = ({ imap, planning }: MailboxConfig, found: Scan, tookMs: number) => ({
  mailbox: { host: imap.host, user: imap.user, folders: found.folders },
  letters: found.letters.map((letter) => letterJson(letter, planning.timeZone)),
  reminders: found.reminders.map(({ at, tasks, subject }) => ({
    at: toIso(at, planning.timeZone),
    tasks,
    subject,
  })),
  tookMs,
});

export const checkText = ({ imap, planning }: MailboxConfig, found: Scan, tookMs: number): string =>
  [
    `Looked at ${found.folders.join(", ")} of ${imap.user} on ${imap.host} in ${(tookMs / 1000).toFixed(1)} s. Nothing was changed.`,
    ...letterBlocks(found, planning.timeZone),
    ...reminderBlock(found.reminders, planning.timeZone),
  ].join("\n");

const letterBlocks = ({ letters }: Scan, timeZone: string): readonly string[] => {
  if (letters.length === 0) return ["", "No letter of IRCC's was found."];
  return letters.flatMap(({ finding: read, message, place, seenAt, filing, correction }) => {
    const finding = correct(read, correction);
    return [
      "",
      `${when(finding.receivedAt ?? seenAt, timeZone)}  in ${place.folder}: ${oneLine(message.subject) || "(its subject was not kept)"}`,
      `  taken for ${[finding.kind, finding.subkind].filter(Boolean).join(", ")}${finding.trust === null ? "" : ` (${finding.trust})`}, because`,
      ...finding.why.map((reason) => `  - ${reason}`),
      ...(filing === null ? [] : [whoseLine(filing)]),
      ...correctionLines(correction, timeZone),
    ];
  });
};

const whoseLine = ({ caseId, certain, candidates }: Filing): string =>
  certain ? `  belongs to ${caseId}` : `  uncertain whose: ${candidates.join(" or ")}, or a case of its own`;

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
