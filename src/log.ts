/**
 * The operator's log on stderr: JSON lines, or plain ones on a terminal. Ids only; what could name a person or
 * hold a secret is cut out.
 */

import pino from "pino";
import type { Log } from "./flow/ports.ts";

const hidden = ["subject", "from", "to", "address", "user", "password", "pass", "token", "text", "html"];

/** `level` is one of pino's names: fatal, error, warn, info, debug, trace, silent. */
export const openLog = (level: string, onTerminal: boolean): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...hidden, ...hidden.map((name) => `*.${name}`)], censor: "[hidden]" },
      serializers: { error: describeError },
      formatters: { level: (label) => ({ level: label }) },
    },
    onTerminal ? { write: writePlainly } : pino.destination({ dest: 2, sync: true }),
  );

/** Name, message and causes; not the fields that libraries hang on errors, which can hold addresses. */
const describeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { cause, name, message } = error;
  return cause === undefined ? { name, message } : { name, message, cause: describeError(cause) };
};

type Line = { readonly level: string; readonly time: string; readonly msg: string };

const writePlainly = (json: string): void => {
  const { level, time, msg, ...fields }: Line & Record<string, unknown> = JSON.parse(json);
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plain(value)}`);
  const mark = level === "info" ? "" : `${level}: `;
  process.stderr.write(`${time.slice(11, 19)} ${mark}${msg}${details.join("")}\n`);
};

const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
