/**
 * Which provider this mailbox is at, by the results on its recent mail. One message can be forged from top to bottom;
 * that all the others carry the same name cannot.
 */

import type { Message } from "./letter.ts";
import { providerShown } from "./provider-results.ts";
import { isReceived, takerOf } from "./received.ts";
import { isGovernmentAddress, isListed, ownerOf } from "./sender.ts";

export type LearnedProvider = {
  /** The owner's domain of the provider's name in Authentication-Results; null where nothing could be learned. */
  readonly domain: string | null;
  /** Messages that it was learned from: direct mail, letters not counted. */
  readonly sampled: number;
  readonly learnedAt: Date;
};

/** So much of the direct mail must carry a result by its provider. */
const enough = 0.95;

/** Fewer mails of others teach nothing: whoever forges a letter may have sent those too. */
const fewest = 5;

/** Messages that a sample should hold: the newest ones. */
export const sampleSize = 100;

/** What headers of recent mail teach. */
export const learnProvider = (
  sample: readonly Message[],
  ownAddresses: readonly string[],
  now: Date,
): LearnedProvider => {
  // What claims to be the government's is what is to be judged: it does not bear witness for itself.
  const others = sample.filter(
    ({ from }) =>
      !from.some(({ address }) => isGovernmentAddress(address) || isListed(address, ownAddresses)),
  );
  const takers = others.map(ownerTaking);
  const taker = mostFrequent(takers);
  const direct = taker === null ? [] : others.filter((_message, at) => takers[at] === taker);
  const carrying = direct.filter(({ headers }) => providerShown(headers) === taker);
  const learned = { domain: taker, sampled: direct.length, learnedAt: now };
  return isEnough(learned) && carrying.length >= enough * direct.length
    ? learned
    : { ...learned, domain: null };
};

/** True where there was mail enough to learn from, whatever it taught. */
export const isEnough = ({ sampled }: LearnedProvider): boolean => sampled >= fewest;

/** True where what was learned may soon turn out otherwise. */
export const isShaky = ({ sampled }: LearnedProvider): boolean => sampled < sampleSize / 2;

/** Is it time to learn (again)? A small sample is soon a bigger one, and providers change. */
export const isStale = (learned: LearnedProvider | undefined, now: Date): boolean => {
  if (learned === undefined || !isEnough(learned)) return true;
  const age = now.getTime() - learned.learnedAt.getTime();
  return age > (isShaky(learned) ? hour : week);
};

const hour = 3_600_000;
const week = 7 * 24 * hour;

/** The owner of the host that took the message in last. */
const ownerTaking = ({ headers }: Message): string | null => {
  const hosts = headers.filter(isReceived).flatMap(({ value }) => takerOf(value) ?? []);
  return hosts[0] === undefined ? null : ownerOf(hosts[0]);
};

const mostFrequent = (names: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
};
