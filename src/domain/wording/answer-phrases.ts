/** What the confirmation of an answer says. The same keys in every language; a missing one does not compile. */

export type AnswerPhrases = {
  readonly subject: Readonly<Record<"done" | "undo" | "snooze" | "stop", (names: string) => string>>;
  readonly lead: Readonly<Record<"done" | "undo" | "stop", string>>;
  /** Of an undo after "stop" or "later": nobody said that anything was done. */
  readonly again: { readonly subject: (names: string) => string; readonly lead: string };
  /** When the next reminder comes; `cut`: sooner than was asked for. */
  readonly later: (moment: string, cut: boolean) => string;
  /** Nothing is to come that could be put off. */
  readonly notLater: {
    readonly subject: (names: string) => string;
    /** The last reminder before closing has gone out. */
    readonly last: string;
    readonly closed: string;
  };
  readonly which: string;
  readonly whichSubject: string;
  readonly unknown: string;
  readonly unknownSubject: string;
  /** Of an e-mail that asks for no answer. */
  readonly unasked: string;
  /** No more notes that something is waited for. */
  readonly quiet: { readonly subject: string; readonly lead: string };
  readonly resumed: { readonly subject: string; readonly lead: string };
  /** Above the lines that can be answered. */
  readonly say: string;
  readonly why: string;
};
