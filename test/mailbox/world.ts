/** What the tests of the mailbox share: letters in raw form, and a watcher of a test server. */

import type { Clock } from "../../src/flow/ports.ts";
import type { MailboxOptions } from "../../src/mailbox/connection.ts";
import type { Terms } from "../../src/mailbox/search.ts";
import { Watch, type Watching } from "../../src/mailbox/watch.ts";
import type { Dovecot } from "../helpers/dovecot.ts";
import { type KeepingSink, silentLog } from "../helpers/sink.ts";

export const clock: Clock = {
  now: () => new Date(),
  msUntil: (instant) => Math.max(0, instant.getTime() - Date.now()),
};

type Server = Pick<Dovecot, "host" | "port" | "user" | "password">;

export const terms: Terms = {
  from: ["cic.gc.ca"],
  to: ["cic.gc.ca"],
  subject: ["PR Confirmation", "Confirmation de la RP"],
};

export const optionsFor = ({ host, port, user, password }: Server): MailboxOptions => ({
  host,
  port,
  user,
  password,
  security: "none",
  lookbackDays: 365,
  pollMinutes: 5,
});

export const watch = (
  server: Server,
  sink: KeepingSink,
  changes: Partial<Watching> & { options?: MailboxOptions } = {},
): Watch =>
  new Watch(
    { options: optionsFor(server), terms: async () => terms, sink, clock, log: silentLog, ...changes },
    () => 0,
  );

let count = 0;

export type Draft = {
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly id?: string;
  readonly body?: string;
};

/** A plain e-mail from IRCC, or what `draft` says. */
export const raw = (draft: Draft = {}): string => {
  count += 1;
  return [
    `From: ${draft.from ?? "IRCC <IRCC.PRConfirmation.IRCC@cic.gc.ca>"}`,
    `To: ${draft.to ?? "person@example.org"}`,
    `Subject: ${draft.subject ?? `IRCC - Permanent Residence Portal (PR Confirmation) ${count}`}`,
    `Message-ID: <${draft.id ?? `letter-${count}@example.org`}>`,
    "Date: Mon, 02 Nov 2026 10:00:00 -0500",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    draft.body ?? "Hello,\nplease answer.\n",
  ].join("\n");
};

export const chatter = (number: number): string =>
  raw({
    from: "Friend <friend@example.net>",
    subject: `lunch ${number}`,
    id: `chatter-${number}@example.net`,
  });
