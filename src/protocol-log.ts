/** What is said between Landfall and the mail servers, written to a file where PROTOCOL_LOG asks for it. */

import { createWriteStream } from "node:fs";
import type { Log } from "./flow/ports.ts";
import type { Trace } from "./flow/pulse.ts";
import { scrubProtocol } from "./scrub.ts";

/** `path` is added to, and readable for its owner alone. With `whole` nothing is cut out but passwords. */
export const openProtocolLog = (path: string, whole: boolean, log: Log): Trace => {
  const file = createWriteStream(path, { flags: "a", mode: 0o600 });
  file.on("error", (error) => log.warn({ error }, "PROTOCOL_LOG cannot be written"));
  return (protocol, who, text) => {
    for (const line of text.split(/\r?\n/))
      file.write(`${new Date().toISOString()} ${protocol} ${who} ${whole ? line : scrubProtocol(line)}\n`);
  };
};
