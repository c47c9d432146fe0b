/**
 * What mail providers answer when they refuse, what it means and what to do: one table for reading and sending alike.
 * Each row cites where the answer was seen. An answer that is not in it is shown as it came.
 */

import type { ProviderRefusal } from "./refusals/row.ts";
import { secrets } from "./refusals/secrets.ts";
import { settings } from "./refusals/settings.ts";
import { throttles } from "./refusals/throttles.ts";

export type { ProviderRefusal } from "./refusals/row.ts";

export const providerRefusals: readonly ProviderRefusal[] = [...secrets, ...settings, ...throttles];

/** The row of a server's answer; undefined where it is not known. `answer` may have several lines. */
export const refusalIn = (answer: string, host: string): ProviderRefusal | undefined => {
  const text = onOneLine(answer).toLowerCase();
  return providerRefusals.find(
    ({ says, from }) =>
      (from === undefined || from.some((name) => host === name || host.endsWith(`.${name}`))) &&
      says.some((words) => text.includes(words)),
  );
};

/** SMTP repeats its codes on each line (RFC 5321 section 4.2.1), in the middle of what it says. */
const onOneLine = (answer: string): string =>
  answer
    .split(/\r?\n/u)
    .map((line, index) =>
      index === 0 ? line : line.replace(/^\d{3}[- ]/u, "").replace(/^\d\.\d\.\d{1,3}\s/u, ""),
    )
    .join(" ")
    .replaceAll(/\s+/gu, " ");
