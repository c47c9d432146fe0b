/** `landfall check`: what lies in the mailbox, what it is taken for, and what would be sent. Changes nothing. */

import type { MailboxConfig } from "../config.ts";
import type { Io } from "./io.ts";
import { progressLine } from "./progress.ts";
import { scan } from "./scan.ts";

export const check = async (config: MailboxConfig, options: { json: boolean }, io: Io): Promise<number> => {
  if (config.imap.oauth === null) return await lookAndTell(config, options, io);
  const { usingTokens } = await import("../access.ts");
  return await usingTokens(config, async (ready) => lookAndTell(ready, options, io));
};

const lookAndTell = async (config: MailboxConfig, options: { json: boolean }, io: Io): Promise<number> => {
  const began = performance.now();
  const progress = progressLine(io);
  try {
    const found = await scan(config, new Date(), progress.show, loadReport);
    progress.end();
    const { checkJson, checkText } = await loadReport();
    const tookMs = Math.round(performance.now() - began);
    const text = options.json
      ? JSON.stringify(checkJson(config, found, tookMs), null, 2)
      : checkText(config, found, tookMs);
    io.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    progress.end();
    const { explain } = await import("../mailbox/refusal.ts");
    io.stderr.write(`landfall check: ${explain(error, config.imap).triedOnce}\n`);
    return 1;
  }
};

/** Loaded while the server searches. */
const loadReport = () => import("./check-report.ts");
