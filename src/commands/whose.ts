/** Which case it is, in a terminal. */

import type { Whose } from "../domain/case-hints.ts";

/** With several cases each is named with its id and its hints. */
export const nameOf = (
  { id, label, hints }: Whose & { readonly id: string; readonly label: string },
  cases: number,
): string => (cases < 2 ? label : [`${id}, ${label}`, hints.join(", ")].filter(Boolean).join("; "));

/** What to do about a letter that may belong to several cases. */
export const uncertainLines = ({ uncertain, candidates, letterIds }: Whose): readonly string[] =>
  uncertain
    ? [
        "",
        `  Uncertain: it may belong to ${candidates.join(" or ")}. \`landfall assign ${letterIds[0] ?? "LETTER"} ${candidates[0] ?? "CASE"}\` says so; \`landfall split ${letterIds[0] ?? "LETTER"}\` says that it is a case of its own.`,
      ]
    : [];
