/** Signatures verified by ourselves: DKIM (RFC 6376) and the ARC chain (RFC 8617), with keys from the DNS. */

import { Resolver } from "node:dns/promises";
import type { DKIMResult, DKIMVerifyResult } from "mailauth";
import type { Verification } from "../domain/letter.ts";
import { loaded, Unloadable } from "../flow/failures.ts";
import type { Verifier } from "../flow/ports.ts";
import { type Resolve, withDeadline } from "./resolver.ts";

export type { Resolve } from "./resolver.ts";

/** `resolve` is the DNS, for tests another one; `patienceMs` bounds the wait for all keys of one message. */
export type VerifierOptions = { readonly resolve?: Resolve; readonly patienceMs?: number };

const patience = 3_000;

/** Verifies with mailauth, which takes a tenth of a second to load: only when the first message needs it. */
export const openVerifier = ({
  resolve = systemDns(),
  patienceMs = patience,
}: VerifierOptions = {}): Verifier => ({
  verify: async (source) => {
    await using dns = withDeadline(resolve, patienceMs);
    try {
      return await verify(Buffer.from(source.buffer, source.byteOffset, source.byteLength), dns.resolve);
    } catch (error) {
      if (error instanceof Unloadable) throw error;
      return nothingHolds; // a message that cannot be taken apart
    }
  },
});

const nothingHolds: Verification = { signedBy: [], arc: false };

const systemDns = (): Resolve => {
  const resolver = new Resolver({ timeout: patience, tries: 1 });
  return async (name) => resolver.resolveTxt(name);
};

const verify = async (source: Buffer, resolver: Resolve): Promise<Verification> => {
  const { dkimVerify } = await loaded(import("mailauth/lib/dkim/verify.js"));
  const checked = await dkimVerify(source, { resolver, rejectRsaSha1: true });
  const signedBy = checked.results
    .filter(holds)
    .flatMap(({ signingDomain }) => signingDomain?.toLowerCase() ?? []);
  return { signedBy: [...new Set(signedBy)], arc: await chainHolds(checked, resolver) };
};

/**
 * A key of a domain that only tries signing out proves nothing (RFC 6376 section 3.6.1), nor does a signature over the
 * beginning of a body (section 8.2).
 */
const holds = ({ status, canonBodyLengthLimited }: DKIMResult): boolean =>
  status?.result === "pass" && !("testing" in status && status.testing) && canonBodyLengthLimited !== true;

const chainHolds = async ({ arc: data }: DKIMVerifyResult, resolver: Resolve): Promise<boolean> => {
  if (data === undefined || !data.chain) return false;
  const { arc } = await loaded(import("mailauth/lib/arc/index.js"));
  const { status } = await arc({ ...data, chain: data.chain }, { resolver });
  return status?.result === "pass";
};
