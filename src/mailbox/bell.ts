/** Rung by whoever has news; a ring that nobody waited for is heard by the next who waits. */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  get rung(): boolean {
    return this.#rung;
  }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves at the next ring, at once where it rang already, or after `ms` milliseconds. */
  async wait(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, this.#rung ? 0 : ms);
    });
    clearTimeout(timer);
    this.#wake = null;
    this.#rung = false;
  }
}
