/** The ways by which reminders leave, put together from the configuration: SMTP, the inbox itself, a web hook. */

import type { Config } from "./config.ts";
import { toSource } from "./delivery/message.ts";
import { openNotifier } from "./delivery/notify.ts";
import { openOutbox } from "./delivery/smtp.ts";
import type { Channel } from "./domain/plan.ts";
import { Circuit } from "./flow/circuit.ts";
import type { DeliverPorts } from "./flow/deliver.ts";
import { keyedHash } from "./flow/identity.ts";
import type { Clock, Ledger, Log, News, Outbox } from "./flow/ports.ts";
import { layIntoInbox } from "./mailbox/append.ts";

export type Ways = AsyncDisposable &
  Pick<DeliverPorts, "outbox" | "inbox"> & {
    readonly notify: ((news: News) => void) | null;
    /** What kept the servers from taking mails was mended. */
    readonly forgive: () => void;
  };

type Parts = { readonly clock: Clock; readonly log: Log; readonly ledger: Ledger; readonly key: Uint8Array };

/** What is known of servers that refused is taken over from the run before, unless the login is another one. */
export const openWays = async (config: Config, parts: Parts): Promise<Ways> => {
  const { smtp, imap } = config;
  const guard = async (outbox: Outbox, channel: Channel, login: unknown): Promise<Circuit> => {
    const signIn = keyedHash(login, parts.key);
    const known = (await parts.ledger.outages()).find((outage) => outage.channel === channel);
    return new Circuit(outbox, {
      clock: parts.clock,
      known: known?.signIn === signIn ? known : null,
      report: (outage) => {
        const written = parts.ledger.setOutage(channel, outage && { ...outage, signIn });
        written.catch((error: unknown) =>
          parts.log.error({ error }, "ledger: an outage was not written down"),
        );
      },
    });
  };
  const sending = smtp === null ? null : openOutbox(smtp);
  // The first reminder need not wait for a connection; if there is none to be had, it says so itself.
  sending?.warm().catch(() => undefined);
  const outbox = sending === null ? null : await guard(sending, "smtp", smtp);
  const inbox = config.mayAppend
    ? await guard(inboxOf(config), "append", [imap.host, imap.user, imap.password ?? imap.oauth])
    : null;
  return {
    outbox,
    inbox,
    notify: config.notifyUrl === null ? null : openNotifier(config.notifyUrl, parts.log),
    forgive: () => {
      outbox?.forgive();
      inbox?.forgive();
    },
    [Symbol.asyncDispose]: async () => void (await Promise.all([outbox?.close(), inbox?.close()])),
  };
};

/** An outbox that ends in the inbox of the watched mailbox; one mail after the other. */
export const inboxOf = ({
  imap,
  lookbackDays,
  pollMinutes,
}: Pick<Config, "imap" | "lookbackDays" | "pollMinutes">): Outbox => {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (mail) => {
      const laid = last.then(async () => {
        const { raw } = await toSource(mail);
        const { messageId, date } = mail;
        return await layIntoInbox(
          { ...imap, lookbackDays, pollMinutes },
          { messageId, raw: await raw(), date },
          closing.signal,
        );
      });
      last = laid.catch(() => undefined);
      return laid;
    },
    close: async () => {
      closing.abort();
      await last;
    },
  };
};
