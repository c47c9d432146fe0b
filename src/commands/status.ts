/** `landfall status`: the timeline, read from the ledger; works with the daemon on or off. */

import type { LocalConfig } from "../config.ts";
import { toIso, toIsoOrNull } from "../domain/instants.ts";
import type { NoteSettings } from "../domain/note-plan.ts";
import { nothingToSee, takeSnapshot, type Snapshot } from "../flow/snapshot.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isLocked } from "../ledger/lock.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";
import { eventJson, letterJson, outageJson, reminderJson, windowJson } from "./present.ts";
import { statusText } from "./status-text.ts";
import { watchLines } from "./watch-lines.ts";
import { zonesOf } from "./with-ledger.ts";

export type StatusConfig = Pick<LocalConfig, "dataDir" | "key" | "inherited"> & {
  /** IANA name. */
  readonly timeZone: string;
  readonly notes: Pick<NoteSettings, "pollMs" | "mailsPerDay">;
  /** The mailbox of the settings. */
  readonly main: string | undefined;
};

export type StatusOptions = {
  readonly json: boolean;
  /** Shown anew every few seconds, until stopped. */
  readonly watch: boolean;
};

export const status = async (
  config: StatusConfig,
  { json, watch }: StatusOptions,
  io: Io,
): Promise<number> => {
  const paint = painter(io.stdout);
  const text = async (): Promise<string> => {
    const now = new Date();
    const snapshot = await readSnapshot(config, now);
    return json
      ? JSON.stringify(snapshotJson(snapshot, config.timeZone), null, 2)
      : statusText(snapshot, { timeZone: config.timeZone, now, paint });
  };
  if (watch) await watchLines(text, io);
  else io.stdout.write(`${await text()}\n`);
  return 0;
};

const readSnapshot = async (config: StatusConfig, now: Date): Promise<Snapshot> => {
  const { dataDir, timeZone, notes, main } = config;
  if (!ledgerExists(dataDir)) return nothingToSee;
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const zoneOf = await zonesOf(ledger, config);
  return await takeSnapshot(ledger, { timeZone, notes, zoneOf, main, alive: isLocked(dataDir) }, now);
};

const snapshotJson = (snapshot: Snapshot, timeZone: string) => ({
  cases: snapshot.cases.map((view) => ({
    id: view.id,
    label: view.label,
    stage: view.stage,
    hints: view.hints,
    uncertain: view.uncertain,
    candidates: view.candidates,
    events: view.events.map((event) => eventJson(event, view.timeZone)),
    windows: view.windows.map((window) => windowJson(window, view.timeZone)),
  })),
  mailboxes: snapshot.mailboxes.map(({ user, state, healthy, lastLookAt, problem }) => ({
    user,
    state,
    health: healthy ? "good" : "bad",
    lastLookAt: toIsoOrNull(lastLookAt, timeZone),
    problem,
  })),
  letters: snapshot.letters.map((letter) => letterJson(letter, timeZone)),
  unread: snapshot.unread.map(({ id, seenAt }) => ({ id, seenAt: toIso(seenAt, timeZone) })),
  reminders: snapshot.reminders.map((reminder) => ({
    ...reminderJson(reminder, timeZone),
    heldBack: snapshot.held.has(reminder.id),
  })),
  outages: snapshot.outages.map((outage) => outageJson(outage, timeZone)),
});
