/**
 * The environment → `Config`. Every variable that is wrong or missing is named at once.
 * What each variable means: `.env.example`.
 */

import type { ReadingContext } from "./domain/finding.ts";
import type { Planning } from "./domain/reminders.ts";
import type { ReminderLanguage } from "./domain/wording/phrasebook.ts";
import type { NoteSettings } from "./domain/note-plan.ts";
import { awaited } from "./domain/waiting.ts";
import type { Fields } from "./config/fields.ts";
import { emptyMeansOff, fieldNames, fields, isAddress, normalize, secretFields } from "./config/fields.ts";
import type { ImapServer, SmtpServer } from "./config/servers.ts";
import { imapServer, serverProblems, smtpServer } from "./config/servers.ts";
import type { EnvFile, Environment, Problem, Settings } from "./config/settings.ts";
import { readSettings } from "./config/settings.ts";

export type { ImapServer, SmtpServer } from "./config/servers.ts";
export type { EnvFile, Environment, Problem } from "./config/settings.ts";
export { systemEnvironment } from "./config/settings.ts";

/** What every command can count on. */
export type LocalConfig = {
  readonly planning: Planning;
  readonly notes: NoteSettings;
  /** Addresses in lower case, domains in ASCII. */
  readonly reading: ReadingContext;
  /** Null: the language of the letters. */
  readonly language: ReminderLanguage | null;
  /** True: where the provider writes no result, signatures are verified here. */
  readonly verifyDkim: boolean;
  readonly lookbackDays: number;
  readonly pollMinutes: number;
  /** Null: the embedded queue. */
  readonly redisUrl: string | null;
  readonly queuePrefix: string;
  readonly dataDir: string;
  readonly logLevel: NonNullable<Fields["LOG_LEVEL"]>;
  /** Null: the key in DATA_DIR. */
  readonly key: string | null;
  /** How many days a case is kept after it ended; null: until it is forgotten by hand. */
  readonly retainDays: number | null;
};

export type MailboxConfig = LocalConfig & { readonly imap: ImapServer };

export type SendingConfig = LocalConfig & {
  /** Null: reminders are laid into the inbox over IMAP. */
  readonly smtp: SmtpServer | null;
  /** Whether a reminder may be laid into the inbox where SMTP will not do. */
  readonly mayAppend: boolean;
  /** A web hook or ntfy topic that is told of each reminder. */
  readonly notifyUrl: string | null;
  readonly remindTo: string;
  readonly remindFrom: string;
  /** An address of the watched mailbox, for answers to reminders; null where none is known. */
  readonly answersTo: string | null;
};

/** Everything, as `run` needs it. */
export type Config = MailboxConfig & SendingConfig;

/** What a command is going to use. With neither, only DATA_DIR can be wrong: all else has a default. */
export type Needs = { readonly mailbox: boolean; readonly sending: boolean };

export type ConfigFor<N extends Needs> = LocalConfig &
  (N["mailbox"] extends true ? MailboxConfig : unknown) &
  (N["sending"] extends true ? SendingConfig : unknown);

/** `problems` of a loaded configuration are settings that were passed over; nothing needed them. */
export type Loaded<T> =
  | { readonly ok: true; readonly config: T; readonly problems: readonly Problem[] }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Where `.env` was looked for. */
      readonly envFiles: readonly EnvFile[];
    };

const day = 86_400_000;

/** Reads `.env` in `cwd` and in DATA_DIR too; `env` wins over both. */
export function loadConfig<const N extends Needs>(
  env: Environment,
  cwd: string,
  needs: N,
): Loaded<ConfigFor<N>>;
export function loadConfig(env: Environment, cwd: string, needs: Needs): Loaded<LocalConfig> {
  const settings = readSettings(env, cwd, fieldNames, emptyMeansOff);
  const { values, invalid } = parseFields(settings);
  const wrong = [...settings.problems, ...invalid, ...serverProblems(values)];
  const problems = [...wrong, ...missing(values, needs, wrong)].toSorted((a, b) => place(a) - place(b));
  if (problems.length > 0 && (needs.mailbox || needs.sending))
    return { ok: false, problems, envFiles: settings.envFiles };
  const config = { ...localConfig(values, settings.dataDir), ...mailboxPart(values), ...sendingPart(values) };
  return { ok: true, config, problems };
}

