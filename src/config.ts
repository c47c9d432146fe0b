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
import { emptyMeansOff, fieldNames, fields } from "./config/fields.ts";
import { secretFields } from "./config/secret-fields.ts";
import { ownNames } from "./config/own.ts";
import { missing, type Needs } from "./config/missing.ts";
import { pageProblems, pageSettings, type PageSettings } from "./config/page.ts";
import { planning, systemTimeZone } from "./config/planning.ts";
import { addressIn, sendingPart, type SendingSettings } from "./config/sending.ts";
import type { ImapServer } from "./config/servers.ts";
import { imapServer, serverProblems } from "./config/servers.ts";
import type { EnvFile, Environment, Problem, Settings } from "./config/settings.ts";
import { readSettings } from "./config/settings.ts";

export type { PageSettings } from "./config/page.ts";
export type { ImapServer, OauthClient, SmtpServer } from "./config/servers.ts";
export type { Needs } from "./config/missing.ts";
export type { EnvFile, Environment, Problem } from "./config/settings.ts";
export { readGiven, systemEnvironment } from "./config/settings.ts";

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
  readonly page: PageSettings;
  /** Asked after each look at the mailbox; null: nobody waits for that. */
  readonly healthcheckUrl: string | null;
  /** True: addresses may stand in the log, for whoever looks for a fault. */
  readonly logPrivate: boolean;
  /** The file that what is said to the mail servers is written to; null: it is not written. */
  readonly protocolLog: string | null;
  /** Null: the key in DATA_DIR. */
  readonly key: string | null;
  /** What another mailbox takes over where it says nothing itself, by the names of `.env`. */
  readonly inherited: Readonly<Record<string, string>>;
  /** How many days a case is kept after it ended; null: until it is forgotten by hand. */
  readonly retainDays: number | null;
};

export type MailboxConfig = LocalConfig & { readonly imap: ImapServer };

export type SendingConfig = LocalConfig & SendingSettings;

/** Everything, as `run` needs it. */
export type Config = MailboxConfig & SendingConfig;

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

/** Reads `.env` in `cwd` and in DATA_DIR too; `env` wins over both. */
export function loadConfig<const N extends Needs>(
  env: Environment,
  cwd: string,
  needs: N,
): Loaded<ConfigFor<N>>;
export function loadConfig(env: Environment, cwd: string, needs: Needs): Loaded<LocalConfig> {
  return configOf(readSettings(env, cwd, fieldNames, emptyMeansOff), needs);
}

/** The same for settings that lie elsewhere than in variables and files, by the names of `.env`. */
export function loadValues<const N extends Needs>(
  values: Readonly<Record<string, string>>,
  dataDir: string,
  needs: N,
): Loaded<ConfigFor<N>>;
export function loadValues(
  values: Readonly<Record<string, string>>,
  dataDir: string,
  needs: Needs,
): Loaded<LocalConfig> {
  return configOf({ values, dataDir, problems: [], envFiles: [] }, needs);
}

function configOf(settings: Settings, needs: Needs): Loaded<LocalConfig> {
  const { values, invalid } = parseFields(settings);
  const wrong = [...settings.problems, ...invalid, ...serverProblems(values), ...pageProblems(values)];
  const problems = [...wrong, ...missing(values, needs, wrong)].toSorted((a, b) => place(a) - place(b));
  if (problems.some((problem) => isNeeded(problem, needs)))
    return { ok: false, problems, envFiles: settings.envFiles };
  const inherited = Object.fromEntries(
    Object.entries(settings.values).filter(([name]) => !ownNames.has(name)),
  );
  const local = { ...localConfig(values, settings.dataDir), inherited };
  const config = { ...local, ...mailboxPart(values), ...sendingPart(values) };
  return { ok: true, config, problems };
}

const isNeeded = ({ name }: Problem, { mailbox, sending, page = false }: Needs): boolean =>
  mailbox || sending || (page && name.startsWith("WEB_"));

/** What is set already, unchecked, and the `.env` that new settings belong in: the one that is read first, else DATA_DIR's. */
export function knownSettings(
  env: Environment,
  cwd: string,
): {
  readonly values: Readonly<Record<string, string>>;
  readonly file: string;
  readonly dataDir: string;
} {
  const { values, envFiles, dataDir } = readSettings(env, cwd, fieldNames, emptyMeansOff);
  return { values, file: (envFiles.find(({ found }) => found) ?? envFiles.at(-1)!).path, dataDir };
}

/** Those that are real variables, by the names of settings. */
export function namedIn(env: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldNames.flatMap((name) => (env[name] ? [[name, env[name]] as const] : [])));
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

function place({ name }: Problem): number {
  return fieldNames.indexOf(name.replace(/_FILE$/, ""));
}

function mailboxPart(values: Fields): Partial<MailboxConfig> {
  const imap = imapServer(values);
  return imap === null ? {} : { imap };
}

function localConfig(values: Fields, dataDir: string): Omit<LocalConfig, "inherited"> {
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
    page: pageSettings(values),
    healthcheckUrl: values.HEALTHCHECK_URL ?? null,
    logPrivate: values.LOG_PRIVATE === "1",
    protocolLog: values.PROTOCOL_LOG ?? null,
    key: values.LANDFALL_KEY ?? null,
    retainDays: values.RETAIN_DAYS === undefined ? 730 : values.RETAIN_DAYS,
  };
}

function reading(values: Fields, timeZone: string): ReadingContext {
  const own = [values.REMIND_TO ?? [], addressIn(values.IMAP_USER) ?? [], values.OWN_ADDRESSES ?? []].flat();
  return {
    ownAddresses: [...new Set(own)],
    trustedForwarders: values.TRUSTED_FORWARDERS ?? [],
    trustedArcSealers: values.TRUSTED_ARC_SEALERS ?? [],
    trustedLinks: values.TRUSTED_LINKS ?? [],
    authservId: values.AUTHSERV_ID ?? null,
    timeZone,
  };
}
