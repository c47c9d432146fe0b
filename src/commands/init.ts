/** `landfall init`: from an address to a mailbox that is watched. Nothing is written before signing in has worked. */

import { describeProblems, loadValues } from "../config.ts";
import { askAtTerminal, askNobody, Interrupted, NotAnswered, type Asker } from "../setup/ask.ts";
import { enterSender, senderNames } from "../setup/ask-servers.ts";
import { askParts, askPreferences, preferences, without, type Answers } from "../setup/questions.ts";
import type { Lookups } from "../setup/discover.ts";
import type { Part } from "../setup/parts.ts";
import { enter, type Entered, type Helpers } from "./enter.ts";
import { type Io, terminalOf } from "./io.ts";
import type { Scan } from "./scan.ts";

export type InitOptions = {
  readonly json: boolean;
  /** Asks nothing: answers come from flags, variables and defaults. */
  readonly yes: boolean;
  /** Sends a sample reminder at the end. */
  readonly testMail: boolean;
  /** Changes this alone of what is set already; null: the person is asked. */
  readonly only: Part | null;
  /** Installs the service at the end; a person is asked. */
  readonly service: boolean;
};

export type InitPlace = {
  readonly dataDir: string;
  /** What is set already, or was given as a flag, by the names of `.env`. */
  readonly known: Answers;
  /** Of that, what was given this time, as a flag or a variable. */
  readonly given: Answers;
  /** Names of what is written down now: those that no longer hold are taken out. */
  readonly stored: readonly string[];
  /** Keeps the settings; those that are null are taken out. Tells where, in words for people. */
  readonly write: (answers: Readonly<Record<string, string | null>>) => Promise<string>;
  /** Where servers are looked for. */
  readonly lookups: Lookups;
  /** Said at the end. */
  readonly next: string;
  /** Keeps Landfall running from now on; null where that is not offered. Resolves with an exit code. */
  readonly keepRunning: ((io: Io) => Promise<number>) | null;
};

type Outcome = {
  readonly file: string;
  readonly letters: number;
  readonly reminders: number;
  /** Null where none was sent; else the server's answer, or why it was not. */
  readonly testMail: { readonly sent: boolean; readonly answer: string } | null;
  /** True where the service was installed; null where it was not to be. */
  readonly service: boolean | null;
};

/** Resolves with the exit code: 0 written, 1 could not sign in or send, 2 an answer is missing. */
export const init = async (options: InitOptions, place: InitPlace, io: Io): Promise<number> => {
  const asker = options.yes
    ? askNobody(io.stderr)
    : await askAtTerminal({ input: io.stdin, output: terminalOf(io.stderr) });
  try {
    const outcome = await setUp(options, place, { asker, lookups: place.lookups, io });
    if (outcome === null) return 1;
    tell(outcome, options, place, io);
    return outcome.testMail?.sent === false || outcome.service === false ? 1 : 0;
  } catch (error) {
    if (error instanceof NotAnswered) {
      io.stderr.write(
        `landfall init: ${error.message}; give it as a flag or a variable (landfall init --help)\n`,
      );
      return 2;
    }
    if (!(error instanceof Interrupted)) throw error;
    const { written } = error;
    io.stderr.write(
      written === null
        ? "landfall init: stopped; nothing was written\n"
        : `landfall init: stopped; the settings are written: ${written}\n${place.next}\n`,
    );
    return 1;
  }
};

/** Null where signing in did not work; why was said. */
const setUp = async (options: InitOptions, place: InitPlace, helpers: Helpers): Promise<Outcome | null> => {
  const { asker } = helpers;
  const { known } = place;
  const parts = await askParts(asker, known, options.only);
  const enters = parts.includes("password") || parts.includes("servers");
  const entered = enters ? await enter({ ...place, parts }, helpers) : null;
  if (entered === null && enters) return null;
  const answers = await completed(asker, entered?.answers ?? known, {
    asks: parts.includes("preferences"),
    found: entered?.found ?? null,
  });
  const file = await keep(place, answers, entered);
  const { letters = [], reminders = [] } = entered?.found ?? {};
  try {
    const sent = options.testMail ? await sendUntilItWorks(asker, place, answers) : null;
    const service = await offerService(options, place, helpers);
    return { file, letters: letters.length, reminders: reminders.length, testMail: sent, service };
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(file) : error;
  }
};

