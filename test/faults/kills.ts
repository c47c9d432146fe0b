/** Kills the daemon again and again, at each point of a letter's way or at random instants, and counts what is left. */

import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { planReminders } from "../../src/domain/reminders.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import type { Dovecot } from "../helpers/dovecot.ts";
import { ecopr, portal1, portal2 } from "../helpers/letters.ts";
import { configOf, type Queue } from "../helpers/daemon.ts";
import { days } from "../helpers/world.ts";
import { type Landfall, startLandfall } from "./landfall.ts";
import { fastClock } from "./lethal/fast-clock.ts";
import { onDovecot, type Rig, type Seen } from "./rig.ts";

export type Toll = {
  readonly kills: number;
  readonly letters: number;
  readonly mails: number;
  /** Points at which it died, by name. */
  readonly points: readonly string[];
  /** Letters without a finding, or with two. */
  readonly lettersLost: number;
  readonly eventsLost: number;
  readonly eventsDoubled: number;
  /** Due, and no mail of it; or due by a plan made afresh from the events, and never planned. */
  readonly remindersLost: number;
  /** Mails beyond the first with the same Message-ID. */
  readonly copies: number;
  /** Mails whose Message-ID no reminder of the ledger has. */
  readonly strangers: number;
};

const firstLook = "the first look at the mailbox has ended";
const child = join(import.meta.dirname, "lethal/child.ts");

/** A letter for each point of the way is more than a person wants to be told of in a day. */
const calm = { POLL_MINUTES: "60", MAILS_PER_DAY: "off" };

const start = async (rig: Rig<Dovecot>, more: Record<string, string> = {}): Promise<Landfall> => {
  const program = ["--disable-warning=ExperimentalWarning", child];
  const daemon = startLandfall([], { ...rig.environment, ...calm, ...more }, program);
  await Promise.race([daemon.says(firstLook), daemon.ended]);
  return daemon;
};

/** Dies at point `from`, then at point `from + step` of the next letter, and so on to the end of the way. */
export const killAtPoints = async (queue: Queue, from: number, step: number): Promise<Toll> => {
  await using rig = await onDovecot(queue);
  const points: string[] = [];
  let sent = 0;
  let daemon = await start(rig);
  for (let at = from; ; at += step) {
    daemon.child.send({ dieAt: at });
    await once(daemon.child, "message");
    sent += 1;
    const letter = portal2({ at: new Date(), id: `${sent}@cic.gc.ca` });
    rig.server.deliver("INBOX", letter, { mtime: new Date() });
    const count = sent;
    const ended = await Promise.race([
      daemon.ended,
      rig.until((seen) => isSettled(seen, count)).then(() => null),
    ]);
    if (ended === null) break;
    points.push(/died (.*)/u.exec(ended.err)?.[1] ?? "unknown");
    daemon = await start(rig);
    await rig.until((seen) => isSettled(seen, count));
  }
  await daemon.kill();
  return await tollOf(rig, { points, kills: points.length, letters: sent, events: sent, ended: new Date() });
};

/** All letters judged, each event there, nothing under way and nothing due. */
const isSettled = ({ letters, reminders }: Seen, count: number): boolean =>
  letters.length === count &&
  reminders.filter(({ status }) => status === "sent").length >= count &&
  reminders.every(
    ({ status, dueAt }) => status !== "claimed" && (status !== "planned" || dueAt > new Date()),
  );

const hoursASecond = 4;

/** A story of two months in a few minutes; the daemon is killed `kills` times meanwhile, at random. */
export const killAtRandom = async (queue: Queue, kills: number): Promise<Toll> => {
  await using rig = await onDovecot(queue);
  const began = Date.now();
  const speed = hoursASecond * 3600;
  const clock = fastClock(began, speed);
  const more = { FAST_CLOCK: `${began} ${speed}` };
  const story = new Story(rig, began);
  for (let kill = 0; kill < kills; kill += 1) {
    const daemon = startLandfall([], { ...rig.environment, POLL_MINUTES: "0.05", ...more }, [
      "--disable-warning=ExperimentalWarning",
      child,
    ]);
    if (Math.random() < 0.8) await daemon.says(firstLook);
    story.tell(clock.now());
    await sleep(Math.random() * 2500);
    await daemon.kill();
  }
  const ended = clock.now();
  story.end(ended);
  const daemon = await start(rig, more);
  await rig.until(
    ({ letters, reminders }) =>
      letters.length === story.letters &&
      reminders.every(
        ({ status, dueAt }) => status !== "claimed" && (status !== "planned" || dueAt > clock.now()),
      ),
  );
  await daemon.kill();
  return await tollOf(rig, { points: [], kills, letters: story.letters, events: story.events, ended });
};

