/** What a language has to say in notes: of letters not recognised or false, of waiting, of the week, of the mailbox. */

import type { Stage } from "../milestones.ts";
import type { Awaited } from "../waiting.ts";
import type { DoubtCode } from "../doubt.ts";

export type NotePhrases = {
  /** Where everything is listed. */
  readonly list: string;
  /** Why it came, and how to turn it off. */
  readonly why: Readonly<Record<"letters" | "waiting" | "week" | "mailbox" | "day", string>>;

  readonly unknown: {
    /** Without a word of the letter. */
    readonly news: string;
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
    readonly reasons: Readonly<Record<DoubtCode, (detail: string) => string>>;
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
  /** docs/domain.md section 4: what is usual, what to check, and the official way to ask. */
  readonly waiting: Readonly<Record<Awaited, WaitPhrases>> & {
    readonly labelUsual: string;
    readonly labelCheck: string;
    readonly labelAsk: string;
    /** A first sentence, and that it is no reason for alarm. */
    readonly calm: (lead: string) => string;
    readonly ofCase: (lead: string, label: string) => string;
    readonly cardCame: (command: string) => string;
    /** What to write back. */
    readonly answer: string;
    readonly answerCard: string;
    readonly cardButton: string;
  };

  readonly week: {
    readonly subject: (open: number, firstEnd: string | null) => string;
    readonly lead: string;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly window: (name: string, moment: string | null, left: string | null) => string;
    readonly nothingOpen: string;
    /** Where nothing is open. */
    readonly subjectMissed: (missed: number) => string;
    /** Time ran out before it was said to be done. */
    readonly missed: (name: string, moment: string) => string;
    readonly labelSelf: string;
    readonly lastLook: (moment: string) => string;
    readonly neverLooked: string;
    readonly sent: (count: number) => string;
    readonly next: (moment: string) => string;
  };

  readonly held: {
    readonly subject: (count: number) => string;
    readonly lead: (cap: number) => string;
    readonly label: string;
    readonly line: (names: string, label: string | null) => string;
    readonly advice: string;
  };

  readonly outage: {
    readonly subject: (lasted: string) => string;
    readonly lead: (since: string) => string;
    readonly labelReason: string;
    readonly noReason: string;
    readonly labelDo: string;
    readonly steps: readonly string[];
    readonly open: (count: number) => string;
    /** In the place of subject, lead and steps where only a new sign-in helps. */
    readonly signIn: { readonly subject: string; readonly lead: string; readonly step: string };
  };
};

type WaitPhrases = {
  readonly subject: (days: number) => string;
  readonly lead: (since: string) => string;
  readonly usual: readonly string[];
  readonly check: readonly string[];
  readonly ask: (days: number) => readonly string[];
};