/** What is set already, unchecked, and the `.env` that new settings belong in: the one that is read first, else DATA_DIR's. */
export function knownSettings(
  env: Environment,
  cwd: string,
): { readonly values: Readonly<Record<string, string>>; readonly file: string } {
  const { values, envFiles } = readSettings(env, cwd, fieldNames, emptyMeansOff);
  return { values, file: (envFiles.find(({ found }) => found) ?? envFiles.at(-1)!).path };
}

/** One line each, ready to be printed. */
export function describeProblems(problems: readonly Problem[]): string {
  const width = Math.max(...problems.map(({ name }) => name.length));
  return problems.map(({ name, message }) => `  ${name.padEnd(width)}  ${message}\n`).join("");
}

/** What is wrong is told and left out. */
function parseFields({ values: raw }: Settings): { values: Fields; invalid: readonly Problem[] } {
  const issues = fields.safeParse(raw).error?.issues ?? [];
  const allowed = new Map(issues.map(({ path, message }) => [String(path[0]), message]));
  const valid = Object.entries(raw).filter(([name]) => !allowed.has(name));
  const invalid = [...allowed].map(([name, what]) => ({
    name,
    message: `${shown(name, raw[name])} is not allowed; allowed: ${what}`,
  }));
  return { values: fields.parse(Object.fromEntries(valid)), invalid };
}

function shown(name: string, raw = ""): string {
  return secretFields.has(name) ? '"***"' : JSON.stringify(raw.replace(/\/\/.*@/, "//***@"));
}

/** A variable that is there, but wrong, is not missing. */
function missing(values: Fields, needs: Needs, wrong: readonly Problem[]): readonly Problem[] {
  const names = [
    ...(needs.mailbox ? mailboxNames : []),
    ...(needs.sending ? sendingNames(values, needs) : []),
  ];
  return [...new Set(names)]
    .filter((name) => values[name] === undefined)
    .filter((name) => !wrong.some((problem) => [name, `${name}_FILE`].includes(problem.name)))
    .map((name) => ({ name, message: `is missing; needed: ${neededFor[name]}` }));
}

const neededFor = {
  IMAP_HOST: "your provider's IMAP server, such as imap.gmail.com",
  IMAP_USER: "the name you sign in to your mailbox with, often your address",
  IMAP_PASSWORD: "the mailbox's password; with Gmail an app password",
  SMTP_HOST: "your provider's SMTP server, such as smtp.gmail.com",
  REMIND_TO: "the address reminders go to, or your address as IMAP_USER",
  REMIND_FROM: "the address reminders come from, or an address as SMTP_USER or IMAP_USER",
} as const;

const mailboxNames = ["IMAP_HOST", "IMAP_USER", "IMAP_PASSWORD"] as const;

/** The addresses follow from IMAP_USER: where that is asked for already, they are not. */
function sendingNames(values: Fields, needs: Needs): readonly (keyof typeof neededFor)[] {
  const { smtp, remindTo, remindFrom } = sendingPart(values);
  const names: (keyof typeof neededFor)[] = [...waysOut(values, needs)];
  if (values.SMTP_USER === undefined && smtp?.user && smtp.password === null) names.push("IMAP_PASSWORD");
  if (needs.mailbox && values.IMAP_USER === undefined) return names;
  if (remindTo === undefined) names.push("REMIND_TO");
  if (remindFrom === undefined) names.push("REMIND_FROM");
  return names;
}

/** SMTP, or else the mailbox itself: reminders are then laid into its inbox. */
function waysOut(values: Fields, needs: Needs): readonly (keyof typeof neededFor)[] {
  if (values.SMTP_HOST !== undefined) return [];
  const hasMailbox = needs.mailbox || values.IMAP_HOST !== undefined;
  return hasMailbox && values.FALLBACK !== "off" ? mailboxNames : ["SMTP_HOST"];
}

