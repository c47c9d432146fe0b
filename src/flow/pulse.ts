/** How what runs is doing, for whoever looks after the process. */

/** Told by the watcher of a mailbox how it gets on. */
export interface Pulse {
  /** Something was done; the next sign of life comes within so many milliseconds, a chosen pause included. */
  beat(withinMs: number): void;
  /** Every folder was looked at. */
  looked(): void;
  /** The connection was lost or not to be had; it is tried again. */
  failed(): void;
}

/** One queue's jobs by what they wait for. */
export type Jobs = { readonly queue: string; readonly counts: Readonly<Record<string, number>> };

export type QueueState = {
  /** In this process, in a Redis, or in the daemon that runs beside this one. */
  readonly where: "embedded" | "Redis" | "daemon";
  /** In plain words; null while it answers. */
  readonly problem: string | null;
  /** Null where they cannot be counted from here. */
  readonly jobs: readonly Jobs[] | null;
};

/** Told each line between us (C) and a mail server (S); passwords are cut out of it already. */
export type Trace = (protocol: "IMAP" | "SMTP", who: "C" | "S", line: string) => void;