/** What the service says goes where the questions went: stdout is the outcome's. */
const offerService = async (
  { service, only }: InitOptions,
  { keepRunning }: InitPlace,
  { asker, io }: Helpers,
): Promise<boolean | null> => {
  const isFirst = only === null && asker.canRetry;
  const question = "Keep Landfall running from now on, also after this machine starts again?";
  if (keepRunning === null || !(service || isFirst)) return null;
  if (!(await asker.confirm(question, true))) return null;
  return (await keepRunning({ stdin: io.stdin, stdout: io.stderr, stderr: io.stderr })) === 0;
};

type Wanted = { readonly asks: boolean; readonly found: Scan | null };

const completed = async (asker: Asker, known: Answers, { asks, found }: Wanted): Promise<Answers> => {
  if (!asks) return known;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const forwarders = found === null ? [] : forwardersIn(found);
  return {
    ...without(known, preferences),
    ...(await askPreferences(asker, known, { forwarders, timeZone })),
  };
};

/** The key stays where it is. What held before, and does no more, is taken out. */
const keep = async (place: InitPlace, answers: Answers, entered: Entered | null): Promise<string> => {
  if (entered?.grant) {
    const { keepGrant } = await import("./sign-in.ts");
    await keepGrant(entered.config, entered.grant);
  }
  const { LANDFALL_KEY: _, ...kept } = answers;
  const gone = [...place.stored, ...senderNames].filter((name) => !(name in answers));
  return await place.write({ ...Object.fromEntries(gone.map((name) => [name, null])), ...kept });
};

/** Who forwarded letters that would count if they were trusted. */
const forwardersIn = ({ letters }: Scan): readonly string[] => [
  ...new Set(
    letters.flatMap(({ finding }) =>
      finding.trust === "suspicious" && finding.forwardedBy !== null ? [finding.forwardedBy] : [],
    ),
  ),
];

/** A person may name another server as often as they like; what they named is written each time. */
const sendUntilItWorks = async (
  asker: Asker,
  place: InitPlace,
  answers: Answers,
): Promise<Outcome["testMail"]> => {
  const sent = await sendSample(asker, place, answers);
  const question = "Name another server that sends reminders, or none?";
  if (sent?.sent !== false || !asker.canRetry || !(await asker.confirm(question, true))) return sent;
  const others = { ...without(answers, senderNames), ...(await enterSender(asker, answers)) };
  await keep(place, others, null);
  return await sendUntilItWorks(asker, place, others);
};

const sendSample = async (asker: Asker, place: InitPlace, answers: Answers): Promise<Outcome["testMail"]> => {
  const loaded = loadValues(answers, place.dataDir, { mailbox: true, sending: true });
  if (!loaded.ok) {
    const problems = describeProblems(loaded.problems);
    asker.say(`Reminders cannot be sent yet:\n${problems}`);
    return { sent: false, answer: problems.trim() };
  }
  if (!(await asker.confirm(`Send a sample reminder to ${loaded.config.remindTo}?`, true))) return null;
  const [{ testMail }, { inboxOf }, { usingTokens }] = await Promise.all([
    import("./test-mail.ts"),
    import("../ways.ts"),
    import("../access.ts"),
  ]);
  const said: string[] = [];
  const line = (text: string): void => void said.push(text);
  const code = await usingTokens(loaded.config, async (config) => {
    // Without SMTP reminders are laid into the inbox: the sample comes the same way.
    const inbox = config.smtp === null ? inboxOf(config) : null;
    const { timeZone } = config.planning;
    return await testMail({ ...config, inbox, timeZone }, { json: false, out: line, err: line });
  });
  asker.say([...said, ...(loaded.config.smtp === null ? [withoutSmtp] : [])].join("\n"));
  return { sent: code === 0, answer: said.join("; ") };
};

const withoutSmtp =
  "No server to send with is set (SMTP_HOST): reminders are laid into the inbox of this mailbox itself. Not every phone rings for those; `landfall init --only servers` names a server.";

const mendSending =
  "The sample did not go out: mend that in these settings, then try `npx landfall test-mail`. Until then reminders are at best laid into the inbox.";

const watching = "Landfall is watching; `npx landfall status` shows where your case stands.";

const tell = (outcome: Outcome, { json }: InitOptions, { next }: InitPlace, { stdout }: Io): void => {
  const { service, testMail } = outcome;
  const after = service === true ? watching : testMail?.sent === false ? mendSending : next;
  const text = [`\nWritten: ${outcome.file}`, after];
  stdout.write(json ? `${JSON.stringify(outcome)}\n` : `${text.join("\n")}\n`);
};
