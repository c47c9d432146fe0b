/** What is found out of a message while it is received: who its provider is, and what its signatures say. */

import { wantsVerification } from "../domain/authentication.ts";
import type { ReadingContext } from "../domain/finding.ts";
import { isStale, learnProvider } from "../domain/learn-provider.ts";
import type { Message } from "../domain/letter.ts";
import { trustedBy } from "../domain/words.ts";
import type { Clock, Ledger, Log, Verifier } from "./ports.ts";

export type ReceivePorts = {
  readonly ledger: Pick<Ledger, "provider" | "setProvider" | "words">;
  readonly reading: ReadingContext;
  /** The name of the watched mailbox. */
  readonly mailboxName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where VERIFY_DKIM is off. */
  readonly verifier: Verifier | null;
};

/** The reading context with what this mailbox taught of its provider, and whom the person told us to trust. */
export const readingOf = async (
  { ledger, reading }: Pick<ReceivePorts, "ledger" | "reading">,
  mailbox: string,
): Promise<ReadingContext> => {
  const trustedForwarders = [...reading.trustedForwarders, ...trustedBy(await ledger.words())];
  if (reading.authservId !== null) return { ...reading, trustedForwarders };
  const learned = await ledger.provider(mailbox);
  const provider = learned === undefined ? {} : { learnedProvider: learned.domain };
  return { ...reading, trustedForwarders, ...provider };
};

/** Verifies now what cannot be verified later: keys are taken out of the DNS after some months. */
export const verified = async (
  ports: ReceivePorts,
  message: Message,
  source: Uint8Array,
): Promise<Message> => {
  if (ports.verifier === null) return message;
  const reading = await readingOf(ports, ports.mailboxName);
  return wantsVerification(message, reading)
    ? { ...message, verification: await ports.verifier.verify(source) }
    : message;
};

/** True where AUTHSERV_ID does not say it, and it was not learned lately. */
export const wantsSample = async ({ ledger, reading, mailboxName, clock }: ReceivePorts): Promise<boolean> =>
  reading.authservId === null && isStale(await ledger.provider(mailboxName), clock.now());

/** True where the provider is now known to be another one, or for the first time. */
export const learn = async (ports: ReceivePorts, sample: readonly Message[]): Promise<boolean> => {
  const learned = learnProvider(sample, ports.reading.ownAddresses, ports.clock.now());
  if (learned === null) return false;
  const before = await ports.ledger.provider(ports.mailboxName);
  await ports.ledger.setProvider(ports.mailboxName, learned);
  if (learned.domain === null)
    ports.log.warn(
      { sampled: learned.sampled },
      "the provider's results could not be told from others (too few mails carry them): they are not counted; AUTHSERV_ID can name the provider",
    );
  return learned.domain !== (before?.domain ?? null);
};
