/** One at a time: what is asked and then done must not be asked by another in between. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Waits for those before; what fails keeps nobody from their turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return await mine;
  }
}
