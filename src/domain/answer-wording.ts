/** The one short mail that confirms an answer: what was understood, and how to take it back. */

import { canonical, type Verb } from "./answers.ts";
import { dayMs } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { PutOff, Refused } from "./put-off.ts";
import type { Understood } from "./understood.ts";
import { phrasebooks } from "./wording/books.ts";
import { wallClockOf } from "./wording/moments.ts";
import type { Phrasebook, ReminderLanguage } from "./wording/phrasebook.ts";
import type { ReminderWords } from "./wording.ts";

/** `putOff`: of a "later", when the next reminder comes, or why none does. */
export type Confirmed = {
  readonly understood: Understood;
  readonly putOff: PutOff | Refused | null;
  /** IANA name of the person's zone. */
  readonly timeZone: string;
};

export const wordAnswer = (confirmed: Confirmed, language: ReminderLanguage): ReminderWords => {
  const phrases = phrasebooks[language];
  const { answers } = phrases;
  const { subject, lead, lines } = sentences(confirmed, phrases);
  return {
    tag: phrases.tag,
    subject: `Landfall: ${subject}`,
    title: subject,
    lead,
    cautions: [],
    tasks: [],
    sections: lines.length === 0 ? [] : [{ label: answers.say, lines }],
    trouble: [],
    remember: [],
    howToMarkDone: [],
    buttons: { done: [], later: null },
    answer: "",
    why: [answers.why],
    links: [],
    closing: phrases.footer,
    labels: phrases.labels,
  };
};

type Sentences = { readonly subject: string; readonly lead: string; readonly lines: readonly string[] };

const sentences = (confirmed: Confirmed, phrases: Phrasebook): Sentences => {
  const { understood } = confirmed;
  const { answers: say } = phrases;
  if (understood.outcome === "waiting")
    return understood.wanted ? { ...say.resumed, lines: ["stop"] } : { ...say.quiet, lines: ["undo"] };
  if (understood.outcome === "noted") return ofNoted({ ...confirmed, understood }, phrases);
  const lines = linesFor(understood, phrases);
  if (understood.outcome === "which") return { subject: say.whichSubject, lead: say.which, lines };
  return { subject: say.unknownSubject, lead: lines.length === 0 ? say.unasked : say.unknown, lines };
};

/** What can be answered; of a mail of notes nothing is put off or stopped. */
const linesFor = (
  understood: Extract<Understood, { outcome: "which" | "unknown" }>,
  phrases: Phrasebook,
): readonly string[] => {
  const lines = understood.tasks.map((task) => `done ${task} – ${phrases.tasks[task].name}`);
  return understood.outcome === "unknown" && understood.ofNotes
    ? lines
    : [...lines, "done all", "snooze 1 day", "stop"];
};

type Noted = Confirmed & { readonly understood: Extract<Understood, { outcome: "noted" }> };

const ofNoted = ({ understood, putOff, timeZone }: Noted, phrases: Phrasebook): Sentences => {
  const { answers: say } = phrases;
  const { command, takesBack } = understood;
  const { verb, tasks } = command;
  const names = tasks.map((task: Task) => phrases.tasks[task].name).join(", ");
  const undo = canonical({ verb: "undo", tasks, ms: null });
  if (verb === "snooze") {
    if (putOff === "last" || putOff === "closed")
      return { subject: say.notLater.subject(names), lead: say.notLater[putOff], lines: [] };
    const moment = putOff === null ? "" : phrases.moment.short(wallClockOf(putOff.at, timeZone));
    return {
      subject: say.subject.snooze(names),
      lead: say.later(moment, putOff?.cut ?? false),
      lines: [undo],
    };
  }
  if (verb !== "undo") return { subject: say.subject[verb](names), lead: say.lead[verb], lines: [undo] };
  if (takesBack === "stop" || takesBack === "snooze")
    return { subject: say.again.subject(names), lead: say.again.lead, lines: [backTo(takesBack, tasks)] };
  return { subject: say.subject.undo(names), lead: say.lead.undo, lines: [backTo("done", tasks)] };
};

const backTo = (verb: Verb, tasks: readonly Task[]): string =>
  canonical({ verb, tasks, ms: verb === "snooze" ? dayMs : null });
