/** Why a letter is not believed, out of all that its finding says; in codes, so that each language can tell them. */

import type { Finding } from "../letter.ts";
import { quote } from "./quote.ts";

export const reasonCodes = [
  "lookAlike",
  "named",
  "shownName",
  "replyTo",
  "link",
  "refused",
  "otherDomain",
  "authors",
  "stranger",
  "claim",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** `detail`: an address, a host or a name, with nothing in it to click on; of another reason, its own words. */
export type Reason = { readonly code: ReasonCode | "other"; readonly detail: string };

const mostReasons = 3;
const longest = 160;

const signs: Readonly<Record<ReasonCode, RegExp>> = {
  lookAlike: /^its address (.+) looks like one of IRCC's/,
  named: /^its sender is named ".*", but its address (.+) is none/,
  shownName: /^its sender's name shows another address: (.+)/,
  replyTo: /^answers would go to (.+), outside/,
  link: /^it asks to sign in at (.+), outside/,
  refused: /(?:dmarc=fail for|spf=fail, and no signature of) (.+)/,
  otherDomain: /(?:^it passes \w+ only for|it is signed only by) (.+), not (?:for|by)/,
  authors: /names (?:more than one|no) author()/,
  stranger: /^forwarded by (.+), who is no trusted forwarder/,
  claim: /^it reads like a letter of IRCC's, but neither()/,
};

/** What a finding says of where a letter comes from and what it reads like, which is no reason to doubt it. */
const noReason =
  /^(?:From is|it asks to sign in at (?!.*, outside)|a forward of a message|the (?:subject|body|letter itself)\b|subject and body|signed by|.*dmarc=pass|no Authentication-Results|the topmost Authentication-Results|the mailbox provider can neither)/;

/** The first few. */
export const reasonsOf = ({ why }: Finding): readonly Reason[] =>
  why
    .filter((line) => !noReason.test(line))
    .slice(0, mostReasons)
    .map(toReason);

const toReason = (line: string): Reason => {
  for (const code of reasonCodes) {
    const detail = signs[code].exec(line)?.[1];
    if (detail !== undefined) return { code, detail: quote(detail, longest) };
  }
  return { code: "other", detail: quote(line, longest) };
};
