/** Every variable: what is allowed, and what its text becomes. `.env.example` tells the same to people. */

import { domainToASCII } from "node:url";
import { z } from "zod";
import type { QuietHours } from "../domain/quiet-hours.ts";
import { awaited } from "../domain/waiting.ts";
import { languages } from "../domain/wording/phrasebook.ts";
import { isLoopback } from "./loopback.ts";

const minute = 60_000;
const units: Readonly<Record<string, number>> = { d: 24 * 60 * minute, h: 60 * minute, m: minute };

const quietHoursAllowed = "two times of the day, such as 21:00-08:00, or off";

const host = (example: string) =>
  z
    .string()
    .regex(/^[^\s/@"']+$/, `the name of a server, such as ${example}`)
    .transform((text) => text.replace(/^\[(.*)\]$/, "$1").toLowerCase());
const port = number("a whole number from 1 to 65535", { min: 1, max: 65_535 }).int();
const security = z.enum(["tls", "starttls", "none"], "tls, starttls or none (none only for this machine)");
const anyText = z.string();
const mailAddress = z
  .string("an e-mail address, such as you@example.com")
  .refine(isAddress, "an e-mail address, such as you@example.com")
  .transform(normalize);
const addressList = z
  .string()
  .transform(list)
  .refine((all) => all.every(isAddress), "e-mail addresses, separated by commas")
  .transform((all) => all.map(normalize));
const forwarders = z
  .string()
  .transform(list)
  .refine((all) => all.every((each) => isAddress(each.replace(/^@/, "any@"))), {
    error: "e-mail addresses or @domains, separated by commas",
  })
  .transform((all) => all.map(normalize));
const domains = z
  .string()
  .transform(list)
  .refine((all) => all.every((each) => /^[^\s@/:]+\.[^\s@/:]+$/.test(each) && domainToASCII(each) !== ""), {
    error: "domains, separated by commas, such as google.com",
  })
  .transform((all) => all.map((each) => domainToASCII(each)));
const rungs = z
  .string()
  .transform(list)
  .refine((all) => all.length > 0 && all.every((each) => /^0*[1-9]\d{0,2}[dhm]$/.test(each)), {
    error: "times before closing, separated by commas, such as 4d,2d,1d,6h",
  })
  .transform((all) => [...new Set(all.map(milliseconds))].toSorted((a, b) => b - a));

const pem = z.string().regex(/^-----BEGIN /, "PEM text: name its file, with _FILE behind the name");

/** `HH:MM-HH:MM` on the wall clock → minutes after midnight; null where there are none. */
const quietHours = z
  .string()
  .regex(/^(|off|([01]?\d|2[0-3]):[0-5]\d\s*[-–]\s*([01]?\d|2[0-3]):[0-5]\d)$/i, quietHoursAllowed)
  .transform((text): QuietHours => {
    const [from, to] = [...text.matchAll(/(\d+):(\d+)/g)].map(([, h, m]) => Number(h) * 60 + Number(m));
    return from === undefined || to === undefined ? null : { from, to };
  })
  .refine((quiet) => quiet === null || quiet.from !== quiet.to, quietHoursAllowed);

const waitingNotes = z
  .string()
  .transform((text) => (/^(?:off|)$/i.test(text.trim()) ? [] : list(text.toLowerCase())))
  .refine(
    (all) => all.every((each) => awaited.some((known) => known === each)),
    "portal2, ecopr, card, separated by commas, or off",
  )
  .transform((all) => awaited.filter((each) => all.includes(each)));
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekly = z
  .string()
  .regex(
    /^(?:off|(?:sun|mon|tue|wed|thu|fri|sat)@(?:[01]?\d|2[0-3]):[0-5]\d)$/i,
    "a day and a time, such as mon@08:00, or off",
  )
  .transform((text) => {
    const [day = "", hours, minutes] = text.toLowerCase().split(/[@:]/);
    return day === "off"
      ? null
      : { weekday: weekdays.indexOf(day), minutes: Number(hours) * 60 + Number(minutes) };
  });

const mailsPerDay = z
  .string()
  .regex(/^(?:off|[1-9]\d{0,5})$/i, "a whole number from 1, or off")
  .transform((text) => (/^off$/i.test(text) ? null : Number(text)));

const retainDays = z
  .string()
  .regex(/^(?:off|[1-9]\d{0,4})$/i, "a whole number of days from 1, or off")
  .transform((text) => (/^off$/i.test(text) ? null : Number(text)));

/** In the order in which problems are told. */
export const fields = z
  .object({
    IMAP_HOST: host("imap.gmail.com"),
    IMAP_PORT: port,
    IMAP_SECURITY: security,
    IMAP_USER: anyText,
    IMAP_PASSWORD: anyText,
    SMTP_HOST: host("smtp.gmail.com"),
    SMTP_PORT: port,
    SMTP_SECURITY: security,
    SMTP_USER: anyText,
    SMTP_PASSWORD: anyText,
    OAUTH: z
      .string()
      .refine(isIssuer, "microsoft, google, or the https address of an issuer (http only on this machine)"),
    OAUTH_CLIENT_ID: z.string().regex(/^\S+$/, "one word, as the provider's registration page shows it"),
    OAUTH_CLIENT_SECRET: anyText,
    OAUTH_SCOPES: anyText,
    FALLBACK: z.enum(["append", "off"], "append or off"),
    NOTIFY_URL: z.url({
      protocol: /^https?$/,
      error: "an address such as https://ntfy.sh/a-long-name-that-nobody-guesses",
    }),
    REMIND_TO: mailAddress,
    REMIND_FROM: mailAddress,
    TIME_ZONE: z.string().refine(isTimeZone, "a time zone of the IANA list, such as America/Toronto"),
    REMIND_LANGUAGE: z.enum(languages, "en, fr or zh"),
    OWN_ADDRESSES: addressList,
    TRUSTED_FORWARDERS: forwarders,
    TRUSTED_ARC_SEALERS: domains,
    TRUSTED_LINKS: domains,
    VERIFY_DKIM: z.enum(["on", "off"], "on or off"),
    AUTHSERV_ID: z.string().regex(/^\S+$/, "one word, such as mx.google.com"),
    LOOKBACK_DAYS: number("a whole number of days from 1 to 3650", { min: 1, max: 3650 }).int(),
    POLL_MINUTES: number("a number of minutes above 0, up to 1440", { min: 0.001, max: 1440 }),
    RUNGS_7D: rungs,
    RUNGS_14D: rungs,
    RUNGS_30D: rungs,
    RUNGS_COPR: rungs,
    QUIET_HOURS: quietHours,
    WAITING_NOTES: waitingNotes,
    WEEKLY: weekly,
    MAILS_PER_DAY: mailsPerDay,
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: "an address such as redis://localhost:6379" }),
    QUEUE_PREFIX: z.string().regex(/^[\w-]{1,64}$/, "letters, digits, - and _"),
    WEB_PORT: port,
    WEB_HOST: host("127.0.0.1"),
    WEB_ORIGIN: z
      .url({ protocol: /^https?$/, error: "an address such as https://landfall.example.com" })
      .transform((text) => new URL(text).origin),
    WEB_PASSWORD: z.string().min(12, "twelve characters or more"),
    WEB_TLS_CERT: pem,
    WEB_TLS_KEY: pem,
    HEALTHCHECK_URL: z.url({
      protocol: /^https?$/,
      error: "an address such as https://hc-ping.com/your-uuid",
    }),
    LOG_LEVEL: z.enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "fatal, error, warn, info, debug, trace or silent",
    ),
    LOG_PRIVATE: z.enum(["0", "1"], "1, or 0"),
    PROTOCOL_LOG: anyText,
    LANDFALL_KEY: anyText,
    RETAIN_DAYS: retainDays,
  })
  .partial();

