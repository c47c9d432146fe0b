/** Whether all that was promised held, asked of the ledger and of the mail server once it is calm again. */

import { setTimeout as sleep } from "node:timers/promises";
import { planReminders } from "../../src/domain/reminders.ts";
import type { Clock } from "../../src/flow/ports.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { configOf } from "../../test/helpers/daemon.ts";
import type { ReceivedMail } from "../../test/helpers/smtp.ts";
import type { Life } from "./life.ts";

type Asked = {
  readonly life: Life;
  readonly clock: Clock;
  readonly environment: Record<string, string>;
  readonly dataDir: string;
  readonly mails: readonly ReceivedMail[];
};

/** The sweep has so long to bring everything home: it passes each minute. */
const patienceMs = 180_000;

export const promisesKept = async (asked: Asked) => {
  const ended = asked.clock.now();
  const giveUpAt = Date.now() + patienceMs;
  let figures = await countOf(asked, ended);
  while (!isWhole(figures) && Date.now() < giveUpAt) {
    await sleep(2000);
    figures = await countOf(asked, ended);
  }
  return { figures, all: isWhole(figures) };
};

type Figures = Awaited<ReturnType<typeof countOf>>;

const isWhole = ({
  lettersLost,
  eventsLost,
  eventsDoubled,
  remindersLost,
  secondCopies,
  strangers,
}: Figures) =>
  [lettersLost, eventsLost, eventsDoubled, remindersLost, secondCopies, strangers].every(
    (count) => count === 0,
  );

const countOf = async ({ life, environment, dataDir, mails }: Asked, ended: Date) => {
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const cases = await ledger.cases();
  const told = await Promise.all(
    cases.map(async ({ id }) => ({
      caseId: id,
      events: await ledger.events(id),
      settled: await ledger.settled(id),
    })),
  );
  const events = told.flatMap((each) => each.events).length;
  const { planning } = configOf(environment);
  const overdue = told
    .flatMap((each) => planReminders(each, planning, ended))
    .filter(({ dueAt }) => dueAt <= ended);
  const reminders = await ledger.reminders();
  const ids = mails.map(({ raw }) => /^Message-ID: <(.*)>/imu.exec(raw)?.[1] ?? "");
  const known = new Set(reminders.map(({ messageId }) => messageId));
  const unsent = reminders.filter(({ status, messageId }) => status === "sent" && !ids.includes(messageId));
  const letters = (await ledger.letters()).filter(({ finding }) => finding.kind !== "not_ircc");
  return {
    letters: life.letters,
    otherMail: life.others,
    cases: cases.length,
    mails: ids.length,
    lettersLost: life.letters - letters.length,
    eventsLost: Math.max(0, life.events - events),
    eventsDoubled: Math.max(0, events - life.events),
    remindersLost: unsent.length + overdue.length,
    lost: [...unsent, ...overdue].map(({ id }) => id),
    secondCopies: ids.length - new Set(ids).size,
    strangers: ids.filter((id) => !known.has(id)).length,
  };
};
