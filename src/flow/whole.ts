/** What the ledger is to those who open it, rather than to the flow of one mailbox. */

import type { Ledger, Scope } from "./ports.ts";

/** A ledger that can be asked for one mailbox alone: what is said of "all" is then said of what belongs to it. */
export interface WholeLedger extends Ledger {
  of(scope: Scope): Ledger;
  /** Cases and letters of mailboxes other than these become this one's: its name was changed. */
  adopt(mailbox: string, others: readonly string[]): Promise<void>;
  /** Cases of mailboxes that are gone, of which a letter came into one that is watched, become that one's. */
  handOver(gone: readonly string[], watched: readonly string[]): Promise<void>;
  /** Nothing of how it was doing, how far it was read and who its provider is is kept; its letters and cases stay. */
  leave(mailbox: string): Promise<void>;
}

/** Secrets as they lie in the ledger: sealed, each under a name of its own. Each method is one transaction. */
export interface Secrets {
  /** Null where there is none of that name. */
  secret(name: string): Promise<string | null>;
  /** Those whose names begin so, as they lie there, by name. */
  secretsLike(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** Null takes it away. Written to the disk before it resolves. */
  setSecret(name: string, sealed: string | null): Promise<void>;
}

/**
 * Gives an access token (RFC 6749 section 1.4) that is good for some minutes yet; `renew`: another one than before, which
 * the server refused. @throws SignInFailure
 */
export type AccessToken = (options?: { readonly renew: boolean }) => Promise<string>;
