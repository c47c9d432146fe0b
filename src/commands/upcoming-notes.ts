/** The notes that `landfall run` would send of the letters that a look found. */

import type { MailboxConfig } from "../config.ts";
import { correct } from "../domain/correction.ts";
import { digestNotes } from "../domain/digest.ts";
import { latest } from "../domain/instants.ts";
import { factsOfNotes } from "../domain/note-facts.ts";
import { groupNotes } from "../domain/note-plan.ts";
import type { NotedLetter, ToldNote } from "../domain/notes.ts";
import { wordNotes } from "../domain/note-wording.ts";
import type { ScannedLetter, UpcomingReminder } from "./conclude.ts";

/** Of letters that are not recognised, or may be false; `told`: what a note told before. */
export const upcomingNotes = (
  letters: readonly ScannedLetter[],
  told: readonly ToldNote[],
  { planning, language, notes: { mailsPerDay } }: Pick<MailboxConfig, "planning" | "language" | "notes">,
  now: Date,
): readonly UpcomingReminder[] => {
  const noted = letters.flatMap(toNoted);
  return groupNotes(digestNotes(noted, told, planning), planning, now).flatMap(({ notes, dueAt }) => {
    const at = latest(dueAt, now);
    const { timeZone } = planning;
    const nobody = { cases: [], looked: null, reminders: [], held: [], mailsPerDay };
    const words = wordNotes(factsOfNotes(notes, { ...nobody, letters: noted, timeZone, now: at }), language);
    return words === null ? [] : [{ at, tasks: [], subject: words.subject }];
  });
};

const toNoted = ({
  id,
  seenAt,
  place,
  message,
  finding,
  correction,
}: ScannedLetter): readonly NotedLetter[] =>
  correction?.notMine === true
    ? []
    : [
        {
          id,
          seenAt,
          folder: place.folder,
          subject: message.subject,
          sender: message.from[0]?.address ?? "",
          finding: correct(finding, correction),
        },
      ];
