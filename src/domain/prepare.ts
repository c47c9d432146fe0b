/** What the first letter would else wait for, done while there is time. */

import { learnWords } from "./lexicon.ts";
import { redactText } from "./redact.ts";

export const prepareToRead = (): void => {
  learnWords();
  // Regular expressions are compiled when they are first used, and better the second time: some thirty long ones.
  for (let time = 0; time < 2; time += 1) redactText(" ");
};
