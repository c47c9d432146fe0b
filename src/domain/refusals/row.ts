/** One answer of a provider that refuses. */

export type ProviderRefusal = {
  /** As the source shows it; `…` stands for what differs each time. */
  readonly answer: string;
  /** What is looked for in an answer, in lower case; one of them is enough. */
  readonly says: readonly string[];
  /** Only from these hosts, by their last labels; absent: from any. */
  readonly from?: readonly string[];
  /**
   * `secret`: the password is not the one that is wanted. `setting`: something has to be done at the provider, whatever
   * the password. `later`: no time for us now, and no judgement of the password.
   */
  readonly means: "secret" | "setting" | "later";
  /** What happened. */
  readonly what: string;
  /** What to do; null where there is nothing to do but to wait. */
  readonly todo: string | null;
  /** Not tried again before; absent: as soon as anything else. */
  readonly waitMinutes?: number;
  readonly source: string;
};
