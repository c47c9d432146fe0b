/** The page, put together: what it shows, what its buttons do, and where it listens. */

import type { Config, LocalConfig } from "./config.ts";
import { calendarFile } from "./delivery/calendar.ts";
import { openDates } from "./flow/dates.ts";
import type { Ledger } from "./flow/ports.ts";
import type { QueueState } from "./flow/pulse.ts";
import type { ReplanPorts } from "./flow/replan.ts";
import { shownMailboxes, takeSnapshot } from "./flow/snapshot.ts";
import { pagePath, secretIn } from "./key.ts";
import { openSite, type Site } from "./web/server.ts";

/** What differs between the daemon's page and one beside it. */
export type Behind = {
  readonly ledger: Ledger;
  readonly ports: ReplanPorts;
  /** Whether a daemon runs. */
  readonly alive: () => boolean;
  readonly queue: () => Promise<QueueState>;
  /** Null where no mailbox is watched here. */
  readonly reconnects: () => number | null;
};

/** `port`: 0 for any that is free. @throws Error where it cannot listen. */
export const serve = async (
  config: LocalConfig & Partial<Config>,
  port: number,
  behind: Behind,
): Promise<Site> => {
  const { page, planning, notes, language, dataDir } = config;
  const { clock, log } = behind.ports;
  const { timeZone } = planning;
  const zoneOf = (mailbox: string) => behind.ports.planningOf?.(mailbox)?.timeZone;
  const beholder = () => ({ timeZone, notes, alive: behind.alive(), main: config.imap?.user, zoneOf });
  return await openSite(
    { ...page, port },
    {
      ...behind,
      clock,
      log,
      timeZone,
      language,
      secret: await secretIn(pagePath(dataDir)),
      pollMs: notes.pollMs,
      snapshot: async () => takeSnapshot(behind.ledger, beholder(), clock.now()),
      mailboxes: async () => shownMailboxes(behind.ledger, beholder(), clock.now()),
      calendar: async () => {
        const dates = await openDates(behind.ledger, { timeZone, language }, clock.now());
        return await calendarFile(dates, null, { organizer: null, date: clock.now() });
      },
    },
  );
};
