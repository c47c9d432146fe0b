/** Failures that one edge tells and another passes on. */

/** The ledger could not be read or written: what happened and what to do, in plain words. */
export class LedgerFailure extends Error {
  override readonly name = "LedgerFailure";
}

/** No access token was to be had: what happened and what to do, in plain words. */
export class SignInFailure extends Error {
  override readonly name = "SignInFailure";
  /** True where only the person can mend it: the consent was withdrawn, has expired, or was never given. */
  readonly ended: boolean;
  constructor(message: string, options: { ended: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.ended = options.ended;
  }
}
