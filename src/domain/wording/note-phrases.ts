/** What a language has to say in notes: of letters that are not recognised, and of those that may be false. */

import type { ReasonCode } from "./reasons.ts";

export type NotePhrases = {
  /** Where everything is listed. */
  readonly list: string;
  readonly why: string;

  readonly unknown: {
    /** One is named by its subject. */
    readonly subject: (count: number, quoted: string) => string;
    readonly subjectOld: (count: number) => string;
    readonly lead: (count: number) => string;
    readonly leadOld: string;
    readonly label: (count: number) => string;
    readonly line: (quoted: string, moment: string, folder: string, verified: boolean) => string;
    readonly more: (count: number) => string;
    readonly advice: string;
    readonly labelOld: string;
    readonly old: (count: number, newest: string) => string;
  };

  readonly suspicious: {
    readonly subject: (count: number) => string;
    readonly lead: (count: number) => string;
    readonly label: (quoted: string) => string;
    readonly came: (sender: string, moment: string, folder: string) => string;
    readonly reason: (reason: string) => string;
    readonly reasons: Readonly<Record<ReasonCode, (detail: string) => string>>;
    readonly wouldEnd: (ends: readonly string[]) => string;
    /** What closes at one moment. */
    readonly end: (names: readonly string[], moment: string, over: boolean) => string;
    readonly correct: (command: string) => string;
    readonly more: (count: number) => string;
    readonly labelOld: string;
    readonly old: (count: number) => string;
    readonly labelGenuine: string;
    /** docs/domain.md sections 2 and 6. */
    readonly genuine: readonly string[];
  };
};
