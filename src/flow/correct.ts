/** The person knows better than a letter, or than the rules: what it is, when it came, whether it is genuine. */

import { correct, type Correction } from "../domain/correction.ts";
import { isListed } from "../domain/sender.ts";
import { windowsOf, type Window } from "../domain/windows.ts";
import { correctionsOf } from "../domain/words.ts";
import { chooseLetter } from "./choose.ts";
import { judgeAgain, type JudgePorts, nothingUnplanned } from "./judge.ts";
import type { StoredLetter } from "./ports.ts";
import { planningFor, replanAll, type ReplanPorts } from "./replan.ts";
import { speak, takeBack, type Problem } from "./word.ts";

export type Corrected = {
  readonly ok: true;
  readonly letter: StoredLetter;
  /** All that stands of what the person said of it. */
  readonly correction: Correction | null;
  /** True where it is suspicious and still moves nothing. */
  readonly suspicious: boolean;
  /** The windows that rest on it now. */
  readonly windows: readonly Window[];
};

/** Corrects a letter; null takes back every correction of it. */
export const correctLetter = async (
  ports: ReplanPorts,
  wanted: string,
  correction: Correction | null,
): Promise<Corrected | Problem> => {
  const { ledger } = ports;
  const letter = await chooseLetter(ledger, wanted);
  if (typeof letter === "string") return { ok: false, problem: letter };
  const said =
    correction === null
      ? await takeBack(ledger, (each) => each.what === "corrected" && each.letterId === letter.id)
      : ({ what: "corrected", letterId: letter.id, correction } as const);
  if (said === null) return { ok: false, problem: `you corrected nothing of letter ${letter.id}` };
  await speak(ports, { said: [said], mailbox: letter.mailbox, letters: [letter] });
  const now = (await ledger.letter(letter.id)) ?? letter;
  const standing = correctionsOf(await ledger.words()).get(letter.id) ?? null;
  const trust = now.finding === null ? null : correct(now.finding, standing ?? undefined).trust;
  return {
    ok: true,
    letter: now,
    correction: standing,
    suspicious: trust === "suspicious" && standing?.notMine !== true,
    windows: await windowsOn(ports, now),
  };
};

const windowsOn = async (ports: ReplanPorts, { id, filing }: StoredLetter): Promise<readonly Window[]> => {
  if (filing === null) return [];
  const { timeZone } = await planningFor(ports, filing.caseId);
  const windows = windowsOf(await ports.ledger.events(filing.caseId), timeZone, ports.clock.now());
  return windows.filter(({ openedBy }) => openedBy === `letter:${id}`);
};

export type Trusted = { readonly ok: true; readonly address: string; readonly letterIds: readonly string[] };

type TrustPorts = ReplanPorts & Pick<JudgePorts, "reading">;

/** Believes what somebody forwards from now on, or (undo) no more; their earlier forwards are judged again. */
export const trust = async (
  ports: TrustPorts,
  address: string,
  undo: boolean,
): Promise<Trusted | Problem> => {
  const said = undo
    ? await takeBack(ports.ledger, (each) => each.what === "trusted" && each.address === address)
    : ({ what: "trusted", address } as const);
  if (said === null) return { ok: false, problem: `you did not trust "${address}" by this command` };
  await speak(ports, { said: [said], mailbox: "" });
  const letterIds = await judgeAgain({ ...ports, unplanned: nothingUnplanned() }, ({ forwardedBy }) =>
    isListed(forwardedBy ?? "", [address]),
  );
  await replanAll(ports);
  return { ok: true, address, letterIds };
};
