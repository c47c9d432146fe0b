/** Whether the DNS answers at all, for `landfall doctor`. */

import { resolveTxt } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";

const answerMs = 5000;

/** Asks for what every letter of IRCC's is held against: the policy of its domain (RFC 7489 section 6.1). */
export const asksDns = async (): Promise<boolean> => {
  const impatience = new AbortController();
  const late = sleep(answerMs, false, { signal: impatience.signal }).catch(() => false);
  const answered = resolveTxt("_dmarc.cic.gc.ca").then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([answered, late]);
  impatience.abort();
  return answer;
};
