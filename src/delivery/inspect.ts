/** One sign-in to the SMTP server, for `landfall doctor`; nothing is sent. */

import { Lane } from "./lane.ts";
import { sendFailure } from "./refusal.ts";
import type { SmtpOptions } from "./connection.ts";

/** What is wrong, in plain words, and what to do; null where it lets us in. */
export const inspectOutbox = async (
  options: SmtpOptions,
  mail: { readonly from: string; readonly to: string },
): Promise<string | null> => {
  const lane = new Lane(options);
  try {
    await lane.open();
    return null;
  } catch (error) {
    return sendFailure(error, options, mail).message;
  } finally {
    await lane.close();
  }
};
