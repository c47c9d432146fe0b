/** What a letter can be said to be on a command line. */

import { InvalidArgumentError } from "commander";
import type { Correction } from "../domain/correction.ts";
import type { Kind } from "../domain/letter.ts";

export const kinds: readonly Kind[] = [
  "portal1",
  "portal2",
  "ecopr",
  "own_reply",
  "reply_bounced",
  "other_ircc",
  "not_ircc",
];

/** "portal2", "portal2/existing_account", or a subkind alone, such as "photo_returned". */
export function kindOf(text: string): Pick<Correction, "kind" | "subkind"> {
  const [first = "", second] = text.split("/");
  const named = kinds.find((each) => each === first);
  // A subkind alone says which kind it is one of.
  const kind = named ?? kinds.find((each) => subkinds[each]?.includes(first));
  const subkind = named === undefined ? first : (second ?? (kind === "portal2" ? "credentials" : null));
  if (kind === undefined || (subkind !== null && subkinds[kind]?.includes(subkind) !== true))
    throw new InvalidArgumentError(
      `Allowed are ${kinds.join(", ")}, ${[...new Set(Object.values(subkinds).flat())].join(", ")}.`,
    );
  return { kind, subkind };
}

const subkinds: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  portal2: ["credentials", "existing_account", "reissued", "family_member"],
  ecopr: ["family_member"],
  other_ircc: [
    "photo_returned",
    "passport_request",
    "card_mailed",
    "acknowledged",
    "account_notice",
    "biometrics",
    "medical",
    "aor",
    "webform_reply",
    "unknown",
  ],
};
