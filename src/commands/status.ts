/** `landfall status`: the timeline, read from the ledger; works with the daemon on or off. */

import { tasksOf } from "../domain/facts.ts";
import type { NoteSettings } from "../domain/note-plan.ts";
import { toIsoOrNull } from "../domain/instants.ts";
import { noteWords, taskWords, timelineOf } from "../domain/timeline.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import type { ChannelOutage } from "../flow/ports.ts";
import { nothingToSee, takeSnapshot, type Snapshot } from "../flow/snapshot.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isLocked } from "../ledger/lock.ts";
import type { Io } from "./io.ts";
import { letterLines } from "./letter-lines.ts";
import { eventJson, letterJson, outageJson, reminderJson, windowJson } from "./present.ts";
import { nameOf, uncertainLines } from "./whose.ts";

export type StatusConfig = {
  readonly dataDir: string;
  readonly timeZone: string;
  readonly notes: Pick<NoteSettings, "pollMs" | "mailsPerDay">;
};

export const status = async (config: StatusConfig, options: { json: boolean }, io: Io): Promise<number> => {
  const now = new Date();
  const snapshot = await readSnapshot(config, now);
  const text = options.json
    ? JSON.stringify(snapshotJson(snapshot, config.timeZone), null, 2)
    : snapshotText(snapshot, config.timeZone, now);
  io.stdout.write(`${text}\n`);
  return 0;
};

const readSnapshot = async ({ dataDir, timeZone, notes }: StatusConfig, now: Date): Promise<Snapshot> => {
  if (!ledgerExists(dataDir)) return nothingToSee;
  await using ledger = await openLedger(dataDir, { readOnly: true });
  return await takeSnapshot(ledger, { timeZone, notes, alive: isLocked(dataDir) }, now);
};

const snapshotJson = (snapshot: Snapshot, timeZone: string) => ({
  cases: snapshot.cases.map((view) => ({
    id: view.id,
    label: view.label,
    stage: view.stage,
    hints: view.hints,
    uncertain: view.uncertain,
    candidates: view.candidates,
    events: view.events.map((event) => eventJson(event, timeZone)),
    windows: view.windows.map((window) => windowJson(window, timeZone)),
  })),
  mailboxes: snapshot.mailboxes.map(({ user, state, healthy, lastLookAt, problem }) => ({
    user,
    state,
    health: healthy ? "good" : "bad",
    lastLookAt: toIsoOrNull(lastLookAt, timeZone),
    problem,
  })),
  letters: snapshot.letters.map((letter) => letterJson(letter, timeZone)),
  reminders: snapshot.reminders.map((reminder) => ({
    ...reminderJson(reminder, timeZone),
    heldBack: snapshot.held.has(reminder.id),
  })),
  outages: snapshot.outages.map((outage) => outageJson(outage, timeZone)),
});

const snapshotText = (snapshot: Snapshot, timeZone: string, now: Date): string => {
  const blocks = [
    ...snapshot.cases.map((view) => [
      ...timelineOf({ ...view, label: nameOf(view, snapshot.cases.length) }, timeZone, now),
      ...uncertainLines(view),
    ]),
    letterLines(snapshot.letters, timeZone),
    reminderLines(snapshot, timeZone),
    mailboxLines(snapshot, timeZone),
    outageLines(snapshot.outages, timeZone),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return text.length === 0
    ? "Nothing yet: `npx landfall init` connects a mailbox, `npx landfall run` watches it."
    : text.join("\n\n");
};

const reminderLines = ({ reminders, held }: Snapshot, timeZone: string): readonly string[] => {
  const shown = reminders.filter(({ status: state }) => state !== "dropped");
  if (shown.length === 0) return [];
  return [
    "Reminders",
    ...shown.flatMap((reminder) => {
      const words = [
        ...tasksOf(reminder).map((task) => taskWords[task]),
        ...new Set((reminder.notes ?? []).map(({ topic }) => noteWords[topic])),
      ];
      const state = reminder.channel === "append" ? "laid into the inbox" : reminder.status;
      return [
        `  ${when(reminder.sentAt ?? reminder.dueAt, timeZone)}  ${held.has(reminder.id) ? "held back until tomorrow" : state}: ${words.join(", ")}`,
        ...(reminder.attempts > 0 && reminder.status !== "sent" && reminder.outcome !== null
          ? [`    tried ${reminder.attempts} times: ${reminder.outcome}`]
          : []),
      ];
    }),
  ];
};

const mailboxLines = ({ mailboxes }: Snapshot, timeZone: string): readonly string[] =>
  mailboxes.flatMap(({ user, state, healthy, lastLookAt, problem }) => [
    `Mailbox ${user}: ${state}, ${lastLookAt === null ? "never looked at" : `last look ${when(lastLookAt, timeZone)}`}`,
    ...(healthy ? [] : ["  bad: it was not looked at for more than three polls"]),
    ...(problem === null ? [] : [`  ${problem}`]),
  ]);

const outageLines = (outages: readonly ChannelOutage[], timeZone: string): readonly string[] =>
  outages.flatMap(({ channel, since, until, problem }) => [
    `${channel === "smtp" ? "Sending" : "Laying reminders into the inbox"} fails since ${when(since, timeZone)}; tried again ${when(until, timeZone)}`,
    `  ${problem}`,
  ]);