function place({ name }: Problem): number {
  return fieldNames.indexOf(name.replace(/_FILE$/, ""));
}

function mailboxPart(values: Fields): Partial<MailboxConfig> {
  const imap = imapServer(values);
  return imap === null ? {} : { imap };
}

function sendingPart(values: Fields): Partial<SendingConfig> {
  const smtp = smtpServer(values);
  const remindTo = values.REMIND_TO ?? addressIn(values.IMAP_USER);
  const remindFrom = values.REMIND_FROM ?? addressIn(values.SMTP_USER) ?? addressIn(values.IMAP_USER);
  return {
    smtp,
    mayAppend: values.FALLBACK !== "off",
    notifyUrl: values.NOTIFY_URL ?? null,
    answersTo: addressIn(values.IMAP_USER) ?? namedAsOwn(values),
    ...(remindTo && { remindTo }),
    ...(remindFrom && { remindFrom }),
  };
}

/** That reminders reach the watched mailbox, and so answers do too, only the person knows: OWN_ADDRESSES says it. */
function namedAsOwn({ REMIND_TO, OWN_ADDRESSES }: Fields): string | null {
  return REMIND_TO !== undefined && OWN_ADDRESSES?.includes(REMIND_TO) === true ? REMIND_TO : null;
}

function localConfig(values: Fields, dataDir: string): LocalConfig {
  const timeZone = values.TIME_ZONE ?? systemTimeZone();
  return {
    planning: planning(values, timeZone),
    notes: {
      waiting: values.WAITING_NOTES ?? awaited,
      weekly: values.WEEKLY ?? null,
      mailsPerDay: values.MAILS_PER_DAY === undefined ? 20 : values.MAILS_PER_DAY,
      pollMs: (values.POLL_MINUTES ?? 5) * 60_000,
    },
    reading: reading(values, timeZone),
    language: values.REMIND_LANGUAGE ?? null,
    verifyDkim: values.VERIFY_DKIM !== "off",
    lookbackDays: values.LOOKBACK_DAYS ?? 365,
    pollMinutes: values.POLL_MINUTES ?? 5,
    redisUrl: values.REDIS_URL ?? null,
    queuePrefix: values.QUEUE_PREFIX ?? "landfall",
    dataDir,
    logLevel: values.LOG_LEVEL ?? "info",
    key: values.LANDFALL_KEY ?? null,
    retainDays: values.RETAIN_DAYS === undefined ? 730 : values.RETAIN_DAYS,
  };
}

function planning(values: Fields, timeZone: string): Planning {
  return {
    timeZone,
    rungs7d: values.RUNGS_7D ?? [4 * day, 2 * day, day, day / 4],
    rungs14d: values.RUNGS_14D ?? [7 * day, 3 * day, day, day / 4],
    rungs30d: values.RUNGS_30D ?? [14 * day, 7 * day, 3 * day, day],
    rungsCopr: values.RUNGS_COPR ?? [60 * day, 30 * day, 14 * day, 7 * day, 3 * day, day],
    quietHours: values.QUIET_HOURS === undefined ? { from: 21 * 60, to: 8 * 60 } : values.QUIET_HOURS,
  };
}

function reading(values: Fields, timeZone: string): ReadingContext {
  const own = [values.REMIND_TO ?? [], addressIn(values.IMAP_USER) ?? [], values.OWN_ADDRESSES ?? []].flat();
  return {
    ownAddresses: [...new Set(own)],
    trustedForwarders: values.TRUSTED_FORWARDERS ?? [],
    trustedArcSealers: values.TRUSTED_ARC_SEALERS ?? [],
    authservId: values.AUTHSERV_ID ?? null,
    timeZone,
  };
}

function addressIn(user: string | undefined): string | undefined {
  return user !== undefined && isAddress(user) ? normalize(user) : undefined;
}

/** UTC where the system names none, or one that nobody knows (`Etc/Unknown`). */
function systemTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return !zone || zone === "Etc/Unknown" ? "UTC" : zone;
}
