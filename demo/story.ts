/** The story that the demo tells: from Portal 1 to the eCoPR, told by what the ledger and the servers saw. */

import { setTimeout as sleep } from "node:timers/promises";
import { stageOf } from "../src/domain/case.ts";
import type { Task } from "../src/domain/letter.ts";
import type { Reminder } from "../src/domain/plan.ts";
import { timelineOf } from "../src/domain/timeline.ts";
import { datedMoment as when } from "../src/domain/wording/moments.ts";
import { windowsOf } from "../src/domain/windows.ts";
import type { JudgedLetter, Ledger } from "../src/flow/ports.ts";
import { tell } from "../src/flow/tell.ts";
import type { Daemon } from "../src/main.ts";
import type { FastClock } from "./clock.ts";
import { person, speed } from "./config.ts";
import type { DemoImapServer } from "./imap-server.ts";
import { answer, ecopr, portal1, portal2, type DemoLetter } from "./letters.ts";
import type { DemoSmtpServer, ReceivedMail } from "./smtp-server.ts";

export type Scene = {
  readonly clock: FastClock;
  readonly imap: DemoImapServer;
  readonly smtp: DemoSmtpServer;
  readonly ledger: Ledger;
  readonly daemon: Daemon;
};

const timeZone = "America/Toronto";
const hour = 3_600_000;
const day = 24 * hour;

/** Portal 1, the answer, Portal 2, its rungs, two tasks done, the photo's last reminder, the eCoPR. */
export const tellStory = async (scene: Scene): Promise<void> => {
  const { clock, smtp, imap } = scene;
  const start = clock.now();
  const at = (ms: number): Date => new Date(start.getTime() + ms);
  say(`Landfall's demo: the mailbox of ${person}, one day in 2 seconds.`);
  say(
    "A tenth of a second of real work is more than an hour on its clock: so arrival and sending look far apart.",
  );
  say(`IMAP on 127.0.0.1:${imap.port}, SMTP on 127.0.0.1:${smtp.port}, the queue in this process.`);

  await letterArrives(scene, "INBOX", portal1, at(hour));
  showMail(await smtp.mail(0));
  await letterArrives(scene, "Sent", answer, at(8 * hour));
  await letterArrives(scene, "INBOX", portal2, at(2 * day));
  showMail(await smtp.mail(1), "whole");
  // 4 days and 2 days before the three windows of 7 days close.
  showMail(await smtp.mail(2));
  showMail(await smtp.mail(3));
  await personSays(scene, ["presence", "address"]);
  // 1 day before; then the last one, 6 hours before: with an hour passing in a tenth of a second it would come late.
  showMail(await smtp.mail(4));
  await clock.until(at(9 * day - 7 * hour));
  clock.runAt(speed / 10);
  showMail(await smtp.mail(5), "whole");
  clock.runAt(speed);
  say();
  say("The person uploads the photo, and does not tell Landfall.");
  await letterArrives(scene, "INBOX", ecopr, clock.now());
  showMail(await smtp.mail(6));
  await showTimeline(scene);
};

const letterArrives = async (
  scene: Scene,
  folder: "INBOX" | "Sent",
  compose: (at: Date) => DemoLetter,
  wanted: Date,
): Promise<void> => {
  await scene.clock.until(wanted);
  // What came before may have taken longer.
  const at = new Date(Math.max(wanted.getTime(), scene.clock.now().getTime()));
  const known = new Set((await scene.ledger.letters()).map(({ id }) => id));
  scene.imap.deliver(folder, compose(at).raw, at);
  const letter = await newLetter(scene, known);
  const { kind, subkind, trust, why } = letter.finding;
  say();
  say(
    `${time(letter.finding.receivedAt ?? letter.seenAt)}  ${folder === "Sent" ? "The person answers; found in Sent" : `A letter in ${folder}`}: ${letter.message.subject}`,
  );
  say(
    `    taken for ${[kind, subkind].filter(Boolean).join(", ")}${trust === null ? "" : ` (${trust})`}, because`,
  );
  for (const reason of why) say(`    - ${reason}`);
  say(`    the case is now: ${await stageNow(scene)}`);
};

/** The ledger has no bell: what the daemon wrote is looked for until it is there. */
const newLetter = async (scene: Scene, known: ReadonlySet<string>): Promise<JudgedLetter> => {
  for (;;) {
    const letter = (await scene.ledger.letters()).find(({ id }) => !known.has(id));
    if (letter !== undefined) return letter;
    await sleep(20);
  }
};

const stageNow = async ({ ledger, clock }: Scene): Promise<string> => {
  const [record] = await ledger.cases();
  if (record === undefined) return "waiting";
  const events = await ledger.events(record.id);
  return stageOf(events, windowsOf(events, timeZone, clock.now()));
};

const personSays = async (scene: Scene, done: readonly Task[]): Promise<void> => {
  for (const task of done) {
    const at = scene.clock.now();
    const answered = await tell(scene.daemon.replanPorts, { task, undo: false, caseId: undefined, at });
    say();
    say(`${time(at)}  The person runs \`npx landfall done ${task}\``);
    say(
      `    ${task} is now: ${answered.ok ? (answered.window?.state ?? "without a window") : answered.problem}`,
    );
  }
};

const showMail = (mail: ReceivedMail, how: "whole" | "subject" = "subject"): void => {
  say();
  say(`${time(mail.at)}  Sent to ${mail.to.join(", ")}: ${mail.subject}`);
  if (how === "whole") say(mail.text.trimEnd().replaceAll(/^/gm, "    | "));
};

const showTimeline = async (scene: Scene): Promise<void> => {
  const now = scene.clock.now();
  for (const { id, label } of await scene.ledger.cases()) {
    const events = await scene.ledger.events(id);
    const windows = windowsOf(events, timeZone, now);
    say();
    say("The timeline, as `landfall status` shows it:");
    say();
    for (const line of timelineOf({ label, events, windows, stage: stageOf(events, windows) }, timeZone, now))
      say(line);
  }
  const sent = await confirmed(scene);
  say();
  say(`${sent.length} reminders sent, ${scene.smtp.mails.length} taken by the SMTP server.`);
};

/** A mail is taken by the server a moment before the ledger knows. */
const confirmed = async ({ ledger, smtp }: Scene): Promise<readonly Reminder[]> => {
  for (;;) {
    const sent = (await ledger.reminders()).filter(({ status }) => status === "sent");
    if (sent.length === smtp.mails.length) return sent;
    await sleep(20);
  }
};

const time = (instant: Date): string => when(instant, timeZone);
const say = (line = ""): void => void process.stdout.write(`${line}\n`);
