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

/**
 * Code that is loaded only when it is wanted, and is gone by then: the program was replaced while it runs. Never the fault
 * of what was to be read with it: that is to be read again, by a program that is whole.
 */
export class Unloadable extends Error {
  override readonly name = "Unloadable";
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Landfall's own files are gone, or were replaced while it ran: restart it (${reason})`, { cause });
  }
}

/** Waits for an import. @throws Unloadable */
export const loaded = async <T>(importing: Promise<T>): Promise<T> => {
  try {
    return await importing;
  } catch (error) {
    throw new Unloadable(error);
  }
};
