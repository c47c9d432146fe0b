/** What makes a letter the same letter, and whose it is, without keeping what says so. */

import { createHash, createHmac } from "node:crypto";
import { hintOf, type RawIdentifiers } from "../domain/identifiers.ts";
import { clues, type Identifiers, type Message } from "../domain/letter.ts";

/**
 * One letter = one Message-ID and one redacted body, in whatever folder, under whatever UID, with whatever
 * transport headers. A message without a Message-ID is known by sender, date and subject.
 */
export const letterId = (redacted: Message): string => {
  const name =
    redacted.messageId ??
    JSON.stringify([redacted.from.map(({ address }) => address), redacted.date, redacted.subject]);
  return createHash("sha256")
    .update(name)
    .update("\0")
    .update(redacted.text.replaceAll(/\s+/g, " ").trim())
    .digest("hex")
    .slice(0, 16);
};

/** Keyed hashes of the raw identifiers, with hints; null stays null. Case and spacing make no difference. */
export const hashIdentifiers = (raw: RawIdentifiers, key: Uint8Array): Identifiers => ({
  applicationNumber: keyed(raw.applicationNumber, key),
  uci: keyed(raw.uci, key),
  accountName: keyed(raw.accountName, key),
  recipient: keyed(raw.recipient, key),
  person: keyed(raw.person, key),
  ucis: raw.ucis.flatMap((uci) => keyed(uci, key) ?? []),
  hints: Object.fromEntries(
    clues.flatMap((clue) => {
      const value = raw[clue];
      return value === null ? [] : [[clue, hintOf(clue, value)]];
    }),
  ),
});

/** By this a letter is known again that was forgotten; without the key it names nothing. */
export const forgottenMark = (id: string, key: Uint8Array): string => keyedHash(["forgotten", id], key);

/** What a copy of the ledger is sealed with: `digest` is that of all its rows. */
export const backupSeal = (digest: string, key: Uint8Array): string => keyedHash(["backup", digest], key);

/** Keyed hash of anything, to know it again without keeping it. */
export const keyedHash = (value: unknown, key: Uint8Array): string =>
  createHmac("sha256", key).update(JSON.stringify(value)).digest("hex");

/**
 * What an answer to this reminder carries in its subject (20 hex digits): whoever knows it has read the reminder.
 * It is the same for ever, and nothing is kept of it.
 */
export const answerToken = (reminderId: string, key: Uint8Array): string =>
  createHmac("sha256", key).update(`answer:${reminderId}`).digest("hex").slice(0, 20);

const keyed = (value: string | null, key: Uint8Array): string | null =>
  value === null
    ? null
    : createHmac("sha256", key).update(value.toLowerCase().replaceAll(/[\s-]/g, "")).digest("hex");
