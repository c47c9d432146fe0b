import { inert } from "../domain/wording/quote.ts";

/** Where a command reads from and prints to: `process` itself, or streams of a test. */
export type Io = {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
};

/** `isTTY` is true on a terminal. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };

/**
 * The same streams, on which nothing that others wrote can command the terminal: a subject may hold sequences that clear the
 * screen, hide what follows, or type. Of our own only the colours of `paint` get through; who draws asks for `terminalOf`.
 */
export const guarded = ({ stdin, stdout, stderr }: Io): Io => ({
  stdin,
  stdout: guardedOutput(stdout),
  stderr: guardedOutput(stderr),
});

/** The stream behind a guarded one. */
export const terminalOf = (output: Output): Output => behind.get(output) ?? output;

const behind = new WeakMap<Output, Output>();

const guardedOutput = (output: Output): Output => {
  const write = (text: string): boolean => output.write(withoutCommands(text, output.isTTY === true));
  const guard = new Proxy(output, {
    get: (target, key) => {
      if (key === "write") return write;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  behind.set(guard, output);
  return guard;
};

/** Bold, dim, and colours of the foreground: none of them hides anything. */
// oxlint-disable-next-line no-control-regex
const colour = /(\u001B\[(?:[0-2]|22|3[1-69])m)/u;

const withoutCommands = (text: string, hasColours: boolean): string =>
  hasColours
    ? text
        .split(colour)
        .map((part, index) => (index % 2 === 1 ? part : inert(part)))
        .join("")
    : inert(text);
