/** What the watcher of a mailbox hands its finds to: the flow, and the ledger behind it. */

import { searchTermsFor } from "./domain/search-terms.ts";
import { keyedHash } from "./flow/identity.ts";
import { release, take, wanted, type IngestPorts } from "./flow/ingest.ts";
import type { Log, Sink } from "./flow/ports.ts";
import { judgeTrustAgain } from "./flow/judge.ts";
import { learn, readingOf, verified, wantsSample } from "./flow/receive.ts";
import { warmParser } from "./mailbox/read.ts";
import { once } from "./once.ts";

/** Keyed hashes of what is signed in with, and of what is searched for. */
export type Marks = { readonly signIn: string; readonly lookFor: () => string };

/** What is searched for now, and the mark of what was last asked for. */
export const seekerOf = (ports: IngestPorts, lookbackDays: number) => {
  let mark = "";
  return {
    terms: async () => {
      const terms = searchTermsFor(await readingOf(ports, ports.mailboxName));
      mark = keyedHash([terms, lookbackDays], ports.key);
      return terms;
    },
    mark: (): string => mark,
  };
};

/** What is done after every look, and after the first one. */
export type AfterLooks = { readonly answered: () => Promise<void>; readonly lookedFirst: () => void };

/** What comes next is loaded now, while there is time, and not when the first letter comes. */
const settleDown = (log: Log, lookedFirst: () => void): void => {
  log.info({}, "the first look at the mailbox has ended; waiting for letters");
  void prepare().then(lookedFirst, () => undefined);
};

const prepare = async (): Promise<void> => {
  await warmParser();
  const { rehearse } = await import("./domain/rehearsal.ts");
  rehearse();
};

export const sinkOf = (
  ports: IngestPorts,
  { signIn, lookFor }: Marks,
  { answered, lookedFirst }: AfterLooks,
): Sink => {
  let lookedFor: string | null = null;
  const sayOnce = once(() => settleDown(ports.log, lookedFirst));
  return {
    wanted: (message, role) => wanted(ports, message, role),
    verified: (message, source) => verified(ports, message, source),
    wantsSample: () => wantsSample(ports),
    learn: async (sample) => {
      await judgeTrustAgain(ports, await learn(ports, sample));
    },
    take: (found, cursor) => take(ports, found, cursor),
    looked: async () => {
      await release(ports);
      await answered().catch((error: unknown) => {
        ports.log.error({ error }, "answer: it could not be noted; the next pass tries again");
      });
      lookedFor = lookFor();
    },
    // Another forwarder, or more days: what was passed over before may be a letter now.
    cursors: async () => (lookedFor === lookFor() ? await ports.ledger.cursors(ports.mailboxName) : []),
    health: async () => {
      const known = (await ports.ledger.health()).find(({ user }) => user === ports.mailboxName);
      lookedFor = known?.lookedFor ?? null;
      // What was refused was another password: the count starts again.
      return known === undefined || known.signIn === signIn
        ? known
        : { ...known, refusals: 0, refusedAt: null };
    },
    report: async (health) => {
      await ports.ledger.setHealth({ ...health, signIn, lookedFor, watchedSince: ports.clock.now() });
      // Said only once `status` can tell it too.
      if (health.state === "watching") sayOnce();
    },
  };
};
