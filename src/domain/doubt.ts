/** Why a letter is not believed: a code, for which each language has words. */

export const doubtCodes = [
  "lookAlike",
  "named",
  "shownName",
  "replyTo",
  "link",
  "disguise",
  "elsewhere",
  "scheme",
  "attachment",
  "demand",
  "destination",
  "errand",
  "refused",
  "otherDomain",
  "authors",
  "stranger",
  "claim",
] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** `detail`: the address, host or name that it is about, as it was written; empty where there is none. */
export type Doubt = { readonly code: DoubtCode; readonly detail: string };

/** A doubt with the line by which a finding's `why` tells of it. */
export type Doubted = Doubt & { readonly why: string };
