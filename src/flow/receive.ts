/** What is found out of a message while it is received: who its provider is, and what its signatures say. */

import { wantsVerification } from "../domain/authentication.ts";
import type { ReadingContext } from "../domain/finding.ts";
import { isEnough, isShaky, isStale, type LearnedProvider, learnProvider } from "../domain/learn-provider.ts";
import type { Message, Trust } from "../domain/letter.ts";
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

/** The reading context with what this mailbox taught of its provider so far, and whom the person told us to trust. */
export const readingOf = async (
  { ledger, reading }: Pick<ReceivePorts, "ledger" | "reading">,
  mailbox: string,
): Promise<ReadingContext> => {
  const trustedForwarders = [...reading.trustedForwarders, ...trustedBy(await ledger.words())];
  if (reading.authservId !== null) return { ...reading, trustedForwarders };
  const learned = await ledger.provider(mailbox);
  return { ...reading, trustedForwarders, learnedProvider: learned?.domain ?? null };
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

/** Learns from recent mail; returns of which trust letters are to be judged again, by what is known now. */
export const learn = async (ports: ReceivePorts, sample: readonly Message[]): Promise<readonly Trust[]> => {
  const { ledger, mailboxName, reading, clock } = ports;
  const before = await ledger.provider(mailboxName);
  const learned = learnProvider(sample, reading.ownAddresses, clock.now());
  if (before !== undefined && teachesNothing(learned, before)) return [];
  await ledger.setProvider(mailboxName, learned);
  tellUnlearned(ports, learned);
  if (before !== undefined && learned.domain === before.domain) return [];
  // Where nothing was asked before, or little mail had taught a name, a letter may have been believed too soon.
  return before === undefined || (before.domain !== null && isShaky(before))
    ? ["unverified", "verified"]
    : ["unverified"];
};

/** An inbox that is nearly empty: what it taught when it was fuller still holds. */
const teachesNothing = (learned: LearnedProvider, before: LearnedProvider): boolean =>
  !isEnough(learned) && (before.domain === null || isEnough(before));

const tellUnlearned = ({ log }: ReceivePorts, learned: LearnedProvider): void => {
  const { domain, sampled } = learned;
  if (domain !== null) return;
  if (isEnough(learned))
    log.warn(
      { sampled },
      "the provider's results could not be told from others (too few mails carry them): they are not counted; AUTHSERV_ID can name the provider",
    );
  else
    log.info(
      { sampled },
      "there is too little other mail yet to tell the provider's results from others: they are not counted until there is; AUTHSERV_ID can name the provider",
    );
};
