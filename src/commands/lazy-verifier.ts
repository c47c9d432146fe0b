/** Verifies signatures in commands that mostly meet none to verify: what does it is loaded with the first one. */

import type { Verifier } from "../flow/ports.ts";

export const lazyVerifier: Verifier = {
  verify: async (source) => (await import("../signatures/verify.ts")).openVerifier().verify(source),
};
