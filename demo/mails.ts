/** Invented reminders of every kind, for pictures and for looking at. */

import { addDays } from "date-fns/addDays";
import { addHours } from "date-fns/addHours";
import type { Kind, Task } from "../src/domain/letter.ts";
import type { LetterFacts, ReminderFacts, ReminderItem, Step } from "../src/domain/plan.ts";
import type { Window } from "../src/domain/windows.ts";

const received = new Date("2026-11-22T15:42:09Z");

const letterOf = (kind: Kind, more: Partial<LetterFacts> = {}): LetterFacts => ({
  id: kind,
  kind,
  subkind: kind === "portal2" ? "credentials" : null,
  language: "en",
  subject: subjects[kind] ?? "A letter",
  sender: "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca",
  folder: "INBOX",
  receivedAt: received,
  approximate: false,
  trust: "verified",
  forwardedBy: null,
  ...more,
});

const subjects: Partial<Record<Kind, string>> = {
  portal1:
    "IRCC - Permanent Residence Portal (PR Confirmation) / Portail de résidence permanente (Confirmation de la RP)",
  portal2: "New credentials for PR Confirmation Portal",
  ecopr: "PR Portal (PR confirmation) - eCoPR Available for Download",
};

const lengths: Partial<Record<Task, number>> = { password: 14, presence: 7, address: 7, photo: 7, print: 30 };

const item = (
  task: Task,
  step: Step,
  letter: LetterFacts,
  more: Partial<ReminderItem> & { readonly window?: Partial<Window> } = {},
): ReminderItem => {
  const days = lengths[task] ?? null;
  return {
    step,
    late: false,
    letter,
    ...more,
    window: {
      task,
      opensAt: letter.receivedAt,
      closesAt: days === null ? null : addDays(letter.receivedAt, days),
      basis: "default",
      days,
      approximate: letter.approximate,
      state: step === "closing" ? "closed" : "open",
      endedBy: step === "closing" ? "time" : null,
      trust: letter.trust === "verified" ? "verified" : "unverified",
      openedBy: `letter:${letter.id}`,
      ...more.window,
    },
  };
};

const facts = (now: Date, items: readonly ReminderItem[]): ReminderFacts => ({
  id: "example",
  now,
  timeZone: "America/Toronto",
  caseLabel: "maria@example.com",
  stage: "in_portal",
  calendar: { series: { id: "sample", sequence: 0 }, settled: [] },
  items,
});

const portal1 = letterOf("portal1");
const portal2 = letterOf("portal2");
const ecopr = letterOf("ecopr");
const forwarded = letterOf("portal2", {
  trust: "unverified",
  approximate: true,
  forwardedBy: "office@consultant.example",
});
const doubtedEcopr = letterOf("ecopr", { trust: "unverified" });
const soon = new Date(received.getTime() + 1_200);

export const exampleMails: Readonly<Record<string, ReminderFacts>> = {
  "portal-1": facts(soon, [item("reply", "opening", portal1)]),
  "portal-1-nudge": facts(addDays(soon, 3), [item("reply", "nudge", portal1)]),
  "portal-2": facts(soon, [
    item("presence", "opening", portal2),
    item("address", "opening", portal2),
    item("photo", "opening", portal2),
    item("password", "opening", portal2),
  ]),
  "two-days-left": facts(addDays(soon, 5), [item("photo", "rung", portal2)]),
  "six-hours-left": facts(addHours(addDays(soon, 6), 18), [
    item("address", "rung", portal2, { late: true }),
    item("photo", "rung", portal2, { late: true }),
  ]),
  "seen-late": facts(addDays(soon, 9), [
    item("presence", "closing", forwarded),
    item("address", "closing", forwarded),
    item("photo", "closing", forwarded),
    item("password", "opening", forwarded),
  ]),
  "window-closed": facts(addDays(soon, 7), [item("photo", "closing", portal2)]),
  "some-closed": facts(addDays(soon, 7), [
    item("presence", "closing", portal2),
    item("address", "closing", portal2),
    item("photo", "closing", portal2),
    item("password", "rung", portal2),
  ]),
  "two-letters": facts(soon, [
    item("presence", "opening", portal2),
    item("address", "opening", portal2),
    item("photo", "opening", portal2),
    item("password", "opening", portal2),
    item("print", "opening", doubtedEcopr),
  ]),
  "ecopr-not-verified": facts(soon, [item("print", "opening", doubtedEcopr)]),
  ecopr: facts(soon, [item("print", "opening", ecopr)]),
};
