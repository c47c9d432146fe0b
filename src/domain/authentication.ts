/**
 * Did IRCC send this? What the mailbox provider's own results say (RFC 8601), else what we verified ourselves at the
 * time of receipt. That some of IRCC's mail carries no proof at all is docs/domain.md 0.6.
 */

import { authorProblem } from "./author.ts";
import type { MethodResult } from "./authres.ts";
import type { Doubt, Doubted } from "./doubt.ts";
import type { Message, Trust, Verification } from "./letter.ts";
import { type Provider, ownResults } from "./provider-results.ts";
import { type Passage, type Redirectors, redirectorOf } from "./redirection.ts";
import { domainOf, isAligned, isGovernmentAddress, isGovernmentItself, isListed } from "./sender.ts";

/** A verdict with its reason in plain words; `doubt`: of a suspicious one. */
export type Verdict = { readonly trust: Trust; readonly why: string; readonly doubt?: Doubt };

/** Whose mailbox it is: its provider, and who may send mail on to it. */
export type Receiver = Provider & Redirectors;

type Sent = Pick<Message, "headers" | "from" | "verification">;

/** Judges the author of a message. */
export const authenticate = (message: Sent, receiver: Receiver): Verdict => {
  const problem = authorProblem(message);
  if (problem !== null) return suspicious(problem);
  const { headers, verification } = message;
  const author = domainOf(message.from[0]?.address ?? "");
  const own = ownResults(headers, receiver);
  const passage: Passage = {
    headers,
    author,
    verification,
    ...("why" in own ? { results: [], provider: null } : { results: own.results, provider: own.name }),
  };
  const verdict = "why" in own ? weighOwn(verification, author, own.why) : weigh(own.results, author);
  if (verdict.trust === "verified" && isRepeated(message))
    return unverified(`${verdict.why}; but a field stands in it twice, so it may have been changed`);
  const redirector = verdict.trust === "suspicious" ? redirectorOf(passage, receiver) : null;
  return redirector === null ? verdict : unverified(`${verdict.why}; but ${redirector}`);
};

/**
 * True where our own check can say what the provider does not: it writes no result, or none of a chain that trusted
 * sealers may have made. Of other people's mail nobody is asked.
 */
export const wantsVerification = ({ headers, from }: Message, receiver: Receiver): boolean => {
  const { ownAddresses, trustedForwarders, trustedArcSealers = [] } = receiver;
  const has = (field: string): boolean => headers.some(({ name }) => name === field);
  const [author] = from;
  if (author === undefined || !(has("dkim-signature") || has("arc-seal"))) return false;
  if (
    !isGovernmentAddress(author.address) &&
    !isListed(author.address, [...ownAddresses, ...trustedForwarders])
  )
    return false;
  const own = ownResults(headers, receiver);
  if ("why" in own) return true;
  return (
    has("arc-seal") && trustedArcSealers.length > 0 && !own.results.some(({ method }) => method === "arc")
  );
};

const suspicious = ({ code, detail, why }: Doubted): Verdict => ({
  trust: "suspicious",
  why,
  doubt: { code, detail },
});
const unverified = (why: string): Verdict => ({ trust: "unverified", why });
const verified = (why: string): Verdict => ({ trust: "verified", why });

/** A signature covers one field of a name; who adds a second one above shows something else (RFC 6376 section 8.15). */
const isRepeated = ({ headers }: Sent): boolean =>
  ["subject", "date", "content-type"].some(
    (field) => headers.filter(({ name }) => name === field).length > 1,
  );

/** The rule of trust: suspicious wins, then verified; all else is unverified. */
const weigh = (results: readonly MethodResult[], author: string): Verdict => {
  const dmarc = results
    .filter(
      ({ method, properties }) =>
        method === "dmarc" && isAligned(domainOf(`@${properties["header.from"] ?? author}`), author),
    )
    .map(({ result }) => result);
  const passes = results.filter(({ result }) => result === "pass").flatMap(authenticatedDomain);
  const aligned = passes.filter(({ domain }) => isAligned(domain, author));
  const signed = aligned.find(({ method }) => method === "dkim");
  const refused = { code: "refused", detail: author } as const;
  if (dmarc.includes("fail"))
    return suspicious({ ...refused, why: `the mailbox provider says: dmarc=fail for ${author}` });
  if (dmarc.includes("pass")) return verified(`the mailbox provider says: dmarc=pass for ${author}`);
  if (aligned.length === 0) {
    const other = passes.find(({ domain }) => !isGovernmentItself(domain));
    if (other !== undefined)
      return suspicious({
        code: "otherDomain",
        detail: other.domain,
        why: `it passes ${other.method} only for ${other.domain}, not for ${author}`,
      });
    if (results.some(({ method, result }) => method === "spf" && result === "fail"))
      return suspicious({
        ...refused,
        why: `the mailbox provider says: spf=fail, and no signature of ${author}`,
      });
  }
  if (signed !== undefined) return verified(`signed by ${signed.domain} (dkim=pass)`);
  return unverified(`the mailbox provider can neither confirm nor deny that ${author} sent it`);
};

/** A signature that fails, or whose key is gone, counts as none (RFC 6376 section 6.1). */
const weighOwn = (verification: Verification | undefined, author: string, why: string): Verdict => {
  const signers = verification?.signedBy ?? [];
  const signer = signers.find((domain) => isAligned(domain, author));
  if (signer !== undefined) return verified(`${why}; its signature of ${signer} was verified on receipt`);
  const other = signers.find((domain) => !isGovernmentItself(domain));
  return other === undefined
    ? unverified(why)
    : suspicious({
        code: "otherDomain",
        detail: other,
        why: `${why}; verified on receipt, it is signed only by ${other}, not by ${author}`,
      });
};

type Pass = { readonly method: "dkim" | "spf"; readonly domain: string };

/** The domain that a passing dkim (header.d, else header.i) or spf (smtp.mailfrom, else smtp.helo) speaks for. */
const authenticatedDomain = ({ method, properties }: MethodResult): Pass[] => {
  if (method !== "dkim" && method !== "spf") return [];
  const [first, second] =
    method === "dkim"
      ? [properties["header.d"], properties["header.i"]]
      : [properties["smtp.mailfrom"], properties["smtp.helo"]];
  const domain = domainOf(`@${first ?? second ?? ""}`);
  return domain === "" ? [] : [{ method, domain }];
};
