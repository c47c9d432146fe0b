/** `landfall set copr-valid-until DATE`: the day on a CoPR, which no e-mail gives. */

import { datedMoment as when } from "../domain/wording/moments.ts";
import { tellCopr, type Answer } from "../flow/tell.ts";
import type { Io } from "./io.ts";
import { windowJson } from "./present.ts";
import { withLedger, type WordConfig } from "./with-ledger.ts";

export type SetOptions = {
  /** The last minute of the CoPR; null takes back what was set before. */
  readonly until: Date | null;
  readonly case?: string | undefined;
  readonly json: boolean;
};

export const set = async (config: WordConfig, options: SetOptions, io: Io): Promise<number> => {
  const { until } = options;
  const answer = await withLedger<Answer>(config, async (ports) =>
    tellCopr(ports, { caseId: options.case, until }),
  );
  if (!answer.ok) {
    io.stderr.write(`landfall set copr-valid-until: ${answer.problem}\n`);
    return 1;
  }
  const { timeZone } = config.planning;
  const window = answer.window === undefined ? null : windowJson(answer.window, timeZone);
  const text = options.json
    ? JSON.stringify({ case: answer.record.id, task: "land", window })
    : sentence(answer.window?.closesAt ?? null, timeZone);
  io.stdout.write(`${text}\n`);
  return 0;
};

const sentence = (closesAt: Date | null, timeZone: string): string =>
  closesAt === null
    ? "Noted: no date of a CoPR is known any more."
    : `Noted: the CoPR is valid until ${when(closesAt, timeZone)}. Landfall reminds you to land before it ends.`;
