/** What a sign-in gave: an access token for now, and a refresh token for the time after. */

export type Grant = {
  readonly accessToken: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly refreshToken: string;
  /** When the person consented. */
  readonly grantedAt: Date;
  /** Why it no longer serves, in plain words, and since when that is known; null while it does. */
  readonly ended: Ended | null;
};

export type Ended = { readonly problem: string; readonly since: Date };

/** What a token endpoint answers, as far as it is read (RFC 6749 section 5.1). */
type Tokens = {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  readonly expires_in?: number | undefined;
};

const secondMs = 1000;
/** Where the issuer names no end. */
const usualSeconds = 3600;
/** So long before its end a token is renewed; of one that lives shortly, at half its life. */
const aheadMs = 5 * 60_000;

/** Null where it would end with its access token: no refresh token came. */
export const firstGrant = (tokens: Tokens, now: Date): Grant | null =>
  tokens.refresh_token === undefined
    ? null
    : { ...lifeOf(tokens, now), refreshToken: tokens.refresh_token, grantedAt: now, ended: null };

/** A rotated refresh token takes the place of the one before (RFC 6749 section 6). */
export const renewedGrant = (before: Grant, tokens: Tokens, now: Date): Grant => ({
  ...before,
  ...lifeOf(tokens, now),
  refreshToken: tokens.refresh_token ?? before.refreshToken,
  ended: null,
});

const lifeOf = ({ access_token: accessToken, expires_in: seconds = usualSeconds }: Tokens, now: Date) => ({
  accessToken,
  issuedAt: now,
  expiresAt: new Date(now.getTime() + seconds * secondMs),
});

/** True while it need not be renewed. */
export const isFresh = ({ issuedAt, expiresAt }: Grant, now: Date): boolean => {
  const lifeMs = expiresAt.getTime() - issuedAt.getTime();
  return expiresAt.getTime() - now.getTime() > Math.min(aheadMs, lifeMs / 2);
};

/** True while the server may still take it. */
export const isAlive = ({ expiresAt }: Grant, now: Date): boolean => expiresAt > now;

export const grantToText = (grant: Grant): string => JSON.stringify(grant);

/** What JSON makes of the dates. */
type Stored = {
  readonly [K in keyof Grant]: Grant[K] extends Date ? string : K extends "ended" ? StoredEnd : Grant[K];
};
type StoredEnd = { readonly problem: string; readonly since: string } | null;

export const grantFromText = (text: string): Grant => {
  const { ended, ...stored }: Stored = JSON.parse(text);
  return {
    ...stored,
    ended: ended && { ...ended, since: new Date(ended.since) },
    issuedAt: new Date(stored.issuedAt),
    expiresAt: new Date(stored.expiresAt),
    grantedAt: new Date(stored.grantedAt),
  };
};
