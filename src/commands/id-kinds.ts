/** What a shell may be offered by name, where somebody presses Tab. */
export const idKinds = ["letters", "cases", "mailboxes"] as const;
export type IdKind = (typeof idKinds)[number];
