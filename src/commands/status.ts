/** `landfall status`: the timeline, read from the ledger; works with the daemon on or off. */

import { stageOf } from "../domain/case.ts";
import { tasksOf } from "../domain/facts.ts";
import type { NoteSettings } from "../domain/note-plan.ts";
import { isOverdue } from "../domain/outage.ts";
import { heldReminders } from "../flow/allowance.ts";
import { toIsoOrNull } from "../domain/instants.ts";
import type { Reminder } from "../domain/plan.ts";
import { noteWords, taskWords, timelineOf } from "../domain/timeline.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import { windowsOf } from "../domain/windows.ts";
import { correctionsOf } from "../domain/words.ts";
import type { CaseRecord, ChannelOutage, Ledger, MailboxHealth } from "../flow/ports.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isLocked } from "../ledger/lock.ts";
import type { Io } from "./io.ts";
import { letterLines } from "./letter-lines.ts";
import { eventJson, letterJson, outageJson, reminderJson, windowJson, type ShownLetter } from "./present.ts";
import { nameOf, uncertainLines, whoseIs, type Whose } from "./whose.ts";

export type StatusConfig = {
  readonly dataDir: string;
  readonly timeZone: string;
  readonly notes: Pick<NoteSettings, "pollMs" | "mailsPerDay">;
};

type Snapshot = {
  readonly cases: readonly (CaseRecord & Awaited<ReturnType<typeof caseOf>> & Whose)[];
  readonly mailboxes: readonly (MailboxHealth & { readonly healthy: boolean })[];
  readonly letters: readonly ShownLetter[];
  readonly reminders: readonly Reminder[];
  readonly outages: readonly ChannelOutage[];
  /** Ids of the reminders that wait until tomorrow. */
  readonly held: ReadonlySet<string>;
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

const readSnapshot = async (config: StatusConfig, now: Date): Promise<Snapshot> => {
  if (!ledgerExists(config.dataDir))
    return { cases: [], mailboxes: [], letters: [], reminders: [], outages: [], held: new Set() };
  await using ledger = await openLedger(config.dataDir, { readOnly: true });
  const corrections = correctionsOf(await ledger.words());
  const letters = (await ledger.letters()).map((letter) => ({
    ...letter,
    correction: corrections.get(letter.id),
  }));
  const cases = await Promise.all(
    (await ledger.cases()).map(async (record) => ({
      ...record,
      ...(await caseOf(ledger, record.id, config.timeZone, now)),
      ...whoseIs(record.id, letters),
    })),
  );
  return {
    // A case that was merged, or whose only letter lies elsewhere now, is none any more.
    cases: cases.filter(({ mergedInto, events }) => mergedInto === undefined && events.length > 0),
    mailboxes: healthNow(await ledger.health(), isLocked(config.dataDir)).map((health) => ({
      ...health,
      healthy: isHealthy(health, config.notes.pollMs, now),
    })),
    letters,
    reminders: await ledger.reminders(),
    outages: await ledger.outages(),
    held: await heldBack(ledger, config, now),
  };
};

/** Bad once a look is older than three polls. */
const isHealthy = (health: MailboxHealth, pollMs: number, now: Date): boolean =>
  !isOverdue({ ...health, watchedSince: health.watchedSince ?? null }, pollMs, now);

const heldBack = async (
  ledger: Ledger,
  { timeZone, notes: { mailsPerDay } }: StatusConfig,
  now: Date,
): Promise<ReadonlySet<string>> =>
  new Set((await heldReminders(ledger, { timeZone, mailsPerDay }, now)).map(({ id }) => id));

/** What a daemon last said of itself holds only while it lives. */
const healthNow = (told: readonly MailboxHealth[], alive: boolean): readonly MailboxHealth[] =>
  alive ? told : told.map((health) => ({ ...health, state: "stopped" }));

const caseOf = async (ledger: Ledger, caseId: string, timeZone: string, now: Date) => {
  const events = await ledger.events(caseId);
  const windows = windowsOf(events, timeZone, now);
  return { events, windows, stage: stageOf(events, windows) };
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
