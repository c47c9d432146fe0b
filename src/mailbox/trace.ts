/** imapflow's log as lines of the protocol. It masks passwords itself; a user name in base64 is left out here. */

import type { Trace } from "../flow/pulse.ts";

type Entry = { readonly src?: unknown; readonly msg?: unknown; readonly comment?: unknown };

/** Answers to FETCH come at level trace: they hold mail, and are not wanted. */
export const imapLogger = (trace: Trace) => {
  const note = (entry: unknown): void => {
    const { src, msg, comment }: Entry = typeof entry === "object" && entry !== null ? entry : {};
    if (typeof msg !== "string" || (src !== "c" && src !== "s")) return;
    const hidden = typeof comment === "string" && comment.startsWith("Encoded");
    trace("IMAP", src === "c" ? "C" : "S", hidden ? `(${comment})` : msg);
  };
  return {
    trace: (): void => undefined,
    debug: note,
    info: note,
    warn: note,
    error: note,
    isLevelEnabled: (level: string): boolean => level !== "trace",
  };
};
