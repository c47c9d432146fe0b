import type { Log } from "../../src/flow/ports.ts";

/** A log that can be read, and waited on. */
export class ReadableLog implements Log {
  readonly lines: string[] = [];
  readonly #waiting = new Set<() => void>();

  debug = (fields: object, message: string): void => this.#add(fields, message);
  info = (fields: object, message: string): void => this.#add(fields, message);
  warn = (fields: object, message: string): void => this.#add(fields, message);
  error = (fields: object, message: string): void => this.#add(fields, message);

  /** Resolves once `count` lines hold `text`. */
  async said(text: string, count = 1): Promise<void> {
    while (this.lines.filter((line) => line.includes(text)).length < count)
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  #add(fields: object, message: string): void {
    this.lines.push(`${message} ${JSON.stringify(fields, errorsAsText)}`);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

const errorsAsText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? String(value) : value;
