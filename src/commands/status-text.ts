/** What `landfall status` shows: the cases, the letters, what was sent and comes next, and how Landfall itself is doing. */

import { tasksOf } from "../domain/facts.ts";
import { byTime, dayMs, minuteMs } from "../domain/instants.ts";
import type { Reminder } from "../domain/plan.ts";
import { amountsOf } from "../domain/time-left.ts";
import { noteWords, taskWords } from "../domain/timeline.ts";
import { englishDuration } from "../domain/wording/en/dates.ts";
import type { Snapshot } from "../flow/snapshot.ts";
import { caseLines, moment, section, type Look } from "./case-lines.ts";
import { letterLines } from "./letter-lines.ts";
import { nameOf } from "./whose.ts";
import { columns, wrap } from "./wrap.ts";

export const statusText = (snapshot: Snapshot, look: Look): string => {
  const blocks = [
    ...snapshot.cases.map((shown) =>
      caseLines(shown, nameOf(shown, snapshot.cases.length), { ...look, timeZone: shown.timeZone }),
    ),
    letterLines(snapshot.letters, look.timeZone),
    reminderLines(snapshot, look),
    machineLines(snapshot, look),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n").trimStart());
  return text.length === 0
    ? "Nothing yet: `npx landfall init` connects a mailbox, `npx landfall run` watches it."
    : text.join("\n\n");
};

/** So many of what was sent are shown, so that what is now stays in sight. */
const mostSent = 5;

const reminderLines = (snapshot: Snapshot, look: Look): readonly string[] => {
  const shown = snapshot.reminders.filter(({ status }) => status !== "dropped");
  const next = shown.filter((reminder) => !isOver(reminder));
  const sent = shown.filter(isOver).toSorted((one, other) => byTime(timeOf(other), timeOf(one)));
  const lines = (reminders: readonly Reminder[]) =>
    reminders.flatMap((reminder) => linesOf(reminder, snapshot.held, look));
  const more = sent.length > mostSent ? [look.paint("soft", `and ${sent.length - mostSent} before`)] : [];
  return [
    ...section("Next", lines(next), look.paint),
    ...section("Sent", [...lines(sent.slice(0, mostSent)), ...more], look.paint),
  ];
};

const isOver = ({ status }: Reminder): boolean => status === "sent" || status === "failed";

const timeOf = ({ sentAt, endedAt, dueAt }: Reminder): Date => sentAt ?? endedAt ?? dueAt;

const linesOf = (
  reminder: Reminder,
  held: ReadonlySet<string>,
  { timeZone, paint }: Look,
): readonly string[] => {
  const topics = [
    ...tasksOf(reminder).map((task) => taskWords[task]),
    ...new Set((reminder.notes ?? []).map(({ topic }) => noteWords[topic])),
  ].join(", ");
  const { id, status, channel } = reminder;
  const remarks = [
    held.has(id) ? "held back until tomorrow" : null,
    channel === "append" ? "laid into the inbox" : null,
    status === "failed" || status === "claimed" ? status : null,
  ].filter((remark) => remark !== null);
  const remark = remarks.length === 0 ? "" : paint("soft", ` (${remarks.join(", ")})`);
  const when = moment(timeOf(reminder), timeZone).padEnd(whenWidth);
  const [first = "", ...rest] = wrap(topics, columns - 4 - whenWidth);
  return [
    `${when}  ${first}${rest.length === 0 ? remark : ""}`,
    ...rest.map((line, at) => `${" ".repeat(whenWidth)}  ${line}${at === rest.length - 1 ? remark : ""}`),
    ...answerLines(reminder, paint),
  ];
};

/** What the server said: of what was sent as much as fits one line, of what was not all of it. */
const answerLines = ({ status, attempts, outcome }: Reminder, paint: Look["paint"]): readonly string[] => {
  if (attempts === 0 || outcome === null) return [];
  const indent = " ".repeat(whenWidth);
  if (status === "sent")
    return wrap(outcome, columns - 2 - whenWidth)
      .slice(0, 1)
      .map((line) => paint("soft", `${indent}  ${line}`));
  return wrap(`tried ${attempts} times: ${outcome}`, columns - 4).map((line) => paint("soon", `  ${line}`));
};

const machineLines = ({ mailboxes, outages, unread }: Snapshot, look: Look): readonly string[] => {
  const { paint, timeZone } = look;
  return [
    ...mailboxes.flatMap(({ user, state, healthy, lastLookAt, problem }) => [
      `${paint(healthy && state === "watching" ? "good" : "now", "●")} ${user}: ${state}, ${lastLookAt === null ? "never looked at" : `last look ${ago(lastLookAt, look)}`}`,
      ...(healthy ? [] : [`  ${paint("now", "bad: it was not looked at for more than three polls")}`]),
      ...wrap(problem ?? "", columns - 2).map((line) => `  ${line}`),
    ]),
    ...unreadLines(unread, look),
    ...outages.flatMap(({ channel, since, until, problem }) => [
      `${paint("now", "●")} ${channel === "smtp" ? "Sending" : "Laying reminders into the inbox"} fails since ${moment(since, timeZone)}; tried again ${moment(until, timeZone)}`,
      ...wrap(problem, columns - 2).map((line) => `  ${line}`),
    ]),
  ];
};

/** While the queue works a letter is read at once. */
const unreadLines = (
  [oldest, ...more]: Snapshot["unread"],
  { paint, timeZone, now }: Look,
): readonly string[] => {
  if (oldest === undefined || now.getTime() - oldest.seenAt.getTime() < minuteMs) return [];
  const what = more.length === 0 ? "A letter waits" : `${more.length + 1} letters wait`;
  const line = `${what} to be read since ${moment(oldest.seenAt, timeZone)}: \`landfall doctor\` tells why.`;
  return wrap(line, columns - 2).map((part, at) => (at === 0 ? `${paint("now", "●")} ${part}` : `  ${part}`));
};

/** "Sat 28 Nov, 10:42". */
const whenWidth = 17;

/** Of a while ago; of longer, the moment. */
const ago = (at: Date, { now, timeZone }: Look): string => {
  const ms = now.getTime() - at.getTime();
  return ms < dayMs ? `${englishDuration(amountsOf(ms))} ago` : moment(at, timeZone);
};
