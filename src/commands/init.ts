/** `landfall init`: from an address to a mailbox that is watched. Nothing is written before signing in has worked. */

import { loadConfig, type Environment, type MailboxConfig } from "../config.ts";
import { askAtTerminal, askNobody, Interrupted, NotAnswered, type Asker } from "../setup/ask.ts";
import type { Lookups } from "../setup/discover.ts";
import { writeEnvFile } from "../setup/env-file.ts";
import { askAddress, askPassword, askPreferences, askServers, type Answers } from "../setup/questions.ts";
import type { Io } from "./io.ts";
import type { Scan } from "./scan.ts";

export type InitOptions = {
  readonly json: boolean;
  /** Asks nothing: answers come from flags, variables and defaults. */
  readonly yes: boolean;
  /** Sends a sample reminder at the end. */
  readonly testMail: boolean;
  /** Given as flags, by the names of `.env`. */
  readonly given: Answers;
};

export type InitPlace = {
  readonly env: Environment;
  readonly cwd: string;
  /** What is set already, by the names of `.env`. */
  readonly known: Answers;
  /** The `.env` to write into. */
  readonly file: string;
};

type Outcome = {
  readonly file: string;
  readonly letters: number;
  readonly reminders: number;
  /** Null where none was sent; else the server's answer, or why it was not. */
  readonly testMail: { readonly sent: boolean; readonly answer: string } | null;
};

/** Resolves with the exit code: 0 written, 1 could not sign in or send, 2 an answer is missing. */
export const init = async (options: InitOptions, place: InitPlace, io: Io): Promise<number> => {
  const asker = options.yes
    ? askNobody(io.stderr)
    : await askAtTerminal({ input: io.stdin, output: io.stderr });
  try {
    const { systemLookups } = await import("../setup/lookups.ts");
    const outcome = await setUp(options, place, { asker, lookups: systemLookups() }, io);
    if (outcome === null) return 1;
    tell(outcome, options, io);
    return outcome.testMail?.sent === false ? 1 : 0;
  } catch (error) {
    if (error instanceof NotAnswered) {
      io.stderr.write(
        `landfall init: ${error.message}; give it as a flag or a variable (landfall init --help)\n`,
      );
      return 2;
    }
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write("landfall init: stopped; nothing was written\n");
    return 1;
  }
};

type Helpers = { readonly asker: Asker; readonly lookups: Lookups };

/** Null where signing in did not work; why was said. */
const setUp = async (
  options: InitOptions,
  place: InitPlace,
  { asker, lookups }: Helpers,
  io: Io,
): Promise<Outcome | null> => {
  const known = { ...place.known, ...options.given };
  const entered = await connect(place, known, { asker, lookups }, io);
  if (entered === null) return null;
  const { config, found } = entered;
  const preferences = await askPreferences(asker, known, {
    forwarders: forwardersIn(found),
    timeZone: config.planning.timeZone,
  });
  const { LANDFALL_KEY: _, ...kept } = known; // the key stays where it is
  const answers = { ...kept, ...entered.answers, ...preferences };
  writeEnvFile(place.file, answers);
  const sent = options.testMail ? await sendSample(asker, place, answers) : null;
  return {
    file: place.file,
    letters: found.letters.length,
    reminders: found.reminders.length,
    testMail: sent,
  };
};

type Entered = { readonly config: MailboxConfig; readonly answers: Answers; readonly found: Scan };

/** Whose mailbox, on which server, with what password; all of it tried. */
const connect = async (
  place: InitPlace,
  known: Answers,
  { asker, lookups }: Helpers,
  io: Io,
): Promise<Entered | null> => {
  const address = await askAddress(asker, known);
  const { provider, answers: servers } = await askServers(asker, { address, known, lookups });
  if (provider?.takesPasswords === false) {
    asker.say([`${provider.name}:`, ...provider.steps, signInToCome].join("\n  "));
    return null;
  }
  const tryIn = async (password: string): Promise<Entered | null> => {
    const answers = { ...servers, IMAP_USER: address, IMAP_PASSWORD: password };
    const config = configOf(place, { ...known, ...answers });
    const found = await lookBack(config, asker, io);
    return found && { config, answers, found };
  };
  return await enter(asker, () => askPassword(asker, provider, known), tryIn);
};

