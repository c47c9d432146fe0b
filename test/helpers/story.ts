/**
 * Stories: given these letters and this clock, exactly these e-mails go out, with these subjects, at these instants.
 *
 * A story is a table of what happens, by the person's wall clock; what comes back is the table of the mails. The
 * flow and the ledger are the real ones, mailbox and SMTP server are played, and no time passes.
 */

import { TZDate } from "@date-fns/tz/date";
import { byTime, latest, shift } from "../../src/domain/instants.ts";
import { fromIso } from "../../src/domain/wall-clock.ts";
import type { Role, Task } from "../../src/domain/letter.ts";
import type { Planning } from "../../src/domain/reminders.ts";
import { correctLetter } from "../../src/flow/correct.ts";
import { release, take, type IngestPorts } from "../../src/flow/ingest.ts";
import { judgeLetter, nothingUnplanned } from "../../src/flow/judge.ts";
import { SendFailure } from "../../src/flow/ports.ts";
import { remind } from "../../src/flow/remind.ts";
import { sweep } from "../../src/flow/sweep.ts";
import { snooze, tell, tellCopr } from "../../src/flow/tell.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { authservId } from "./letters.ts";
import { openWorld, type World } from "./ports.ts";
import { toronto } from "./world.ts";

/** `9 Nov 10:00`; another year than 2026 is said: `9 Jan 2027 10:00`. */
type Moment = string;
/** What happens at a moment of a story. */
export type Turn = (stage: Stage) => Promise<void>;

export type Script = {
  /** In the order in which they happen. */
  readonly events: Readonly<Record<Moment, Turn | readonly Turn[]>>;
  readonly until: Moment;
  /** Differs from America/Toronto with the default ladders and quiet hours from 21:00 to 08:00. */
  readonly planning?: Partial<Planning>;
};

export type Stage = {
  readonly world: World;
  readonly ports: IngestPorts & World["ports"];
  /** False while the daemon is off. */
  running: boolean;
  planning: Planning;
  uid: number;
  /** Reminders that want to be woken again later, as the queue would keep them. */
  readonly asleep: Map<string, Date>;
  readonly instant: (moment: Moment) => Date;
};

/** Plays the script and returns a line for each mail: when it went out, by the clock of the zone, and its subject. */
export const play = async (script: Script): Promise<readonly string[]> => {
  await using world = await openWorld();
  const stage = await playIn(world, script);
  return world.outbox.mails.map(({ date, subject }) => `${momentOf(date, stage)}  ${subject}`);
};

/** Plays the script, and leaves the world as it is then. */
export const playIn = async (world: World, { events, until, planning = {} }: Script): Promise<Stage> => {
  const stage = setStage(world, { ...toronto, quietHours: { from: 21 * 60, to: 8 * 60 }, ...planning });
  for (const [moment, turns] of Object.entries(events)) {
    await passTimeTo(stage, stage.instant(moment));
    for (const turn of [turns].flat()) await turn(stage);
    await work(stage);
  }
  await passTimeTo(stage, stage.instant(until));
  return stage;
};

type Compose = (options: { readonly at: Date; readonly id?: string }) => string;

/** A letter comes in; with `received`, it lay there since then. */
export const letter =
  (compose: Compose, { received, role = "inbox" }: { received?: Moment; role?: Role } = {}): Turn =>
  async (stage) => {
    const at = received === undefined ? stage.world.clock.now() : stage.instant(received);
    stage.uid += 1;
    const message = await parseMessage(Buffer.from(compose({ at, id: `letter-${stage.uid}@cic.gc.ca` })), at);
    const place = { folder: role, role, uid: stage.uid, uidValidity: "1" };
    await take(stage.ports, [{ message, place, bodyFetched: role !== "sent" }], null);
    if (stage.running) await release(stage.ports);
  };

/** The person's own answer, as it lies in Sent. */
export const answers = (compose: (at: Date) => string): Turn =>
  letter(({ at }) => compose(at), { role: "sent" });

export const done =
  (...tasks: readonly Task[]): Turn =>
  async ({ ports, world }) => {
    for (const task of tasks)
      await tell(ports, { task, undo: false, caseId: undefined, at: world.clock.now() });
  };

export const undo =
  (task: Task): Turn =>
  async ({ ports, world }) =>
    void (await tell(ports, { task, undo: true, caseId: undefined, at: world.clock.now() }));

