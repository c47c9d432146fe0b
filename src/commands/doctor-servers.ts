/** What only servers can tell: the mailbox, the way out, the DNS, and by them the clock. */

import { usingTokens } from "../access.ts";
import { describeProblems, type Config, type Loaded, type LocalConfig } from "../config.ts";
import { inspectOutbox } from "../delivery/inspect.ts";
import { clockProblem } from "../domain/clock.ts";
import { inspectMailbox, type MailboxReport } from "../mailbox/inspect.ts";
import { explain } from "../mailbox/refusal.ts";
import { asksDns } from "../signatures/inspect.ts";
import { configOfMailbox } from "../mailboxes.ts";
import type { Check } from "./doctor.ts";
import { keptMailboxes } from "./mailboxes.ts";

/** Of all that `run` needs. */
export type Settings = Loaded<Config>;

/** That of the settings, unless there is none and the ledger keeps others; and those others. */
export const everyMailbox = async (local: LocalConfig, main: Settings): Promise<readonly Settings[]> => {
  // What is wrong with the ledger is told elsewhere.
  const kept = await keptMailboxes(local).catch(() => []);
  const watched = kept.filter(({ state }) => state === "watched");
  const others = watched.map((mailbox) => ({
    ok: true as const,
    config: configOfMailbox(mailbox, local),
    problems: [],
  }));
  return others.length > 0 && local.inherited["IMAP_HOST"] === undefined ? others : [main, ...others];
};

export const checkServers = async (all: readonly Settings[]): Promise<readonly Check[]> => {
  const checks: Check[] = [];
  for (const settings of all) {
    const own = await checkMailbox(settings);
    const name = settings.ok && all.length > 1 ? `${settings.config.imap.user}: ` : "";
    checks.push(...own.map((check) => ({ ...check, message: name + check.message })));
  }
  const verifies = all.some((settings) => settings.ok && settings.config.verifyDkim);
  return verifies ? [...checks, await dns()] : checks;
};

const checkMailbox = async (settings: Settings): Promise<readonly Check[]> => {
  if (!settings.ok) return [lacking(settings.problems)];
  const { config, problems } = settings;
  return await usingTokens(config, async (ready) => [
    ...(problems.length === 0 ? [] : [lacking(problems)]),
    ...(await mailbox(ready)),
    await sending(ready),
  ]);
};

const lacking = (problems: Parameters<typeof describeProblems>[0]): Check => ({
  name: "settings",
  ok: false,
  message: `landfall init sets them, or .env:\n${describeProblems(problems).trimEnd()}`,
});

const mailbox = async ({ imap, lookbackDays, pollMinutes }: Config): Promise<readonly Check[]> => {
  try {
    const report = await inspectMailbox({ ...imap, lookbackDays, pollMinutes });
    return [opened(report, imap.host), clock(report)];
  } catch (error) {
    return [{ name: "mailbox", ok: false, message: explain(error, imap).triedOnce }];
  }
};

const opened = ({ folders, missing, idle }: MailboxReport, host: string): Check => {
  const remarks = [...missing, ...(idle ? [] : ["it has no IDLE: it is asked for news every half minute"])];
  return {
    name: "mailbox",
    ok: true,
    warning: remarks.length > 0,
    message: [`${host} lets in; looked at: ${folders.join(", ")}`, ...remarks].join("; "),
  };
};

/** It only informs: mail may be old, and a clock be right. */
const clock = (report: MailboxReport): Check => {
  const problem = clockProblem(report, new Date());
  const message =
    problem ?? (report.internalDate === null ? "no mail to compare it with" : "agrees with the newest mail");
  return { name: "clock", ok: true, warning: problem !== null, message };
};

const sending = async ({ smtp, mayAppend, remindFrom, remindTo }: Config): Promise<Check> => {
  if (smtp === null)
    return mayAppend
      ? { name: "sending", ok: true, message: "no SMTP_HOST: reminders are laid into the inbox" }
      : { name: "sending", ok: false, message: "no SMTP_HOST, and FALLBACK=off: set one of them" };
  const problem = await inspectOutbox(smtp, { from: remindFrom, to: remindTo });
  if (problem !== null) return { name: "sending", ok: false, message: problem };
  return smtp.user === null
    ? { name: "sending", ok: true, warning: true, message: `${smtp.host} ${withoutLogin}` }
    : { name: "sending", ok: true, message: `${smtp.host} lets in; landfall test-mail sends a sample` };
};

const withoutLogin =
  "answers, and no login is set (SMTP_USER): landfall test-mail shows whether it sends without one";

/** It only informs: it is asked where a provider writes no result of its own, and then once a letter. */
const dns = async (): Promise<Check> =>
  (await asksDns())
    ? { name: "dns", ok: true, message: "answers: signatures can be verified" }
    : {
        name: "dns",
        ok: true,
        warning: true,
        message:
          "does not answer: where your provider writes no result, letters stay unverified; check this machine's resolver, or set VERIFY_DKIM=off",
      };
