/** What the buttons do: the same verbs of the flow that the command line calls. */

import type { Correction } from "../domain/correction.ts";
import { hourMs } from "../domain/instants.ts";
import { tasks, type Kind, type Task } from "../domain/letter.ts";
import { fromIso } from "../domain/wall-clock.ts";
import { wallClockOf } from "../domain/wording/moments.ts";
import { correctLetter } from "../flow/correct.ts";
import { assign, split, type Moved } from "../flow/move.ts";
import { snooze, tell } from "../flow/tell.ts";
import type { Problem } from "../flow/word.ts";
import { known } from "./known.ts";
import type { Spoken } from "./language.ts";
import { correctable } from "./letters.ts";
import type { Flash } from "./page.ts";
import type { Parts } from "./parts.ts";
import { pauses } from "./tasks.ts";

/** Who pressed what: the form as it was sent, and the language in which to answer. */
export type Deed = { readonly parts: Parts; readonly spoken: Spoken; readonly sent: URLSearchParams };

/** Does it, and says what came of it. A form that no page of ours sends is refused. */
export const perform = async (deed: Deed): Promise<Flash> => {
  const what = known(deeds, deed.sent.get("what"));
  return what === undefined ? refused(deed, "an unknown form") : await what(deed);
};

const doneOr =
  (undo: boolean) =>
  async (deed: Deed): Promise<Flash> => {
    const { parts, spoken, sent } = deed;
    const task = taskIn(sent);
    if (task === undefined) return refused(deed, "an unknown task");
    const told = { task, undo, caseId: sent.get("case") ?? undefined, at: parts.clock.now() };
    const answer = await tell(parts.ports, told);
    const { noted } = spoken.words;
    const name = spoken.phrases.tasks[task].name;
    return answer.ok ? well(undo ? noted.undone(name) : noted.done(name)) : refused(deed, answer.problem);
  };

const putOff = async (deed: Deed): Promise<Flash> => {
  const { parts, spoken, sent } = deed;
  const task = taskIn(sent);
  const pause = known(pauses, sent.get("for"));
  if (task === undefined || pause === undefined) return refused(deed, "an unknown time");
  const ms = pause.count * (pause.unit === "day" ? 24 : 1) * hourMs;
  const answer = await snooze(parts.ports, { task, ms, caseId: sent.get("case") ?? undefined });
  if (!answer.ok) return refused(deed, answer.problem);
  const moment = spoken.phrases.moment.short(wallClockOf(answer.at, parts.timeZone));
  return well(spoken.words.noted.snoozed(spoken.phrases.tasks[task].name, moment, answer.cut));
};

const correcting = async (deed: Deed): Promise<Flash> => {
  const { parts, spoken, sent } = deed;
  const correction = correctionIn(sent, parts);
  if (typeof correction === "string") return refused(deed, correction);
  if (Object.keys(correction).length === 0) return { ok: false, text: spoken.words.noted.nothingSaid };
  return await correctAs(deed, correction);
};

const correctAs = async (deed: Deed, correction: Correction | null): Promise<Flash> => {
  const { parts, spoken, sent } = deed;
  const answer = await correctLetter(parts.ports, sent.get("letter") ?? "", correction);
  if (!answer.ok) return refused(deed, answer.problem);
  const { noted } = spoken.words;
  if (correction === null) return well(noted.uncorrected);
  return answer.suspicious ? { ok: false, text: noted.stillSuspicious } : well(noted.corrected);
};

/** What was filled in; or what is wrong with it. */
const correctionIn = (sent: URLSearchParams, { clock, timeZone }: Parts): Correction | string => {
  const named = correctable.find((each) => each === sent.get("kind"));
  const [kind, subkind = null] = named?.split("/") ?? [];
  const time = sent.get("received") ?? "";
  const receivedAt = time === "" ? undefined : fromIso(time, timeZone);
  if (receivedAt === null) return `"${time}" is not a time`;
  if (receivedAt !== undefined && receivedAt > clock.now()) return `"${time}" is in the future`;
  return {
    ...(isKind(kind) && { kind, subkind }),
    ...(receivedAt !== undefined && { receivedAt }),
    ...(sent.get("trust") === "genuine" && { trust: "genuine" as const }),
    ...(sent.get("mine") === "not" && { notMine: true as const }),
  };
};

const isKind = (kind: string | undefined): kind is Kind =>
  correctable.some((each) => each.split("/")[0] === kind);

const assigning = async (deed: Deed): Promise<Flash> => {
  const { parts, sent } = deed;
  const [letter, caseId] = [sent.get("letter") ?? "", sent.get("case") ?? ""];
  return await moved(
    deed,
    caseId === "" ? await split(parts.ports, [letter]) : await assign(parts.ports, letter, caseId),
  );
};

const unassigning = async (deed: Deed): Promise<Flash> =>
  moved(deed, await assign(deed.parts.ports, deed.sent.get("letter") ?? "", null));

const moved = async (deed: Deed, answer: Moved | Problem): Promise<Flash> => {
  if (!answer.ok) return refused(deed, answer.problem);
  const { noted } = deed.spoken.words;
  if (answer.caseId === null) return well(noted.assignedNowhere);
  return well(noted.assigned((await deed.parts.ports.ledger.case(answer.caseId))?.label ?? answer.caseId));
};

const deeds = {
  done: doneOr(false),
  undo: doneOr(true),
  snooze: putOff,
  correct: correcting,
  uncorrect: async (deed: Deed) => correctAs(deed, null),
  assign: assigning,
  unassign: unassigning,
};

const taskIn = (sent: URLSearchParams): Task | undefined => tasks.find((each) => each === sent.get("task"));

const well = (text: string): Flash => ({ ok: true, text });
const refused = ({ spoken }: Deed, problem: string): Flash => ({
  ok: false,
  text: spoken.words.noted.refused(problem),
});
