/** How sure the end of a window is, as far as it rests on when its letter came. */

import type { Window } from "../windows.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** One sentence, or none where the time is sure. */
export const aboutItsTime = (
  { approximate, dateUnread }: Pick<Window, "approximate" | "dateUnread">,
  { atTheEarliest, fromForward }: Pick<Phrasebook, "atTheEarliest" | "fromForward">,
): readonly string[] => {
  if (dateUnread === true) return [fromForward];
  return approximate ? [atTheEarliest] : [];
};