export type Fields = Readonly<z.output<typeof fields>>;

export const fieldNames: readonly string[] = Object.keys(fields.shape);

/** What is wrong with the text of a setting, in words for people; null where it will do. */
export const problemOf = (name: keyof Fields, text: string): string | null =>
  fields.shape[name].safeParse(text).error?.issues[0]?.message ?? null;

/** Set to nothing they say something: elsewhere that counts as not set. */
export const emptyMeansOff: ReadonlySet<string> = new Set(["QUIET_HOURS"]);

/** A user name may or may not be an address. */
export function isAddress(text: string): boolean {
  return /^[^\s@,<>"]+@[^\s@,<>"]+$/.test(text) && domainOf(text) !== "";
}

/** Lower case, domain in ASCII, as in `domain/letter`. */
export function normalize(address: string): string {
  return `${address.slice(0, address.lastIndexOf("@"))}@${domainOf(address)}`.toLowerCase();
}

function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf("@") + 1));
}

function number(allowed: string, { min, max }: { min: number; max: number }) {
  return z.coerce.number(allowed).min(min, allowed).max(max, allowed);
}

function list(text: string): readonly string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function milliseconds(rung: string): number {
  return Number.parseInt(rung, 10) * (units[rung.slice(-1)] ?? 0);
}

function isIssuer(text: string): boolean {
  if (text === "microsoft" || text === "google") return true;
  const { protocol, hostname } = URL.parse(text) ?? { protocol: "", hostname: "" };
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name }).format();
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
