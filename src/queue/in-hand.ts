/** A letter that comes while no other waits is judged while the queue still carries its job. */

type Judge = (letterId: string) => Promise<void>;

/**
 * Its way through Redis and back takes longer than half of the judging. The job comes all the same, finds its letter in
 * hand and ends as that does: what failed is tried again.
 */
export class InHand {
  readonly #judge: Judge;
  /** Letters whose jobs are on their way or at work, in the order of the queue. */
  readonly #coming = new Set<string>();
  #hand: { readonly letterId: string; readonly done: Promise<void> } | null = null;
  #isOpen = false;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  /** The queue is empty: what lay in it from before has been judged. */
  open(): void {
    this.#isOpen = true;
  }

  /**
   * A job for this letter is on its way. Where another waits, this one takes its turn behind it: an own reply is known by the
   * letter that it answers.
   */
  begin(letterId: string): void {
    const isFirst = this.#isOpen && this.#coming.size === 0 && this.#hand === null;
    this.#coming.add(letterId);
    if (!isFirst) return;
    const done = this.#judged(letterId);
    done.catch(() => undefined); // the job tells
    this.#hand = { letterId, done };
  }

  /** Its job never reached the queue. */
  async forget(letterId: string): Promise<void> {
    this.#coming.delete(letterId);
    if (this.#hand?.letterId !== letterId) return;
    await this.#hand.done.catch(() => undefined);
    this.#hand = null;
  }

  /** The job came: ends, or fails, as the judging does. */
  async finish(letterId: string): Promise<void> {
    const hand = this.#hand;
    this.#coming.add(letterId);
    try {
      if (hand?.letterId === letterId) return await hand.done;
      await hand?.done.catch(() => undefined); // another's, whose job was lost
      await this.#judge(letterId);
    } finally {
      this.#hand = null;
      this.#passed(letterId);
    }
  }

  /** What is in hand comes to its end, and nothing more is begun. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#hand?.done.catch(() => undefined);
  }

  async #judged(letterId: string): Promise<void> {
    await this.#judge(letterId);
  }

  /** Jobs come in turn: what should have come before this one was lost, or sleeps until it is tried again. */
  #passed(letterId: string): void {
    for (const before of this.#coming) {
      this.#coming.delete(before);
      if (before === letterId) return;
    }
  }
}