/** Letters as the months bring them: one case from invitation to eCoPR, and mail of IRCC's that opens nothing. */
class Story {
  letters = 0;
  events = 0;
  readonly #rig: Rig<Dovecot>;
  readonly #chapters: { readonly at: number; readonly tell: (at: Date) => string }[];

  constructor(rig: Rig<Dovecot>, began: number) {
    this.#rig = rig;
    this.#chapters = [
      { at: began, tell: (at) => portal1({ at }) },
      { at: began + days(9), tell: (at) => portal2({ at }) },
      { at: began + days(18), tell: (at) => portal2({ at, id: "again@cic.gc.ca" }) },
      { at: began + days(30), tell: (at) => ecopr({ at }) },
    ];
  }

  /** What has come to pass by now, and one more notice. */
  tell(now: Date): void {
    for (const { tell } of this.#chapters.splice(
      0,
      this.#chapters.findLastIndex(({ at }) => at <= now.getTime()) + 1,
    )) {
      this.#deliver(tell(now), now);
      this.events += 1;
    }
    this.#deliver(notice(now, this.letters), now);
  }

  end(now: Date): void {
    for (const { tell } of this.#chapters.splice(0)) {
      this.#deliver(tell(now), now);
      this.events += 1;
    }
  }

  #deliver(raw: string, mtime: Date): void {
    this.#rig.server.deliver("INBOX", raw, { mtime });
    this.letters += 1;
  }
}

const notice = (at: Date, number: number): string =>
  portal1({ at, id: `notice-${number}@cic.gc.ca` })
    .replace(/^Subject: .*$/mu, `Subject: Notice ${number} about our office hours`)
    .replace(/\r?\n\r?\n[^]*$/u, `\n\nOur office is closed on day ${number}.\n`);

type Expected = Pick<Toll, "kills" | "letters" | "points"> & {
  readonly events: number;
  readonly ended: Date;
};

const tollOf = async (rig: Rig<Dovecot>, expected: Expected): Promise<Toll> => {
  const { kills, letters, points, events, ended } = expected;
  const seen = await rig.look();
  const mails = rig.smtp.mails.map(({ raw }) => /^Message-ID: <(.*)>/imu.exec(raw)?.[1] ?? "");
  const known = new Set(seen.reminders.map(({ messageId }) => messageId));
  const due = seen.reminders.filter(({ status }) => status === "sent" || status === "claimed");
  return {
    kills,
    letters,
    points,
    mails: mails.length,
    lettersLost: letters - seen.letters.length,
    eventsLost: Math.max(0, events - seen.events.length),
    eventsDoubled: Math.max(0, seen.events.length - events),
    remindersLost:
      due.filter(({ messageId }) => !mails.includes(messageId)).length + (await neverTold(rig, ended)),
    copies: mails.length - new Set(mails).size,
    strangers: mails.filter((id) => !known.has(id)).length,
  };
};

/** What a plan from the events alone says was due by then, and that no mail told. */
const neverTold = async ({ environment, dataDir }: Rig<Dovecot>, by: Date): Promise<number> => {
  const { planning } = configOf(environment);
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const plans = (await ledger.cases()).map(async ({ id }) => {
    const [events, settled] = await Promise.all([ledger.events(id), ledger.settled(id)]);
    return planReminders({ caseId: id, events, settled }, planning, by);
  });
  return (await Promise.all(plans)).flat().filter(({ dueAt }) => dueAt <= by).length;
};
