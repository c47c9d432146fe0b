/** What a case says on paper, beside what the page says already; one file a language, held to the same keys by this type. */

export type EvidenceWords = {
  readonly title: (label: string) => string;
  readonly written: (version: string, moment: string) => string;
  /** How to read it: whose word it is, which clock, what was shortened. */
  readonly about: (zone: string) => string;
  readonly windows: string;
  readonly course: string;
  readonly noMails: string;
  readonly columns: Readonly<
    Record<"when" | "what" | "proof" | "task" | "opened" | "closes" | "length" | "state" | "sent", string>
  >;
  readonly states: Readonly<Record<"open" | "done" | "closed", string>>;
  readonly endless: string;
  readonly days: (days: number, basis: "letter" | "default" | "person") => string;
  readonly letterCame: (name: string) => string;
  readonly mail: Readonly<Record<"sent" | "failed" | "dropped" | "claimed" | "planned", string>>;
  readonly details: (letter: string) => string;
  readonly said: Readonly<
    Record<"corrected" | "assigned" | "merged" | "labelled" | "trusted" | "taken back", string>
  >;
  readonly fields: Readonly<
    Record<
      | "subject"
      | "from"
      | "forwardedBy"
      | "messageId"
      | "dateField"
      | "internalDate"
      | "hops"
      | "vouchings"
      | "ownCheck"
      | "trust"
      | "seen"
      | "hash",
      string
    >
  >;
  readonly none: string;
  readonly hop: (from: string, by: string) => string;
  readonly saidBy: (server: string) => string;
  readonly ownCheck: (signers: string) => string;
  readonly hashes: string;
  readonly hashesHow: string;
};