const signInToCome =
  "Landfall cannot do that yet. Until it can, have the letters forwarded to a mailbox of another provider, and name this address in OWN_ADDRESSES there.";

/** Signs in and looks back, again with another password for as long as the person wants to try. */
const enter = async (
  asker: Asker,
  askForPassword: () => Promise<string>,
  tryIn: (password: string) => Promise<Entered | null>,
): Promise<Entered | null> => {
  for (;;) {
    const entered = await tryIn(await askForPassword());
    if (entered !== null) return entered;
    if (!asker.canRetry || !(await asker.confirm("Try again?", true))) return null;
  }
};

const configOf = (place: InitPlace, answers: Answers): MailboxConfig => {
  const loaded = loadConfig(withAnswers(place, answers), place.cwd, { mailbox: true, sending: false });
  if (loaded.ok) return loaded.config;
  throw new NotAnswered(loaded.problems.map(({ name, message }) => `${name} ${message}`).join("; "));
};

/** An answer wins over the variable of that name, and over the file that would hold it. */
const withAnswers = ({ env }: InitPlace, answers: Answers): Environment => {
  const files = Object.keys(answers).map((name) => [`${name}_FILE`, undefined]);
  return { ...env, ...Object.fromEntries(files), ...answers };
};

const lookBack = async (config: MailboxConfig, asker: Asker, io: Io): Promise<Scan | null> => {
  const began = performance.now();
  const [{ progressLine }, { scan }, { checkText }] = await Promise.all([
    import("./progress.ts"),
    import("./scan.ts"),
    import("./check-report.ts"),
  ]);
  const progress = progressLine(io);
  try {
    const found = await scan(config, new Date(), progress.show, async () => undefined);
    progress.end();
    asker.say(`\nSigned in. ${checkText(config, found, Math.round(performance.now() - began))}\n`);
    return found;
  } catch (error) {
    progress.end();
    const { explain } = await import("../mailbox/refusal.ts");
    asker.say(`\n${explain(error, config.imap).triedOnce}`);
    return null;
  }
};

/** Who forwarded letters that would count if they were trusted. */
const forwardersIn = ({ letters }: Scan): readonly string[] => [
  ...new Set(
    letters.flatMap(({ finding }) =>
      finding.trust === "suspicious" && finding.forwardedBy !== null ? [finding.forwardedBy] : [],
    ),
  ),
];

const sendSample = async (asker: Asker, place: InitPlace, answers: Answers): Promise<Outcome["testMail"]> => {
  const needs = { mailbox: true, sending: true } as const;
  const loaded = loadConfig(withAnswers(place, answers), place.cwd, needs);
  if (!loaded.ok || !(await asker.confirm(`Send a sample reminder to ${loaded.config.remindTo}?`, true)))
    return null;
  const [{ testMail }, { inboxOf }] = await Promise.all([import("./test-mail.ts"), import("../ways.ts")]);
  const said: string[] = [];
  const line = (text: string): void => void said.push(text);
  // Without SMTP reminders are laid into the inbox: the sample comes the same way.
  const inbox = loaded.config.smtp === null ? inboxOf(loaded.config) : null;
  const config = { ...loaded.config, inbox, timeZone: loaded.config.planning.timeZone };
  const code = await testMail(config, { json: false, out: line, err: line });
  asker.say(said.join("\n"));
  return { sent: code === 0, answer: said.join("; ") };
};

const tell = (outcome: Outcome, { json }: InitOptions, { stdout }: Io): void => {
  const text = [
    `\nWritten: ${outcome.file}`,
    "Next: `npx landfall run` watches from now on; `npx landfall status` shows where your case stands.",
  ];
  stdout.write(json ? `${JSON.stringify(outcome)}\n` : `${text.join("\n")}\n`);
};
