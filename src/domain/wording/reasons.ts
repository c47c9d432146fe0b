/** Why a letter is not believed, as it is told: a few codes, which each language has words for. */

import type { DoubtCode } from "../doubt.ts";
import type { Finding } from "../letter.ts";
import { quote } from "./quote.ts";

/** `detail`: an address, a host or a name, with nothing in it to click on; of "other", words of a finding's `why`. */
export type Reason = { readonly code: DoubtCode | "other"; readonly detail: string };

const mostReasons = 3;
const longest = 160;

/** The first few, each once. What was judged before there were codes has its own words alone. */
export const reasonsOf = ({ doubts, why }: Finding): readonly Reason[] =>
  (doubts ?? why.map((line) => ({ code: "other" as const, detail: line })))
    .filter((each, at, all) => all.findIndex((other) => isSame(each, other)) === at)
    .slice(0, mostReasons)
    .map(({ code, detail }) => ({ code, detail: quote(detail, longest) }));

const isSame = (one: Reason, other: Reason): boolean =>
  one.code === other.code && one.detail === other.detail;
