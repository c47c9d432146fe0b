/** Access tokens for one mailbox: renewed ahead of their end, and never used before what renews them next is safe. */

import { SignInFailure } from "../flow/failures.ts";
import type { AccessToken, Clock, Log } from "../flow/ports.ts";
import { applicationOf } from "./client.ts";
import { type Ended, type Grant, isAlive, isFresh, renewedGrant } from "./grant.ts";
import { issuerOf, type OauthClient } from "./issuers.ts";
import { signInFailure } from "./refusal.ts";

/** Where the sign-in is kept. */
export type GrantStore = {
  /** Null where nobody has signed in. */
  load(): Promise<Grant | null>;
  /** One transaction, on the disk when it resolves. */
  save(grant: Grant): Promise<void>;
  /** One at a time, whichever process it is. */
  alone<T>(work: () => Promise<T>): Promise<T>;
};

export type TokenParts = {
  readonly client: OauthClient;
  readonly store: GrantStore;
  readonly clock: Clock;
  readonly log: Log;
  /** The consent was found to have ended. */
  readonly ended?: () => void;
  /** The person has signed in again. */
  readonly mended?: () => void;
};

export class Tokens {
  readonly #parts: TokenParts;
  #renewing: Promise<string> | null = null;
  /** Renewed, but not written down yet: the ledger failed. */
  #unsaved: Grant | null = null;
  #trouble: Ended | null = null;

  constructor(parts: TokenParts) {
    this.#parts = parts;
  }

  /** Since when, and why, only the person can help; null while all is well, or nothing is known. */
  readonly trouble = (): Ended | null => this.#trouble;

  readonly take: AccessToken = async ({ renew } = { renew: false }) => {
    const { store, clock, mended } = this.#parts;
    await this.#saveAtLast();
    const grant = await store.load();
    if (grant === null) throw this.#nobody();
    if (grant.ended === null && this.#trouble !== null) mended?.();
    this.#trouble = grant.ended;
    if (!renew && (grant.ended === null ? isFresh : isAlive)(grant, clock.now())) return grant.accessToken;
    if (grant.ended !== null) throw new SignInFailure(grant.ended.problem, { ended: true });
    return await this.#another(grant, renew);
  };

  /** Renews ahead of time, so that an end is noticed while the token before still serves. Never throws. */
  readonly keepFresh = async (): Promise<void> => {
    await this.take().catch((error: unknown) => this.#complain(error));
  };

  async #another(grant: Grant, renew: boolean): Promise<string> {
    this.#renewing ??= this.#renew(grant).finally(() => (this.#renewing = null));
    try {
      return await this.#renewing;
    } catch (error) {
      if (renew || !isAlive(grant, this.#parts.clock.now())) throw error;
      this.#complain(error);
      return grant.accessToken; // for some minutes yet
    }
  }

  async #renew(seen: Grant): Promise<string> {
    const { store, clock } = this.#parts;
    return await store.alone(async () => {
      const known = (await store.load()) ?? seen;
      const wasRenewed = known.accessToken !== seen.accessToken && isFresh(known, clock.now());
      return wasRenewed ? known.accessToken : await this.#ask(known);
    });
  }

  async #ask(known: Grant): Promise<string> {
    const renewed = await this.#renewed(known);
    // First safe, then used: from now on the issuer may take the refresh token before for a stolen one.
    this.#unsaved = renewed;
    await this.#saveAtLast();
    this.#parts.log.info({ until: renewed.expiresAt.toISOString() }, "the sign-in was renewed");
    return renewed.accessToken;
  }

  async #saveAtLast(): Promise<void> {
    if (this.#unsaved === null) return;
    await this.#parts.store.save(this.#unsaved);
    this.#unsaved = null;
  }

  async #renewed(known: Grant): Promise<Grant> {
    const { client, clock } = this.#parts;
    try {
      const { library, configuration } = await applicationOf(client);
      const tokens = await library.refreshTokenGrant(configuration, known.refreshToken);
      return renewedGrant(known, tokens, clock.now());
    } catch (error) {
      const failure = signInFailure(error, { client, grantedAt: known.grantedAt, now: clock.now() });
      if (failure.ended) await this.#end(known, failure.message);
      throw failure;
    }
  }

  async #end(known: Grant, problem: string): Promise<void> {
    const { store, clock, log, ended } = this.#parts;
    log.error({}, problem);
    this.#trouble = { problem, since: clock.now() };
    await store.save({ ...known, ended: this.#trouble });
    ended?.();
  }

  /** That the consent ended is said once, when that is found out. */
  #complain(error: unknown): void {
    if (error instanceof SignInFailure && error.ended) return;
    this.#parts.log.warn({}, error instanceof Error ? error.message : String(error));
  }

  #nobody(): SignInFailure {
    const { name } = issuerOf(this.#parts.client);
    return new SignInFailure(
      `signing in with ${name}: nobody has done so yet; do it with: landfall sign-in`,
      {
        ended: true,
      },
    );
  }
}
