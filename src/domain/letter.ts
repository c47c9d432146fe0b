/**
 * The data of one letter: what came, and what it turned out to be.
 *
 * A `Message` is an e-mail as read, its secrets already cut out once it went through `redact`.
 * A `Finding` is what the letter turned out to be, and why.
 */

import type { Doubt } from "./doubt.ts";
export type Kind =
  | "portal1"
  | "portal2"
  | "ecopr"
  | "own_reply"
  | "reply_bounced"
  | "own_reminder"
  | "other_ircc"
  | "not_ircc";

export type Trust = "verified" | "unverified" | "suspicious";

export type Language = "en" | "fr" | "bilingual";

/** What the person has to do. The order is the order in which tasks are told. */
export const tasks = [
  "reply",
  "password",
  "presence",
  "address",
  "photo",
  "passport",
  "land",
  "print",
  "card",
] as const;
export type Task = (typeof tasks)[number];

/** What Portal 2 asks for (docs/domain.md section 3). */
export const tasksOfPortal2: readonly Task[] = ["password", "presence", "address", "photo"];

/** One header field: name in lower case, value unfolded, encoded words (RFC 2047) still encoded. */
export type Header = { readonly name: string; readonly value: string };

/** A mailbox of RFC 5322 section 3.4: display name decoded, address in lower case, domain in ASCII. */
export type Address = { readonly name: string; readonly address: string };

/** An e-mail as read. Message-IDs stand without their angle brackets. */
export type Message = {
  /** Every header field, topmost first. */
  readonly headers: readonly Header[];
  readonly subject: string;
  readonly from: readonly Address[];
  /** To and Cc. */
  readonly to: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly messageId: string | null;
  /** In-Reply-To and References, without repetition. */
  readonly references: readonly string[];
  /** The Date header, null where it is absent or cannot be read. */
  readonly date: Date | null;
  /** IMAP INTERNALDATE (RFC 3501 section 2.3.3); null for a file. */
  readonly internalDate: Date | null;
  /** The body as plain text; text of the HTML part where there is no usable plain part. */
  readonly text: string;
  /**
   * Where links of the HTML part lead: hosts, once redacted, of those that ask to sign in, and of others with a mark
   * (`mailto:`, and those of `strange-links`). Old letters have none.
   */
  readonly links?: readonly string[];
  /** Those of them that stand below the address of a quoted author of IRCC's; absent where there are none. */
  readonly quotedLinks?: readonly string[];
  /** Messages that it encloses; absent where there are none. */
  readonly enclosed?: readonly Enclosed[];
  /** What sort of harm its attachments, and those of enclosed messages, can do (`attachments`); absent where none can. */
  readonly attachments?: readonly string[];
  /** What could not be read, in plain words. */
  readonly problems: readonly string[];
  /** What we verified ourselves when it came; absent where the provider's own result said enough. */
  readonly verification?: Verification;
};

/** Of a message within a message, what tells who sent it. */
export type Enclosed = Pick<Message, "headers" | "from">;

/** Signatures checked by ourselves (RFC 6376, RFC 8617). One that fails, or whose key is gone, is as if not there. */
export type Verification = {
  /** Domains whose DKIM signature holds over the whole message. */
  readonly signedBy: readonly string[];
  /** True where its ARC chain holds from end to end. */
  readonly arc: boolean;
};

/** Where a folder stands in a mailbox: its SPECIAL-USE role (RFC 6154), or inbox. */
export type Role = "inbox" | "all" | "junk" | "sent";

/** Where a letter was found. `uidValidity` is a decimal string (RFC 3501 section 2.3.1.1). */
export type Place = {
  readonly folder: string;
  readonly role: Role;
  readonly uid: number;
  readonly uidValidity: string;
};

/** What says whose case a letter belongs to, the most telling first. */
export const clues = ["applicationNumber", "uci", "accountName", "recipient", "person"] as const;
export type Clue = (typeof clues)[number];

/** Keyed hashes of the clues (HMAC-SHA-256, hex); never the values. Older letters lack what is optional. */
export type Identifiers = {
  readonly applicationNumber: string | null;
  readonly uci: string | null;
  readonly accountName: string | null;
  readonly recipient: string | null;
  readonly person?: string | null;
  /** Of everybody whom the letter names. */
  readonly ucis?: readonly string[];
  /** As much of each as its owner may be shown. */
  readonly hints?: Readonly<Partial<Record<Clue, string>>>;
};

/** Of a message that says nothing of whose it is. */
export const noIdentifiers: Identifiers = {
  applicationNumber: null,
  uci: null,
  accountName: null,
  recipient: null,
};

/** Own replies after the rest: they are known by the letter that they answer. */
export const repliesLast = (one: Role, other: Role): number =>
  Number(one === "sent") - Number(other === "sent");

/** A letter as the ledger keeps it: redacted, with the place where it was first seen. */
export type Letter = {
  /** The same for ever: hash of Message-ID and redacted body. */
  readonly id: string;
  readonly place: Place;
  readonly message: Message;
  readonly identifiers: Identifiers;
  /** When Landfall first saw it. */
  readonly seenAt: Date;
};

/** What a letter turned out to be, and why. */
export type Finding = {
  readonly kind: Kind;
  /**
   * portal2: "credentials", "existing_account", "reissued" or "family_member"; ecopr: "family_member" for that of
   * another person; other_ircc: a `Subkind` of `notice-forms`, or "unknown"; else null.
   */
  readonly subkind: string | null;
  /** Null for not_ircc, own_reply and own_reminder. */
  readonly trust: Trust | null;
  readonly forwarded: boolean;
  /** Address of who forwarded it. */
  readonly forwardedBy: string | null;
  readonly language: Language | null;
  /** When the person's mailbox (or IRCC's recipient, for a forward) received it. */
  readonly receivedAt: Date | null;
  /** True where receivedAt is the earliest of several readings, or the latest it can be. */
  readonly approximate: boolean;
  /** Its own date could not be read: receivedAt is when it was forwarded, the latest it can be. Absent where it could. */
  readonly dateUnread?: true;
  /** The person said that it came earlier than it was read: what was told of its time told too late an end. */
  readonly redated?: true;
  /** The tasks this letter sets. */
  readonly tasks: readonly Task[];
  /** Days the letter itself states for a task; where it sets none, for any that the person may say it sets. */
  readonly days: Readonly<Partial<Record<Task, number>>>;
  /** An eCoPR by few words alone: it opens its window and asks, and ends no other. Absent where it is sure. */
  readonly surmised?: true;
  /** Of other letters than the portal's: it is about another person of the family. Absent where it is not. */
  readonly ofKin?: true;
  /** Each phrase, header and rule that decided, in plain words, no secret in them. */
  readonly why: readonly string[];
  /** Why it is suspicious, in codes. Older findings lack them. */
  readonly doubts?: readonly Doubt[];
};

/** What is kept of a message that turned out not to be a letter: nothing that anybody wrote. */
export const withoutText = (message: Message): Message => {
  const { verification: _one, quotedLinks: _two, enclosed: _three, attachments: _four, ...rest } = message;
  return withoutWords(rest);
};

const withoutWords = (rest: Message): Message => ({
  ...rest,
  headers: [],
  subject: "",
  from: [],
  to: [],
  replyTo: [],
  references: [],
  text: "",
  links: [],
});
