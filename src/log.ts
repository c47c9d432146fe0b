/**
 * The operator's log on stderr: JSON lines, or plain ones on a terminal. Ids only; what could name a person or
 * hold a secret is cut out.
 */

import { styleText } from "node:util";
import pino from "pino";
import { inert } from "./domain/wording/quote.ts";
import type { Log } from "./flow/ports.ts";
import { scrub } from "./scrub.ts";

const hidden = ["subject", "from", "to", "address", "user", "password", "pass", "token", "text", "html"];

export type LogSettings = {
  /** One of pino's names: fatal, error, warn, info, debug, trace, silent. */
  readonly level: string;
  readonly onTerminal: boolean;
  /** True: addresses may be shown (LOG_PRIVATE=1). Passwords and tokens never are. */
  readonly isPrivate: boolean;
};

/** `write` takes whole lines; stderr where it is not given. */
export const openLog = (
  { level, onTerminal, isPrivate }: LogSettings,
  write: (line: string) => void = toStderr(),
): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...hidden, ...hidden.map((name) => `*.${name}`)], censor: "[hidden]" },
      serializers: { error: describeError },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (json) => write(clean(onTerminal ? readably(json) : inert(json), isPrivate)) },
  );

/** At once, and again where a pipe is full. */
const toStderr = (): ((line: string) => void) => {
  const stderr = pino.destination({ dest: 2, sync: true });
  return (line) => void stderr.write(line);
};

const clean = (line: string, isPrivate: boolean): string => (isPrivate ? line : scrub(line));

/** Name, message and causes; not the fields that libraries hang on errors, which can hold addresses. */
const describeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { cause, name, message } = error;
  return cause === undefined ? { name, message } : { name, message, cause: describeError(cause) };
};

type Line = { readonly level: string; readonly time: string; readonly msg: string };

const readably = (json: string): string => {
  const { level, time, msg, ...fields }: Line & Record<string, unknown> = JSON.parse(json);
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plain(value)}`);
  const mark = level === "info" ? "" : `${shade(colours[level] ?? "yellow", level)}: `;
  return `${shade("dim", time.slice(11, 19))} ${mark}${inert(msg)}${shade("dim", inert(details.join("")))}\n`;
};

/** NO_COLOR turns it off. */
const shade = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stderr });

const colours: Readonly<Record<string, "red" | "yellow" | "cyan">> = {
  error: "red",
  fatal: "red",
  debug: "cyan",
};

const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
