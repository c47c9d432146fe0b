/** Failures that one edge tells and another passes on. */

/** The ledger could not be read or written: what happened and what to do, in plain words. */
export class LedgerFailure extends Error {
  override readonly name = "LedgerFailure";
}
