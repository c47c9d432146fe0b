/** What the page is made of: handed in by whoever serves it. */

import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { Clock, Log } from "../flow/ports.ts";
import type { QueueState } from "../flow/pulse.ts";
import type { ReplanPorts } from "../flow/replan.ts";
import type { Snapshot } from "../flow/snapshot.ts";

export type Address = {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where people reach it through a proxy; null: directly. */
  readonly origin: string | null;
  /** Null: a link is asked for instead. */
  readonly password: string | null;
  /** PEM texts; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
};

export type Parts = {
  readonly clock: Clock;
  readonly log: Log;
  /** For the person's word. */
  readonly ports: ReplanPorts;
  /** Of all tokens. */
  readonly secret: Uint8Array;
  /** IANA name. */
  readonly timeZone: string;
  /** Null: the browser's. */
  readonly language: ReminderLanguage | null;
  readonly pollMs: number;
  readonly snapshot: () => Promise<Snapshot>;
  /** What the snapshot says of them, at less cost. */
  readonly mailboxes: () => Promise<Snapshot["mailboxes"]>;
  /** As iCalendar (RFC 5545). */
  readonly calendar: () => Promise<string>;
  readonly queue: () => Promise<QueueState>;
  /** Connections to mailboxes that were lost since the start; null where this process watches none. */
  readonly reconnects: () => number | null;
};
