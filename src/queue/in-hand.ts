/** A letter that comes while no other is being judged: it is judged while the queue still carries its job. */

type Judge = (letterId: string) => Promise<void>;

/**
 * Its way through Redis and back takes longer than half of the judging. The job comes all the same, finds its letter in
 * hand and ends as that does: what failed is tried again, and what a dead process had in hand is still in the queue.
 */
export class InHand {
  readonly #judge: Judge;
  #hand: { readonly letterId: string; readonly done: Promise<void> } | null = null;
  #isWorking = false;
  #isClosed = false;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  /** A job for this letter is on its way. Nothing is begun beside another letter: each finds the case as the one before left it. */
  begin(letterId: string): void {
    if (this.#hand !== null || this.#isWorking || this.#isClosed) return;
    const done = this.#judge(letterId);
    done.catch(() => undefined); // the job tells
    this.#hand = { letterId, done };
  }

  /** The job came: ends, or fails, as the judging does. */
  async finish(letterId: string): Promise<void> {
    const hand = this.#hand;
    this.#isWorking = true;
    try {
      if (hand?.letterId === letterId) return await hand.done;
      await hand?.done.catch(() => undefined); // another's, whose job is late or lost
      await this.#judge(letterId);
    } finally {
      this.#hand = null;
      this.#isWorking = false;
    }
  }

  /** What is in hand comes to its end, and nothing more is begun. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#hand?.done.catch(() => undefined);
  }
}
