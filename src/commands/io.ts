/** Where a command reads from and prints to: `process` itself, or streams of a test. */
export type Io = {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
};

/** `isTTY` is true on a terminal. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };
