/** A page with a case to show: a story is played, and what came of it is served on a free port. */

import type { ReminderLanguage } from "../../src/domain/wording/phrasebook.ts";
import { calendarFile } from "../../src/delivery/calendar.ts";
import { openDates } from "../../src/flow/dates.ts";
import { shownMailboxes, takeSnapshot } from "../../src/flow/snapshot.ts";
import type { QueueState } from "../../src/flow/pulse.ts";
import type { Address } from "../../src/web/parts.ts";
import { openSite, type Site } from "../../src/web/server.ts";
import { answer, forged, portal1, portal2 } from "./letters.ts";
import { openWorld, type World } from "./ports.ts";
import { answers, done, letter, playIn, type Script, type Stage } from "./story.ts";

export const queue: QueueState = {
  where: "embedded",
  problem: null,
  jobs: [
    { queue: "letters", counts: { waiting: 0, active: 0, delayed: 0 } },
    { queue: "reminders", counts: { waiting: 0, active: 0, delayed: 2 } },
  ],
};

/** Two days are left for the photo, a forged letter came, and the password is long changed. */
export const busyWeek: Script = {
  events: {
    "26 Oct 09:12": letter(portal1),
    "26 Oct 20:40": answers(answer),
    "23 Nov 10:42": letter(portal2),
    "23 Nov 19:05": done("password"),
    "24 Nov 08:30": letter((options) => portal2({ ...options, id: "forged@mail.example", results: forged })),
    "25 Nov 07:50": done("presence"),
  },
  until: "28 Nov 08:15",
};

export type PageWorld = AsyncDisposable & {
  readonly world: World;
  readonly stage: Stage;
  readonly site: Site;
};

type Wishes = {
  readonly script?: Script;
  readonly language?: ReminderLanguage | null;
  readonly address?: Partial<Address>;
  readonly queue?: QueueState;
};

export const openPage = async (wishes: Wishes = {}): Promise<PageWorld> => {
  await using opened = new AsyncDisposableStack();
  const { script = busyWeek, language = "en", address = {} } = wishes;
  const world = opened.use(await openWorld());
  const stage = await playIn(world, script);
  const { ledger, clock } = world;
  await ledger.setHealth({
    user: "maria@example.net",
    state: "watching",
    lastLookAt: new Date(clock.now().getTime() - 130_000),
    problem: null,
    refusals: 0,
    refusedAt: null,
  });
  const { ports } = stage;
  const { timeZone } = ports.planning;
  const beholder = { timeZone, notes: ports.notes, alive: true };
  const site = opened.use(
    await openSite(
      { host: "127.0.0.1", port: 0, origin: null, password: null, tls: null, ...address },
      {
        clock,
        log: ports.log,
        ports,
        secret: new Uint8Array(32),
        timeZone,
        language,
        pollMs: ports.notes.pollMs,
        snapshot: async () => takeSnapshot(ledger, beholder, clock.now()),
        mailboxes: async () => shownMailboxes(ledger, beholder, clock.now()),
        calendar: async () =>
          calendarFile(await openDates(ledger, { timeZone, language }, clock.now()), null, {
            organizer: null,
            date: clock.now(),
          }),
        queue: async () => wishes.queue ?? queue,
        reconnects: () => 0,
      },
    ),
  );
  const all = opened.move();
  return { world, stage, site, [Symbol.asyncDispose]: async () => all.disposeAsync() };
};