export const putOff =
  (task: Task, ms: number): Turn =>
  async ({ ports }) =>
    void (await snooze(ports, { task, ms, caseId: undefined }));

export const coprValidUntil =
  (moment: Moment): Turn =>
  async ({ ports, instant }) =>
    void (await tellCopr(ports, { caseId: undefined, until: instant(moment) }));

/** Of the letter that came last. */
export const cameAt =
  (moment: Moment): Turn =>
  async ({ ports, world, instant }) => {
    const letters = await world.ledger.letters();
    await correctLetter(ports, letters.at(-1)!.id, { receivedAt: instant(moment) });
  };

/** The machine is off, and on again. */
export const off: Turn = async (stage) => void (stage.running = false);
export const on: Turn = async (stage) => {
  stage.running = true;
  await release(stage.ports);
};

/** TIME_ZONE is edited. */
export const movesTo =
  (timeZone: string): Turn =>
  async (stage) =>
    void (stage.planning = { ...stage.planning, timeZone });

export const serverDown: Turn = async ({ world }) =>
  void (world.outbox.failure = new SendFailure("sending: down", { permanent: false, unknown: false }));
export const serverUp: Turn = async ({ world }) => void (world.outbox.failure = null);

const setStage = (world: World, planning: Planning): Stage => {
  const ports = {
    ...world.ports,
    reading: {
      ownAddresses: ["person@example.net"],
      trustedForwarders: [],
      authservId,
      timeZone: planning.timeZone,
    },
    mailboxName: "person@example.net",
    key: new Uint8Array(32),
    held: new Map(),
    unplanned: nothingUnplanned(),
    verifier: null,
  };
  const stage: Stage = {
    world,
    // The zone may be edited while a story goes on.
    get ports() {
      return { ...ports, planning: stage.planning };
    },
    running: true,
    planning,
    uid: 0,
    asleep: new Map(),
    instant: (moment) => instantOf(moment, stage.planning.timeZone),
  };
  return stage;
};

/** Turns the clock from one reminder that falls due, or wakes again, to the next. */
const passTimeTo = async (stage: Stage, instant: Date): Promise<void> => {
  const { clock } = stage.world;
  for (;;) {
    const [next] = (await wakings(stage)).filter(({ at }) => at > clock.now() && at <= instant);
    if (!stage.running || next === undefined) break;
    clock.set(next.at);
    await work(stage);
  }
  clock.set(instant);
  await work(stage);
};

/** What the daemon does at one instant: judge what came, plan anew, send what is due. */
const work = async (stage: Stage): Promise<void> => {
  if (!stage.running) return;
  for (const id of await stage.world.ledger.unjudged()) await judgeLetter(stage.ports, id);
  await sweep(stage.ports, stage.ports.held);
  for (;;) {
    const now = stage.world.clock.now();
    const next = (await wakings(stage)).find(({ at }) => at <= now);
    if (next === undefined) return;
    const waking = await remind(stage.ports, next.id);
    if (waking !== undefined) stage.asleep.set(next.id, shift(now, Math.max(1, waking.again)));
  }
};

/** When each planned reminder is looked at next, the first one first. */
const wakings = async ({ world, asleep }: Stage) =>
  (await world.ledger.reminders())
    .filter(({ status }) => status === "planned")
    .map(({ id, dueAt }) => ({ id, at: latest(dueAt, asleep.get(id) ?? dueAt) }))
    .toSorted((a, b) => byTime(a.at, b.at));

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const instantOf = (moment: Moment, timeZone: string): Date => {
  const [, day = "", month = "", year = "2026", time = ""] =
    /^(\d{1,2}) (\w{3})(?: (\d{4}))? (\d\d:\d\d)$/.exec(moment) ?? [];
  const number = String(months.indexOf(month) + 1).padStart(2, "0");
  const instant = fromIso(`${year}-${number}-${day.padStart(2, "0")}T${time}`, timeZone);
  if (instant === null) throw new Error(`reading a story: "${moment}" is no moment; write 9 Nov 10:00`);
  return instant;
};

const momentOf = (instant: Date, { planning: { timeZone } }: Stage): Moment => {
  const at = new TZDate(instant.getTime(), timeZone);
  const two = (number: number): string => String(number).padStart(2, "0");
  const year = at.getFullYear() === 2026 ? "" : ` ${at.getFullYear()}`;
  return `${at.getDate()} ${months[at.getMonth()]}${year} ${two(at.getHours())}:${two(at.getMinutes())}`;
};
