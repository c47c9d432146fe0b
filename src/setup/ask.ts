/** How the wizard talks: at a terminal with prompts, unattended with what was given beforehand. */

import { inert } from "../domain/wording/quote.ts";

/** One question. `initial` is what stands if the person only presses Enter; unattended it is the answer. */
export type Question = {
  /** The setting that it fills, as `.env` names it. */
  readonly name: string;
  readonly message: string;
  readonly initial?: string | undefined;
  /** What is wrong with an answer, or null. */
  readonly check?: (answer: string) => string | null;
};

export type Choice = { readonly value: string; readonly label: string };

export type Asker = {
  readonly say: (text: string) => void;
  readonly text: (question: Question) => Promise<string>;
  readonly secret: (question: Question) => Promise<string>;
  readonly choose: (question: Question, choices: readonly Choice[]) => Promise<string>;
  readonly confirm: (message: string, initial: boolean) => Promise<boolean>;
  /** False where nobody is there to try again. */
  readonly canRetry: boolean;
};

/** An answer that was not given, or is not allowed, where nobody can be asked. */
export class NotAnswered extends Error {}

/** The person pressed Ctrl-C. */
export class Interrupted extends Error {
  /** What had been written by then, null for nothing. */
  readonly written: string | null;
  constructor(written: string | null = null) {
    super("stopped");
    this.written = written;
  }
}

type Streams = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/** Prompts on a terminal. */
export const askAtTerminal = async (streams: Streams): Promise<Asker> => {
  const { confirm, input, password, select } = await import("@inquirer/prompts");
  return {
    canRetry: true,
    say: (text) => void streams.output.write(`${inert(text)}\n`),
    text: async ({ message, initial, check }) => {
      const validate = (text: string): string | true => check?.(text.trim()) ?? true;
      const basis = { message, validate, ...(initial !== undefined && { default: initial }) };
      return (await until(() => input(basis, streams))).trim();
    },
    secret: async ({ message, initial }) => {
      const kept = initial === undefined ? "" : " (Enter keeps the one you have)";
      const typed = await until(() => password({ message: `${message}${kept}`, mask: true }, streams));
      return typed === "" && initial !== undefined ? initial : typed.trim();
    },
    choose: async ({ message, initial }, choices) => {
      const named = choices.map(({ value, label }) => ({ value, name: label }));
      const basis = { message, choices: named, ...(initial !== undefined && { default: initial }) };
      return until(() => select(basis, streams));
    },
    confirm: async (message, initial) => until(() => confirm({ message, default: initial }, streams)),
  };
};

const until = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw new Interrupted();
    throw error;
  }
};

/** Nobody is asked: every answer was given, or has a default. */
export const askNobody = (output: NodeJS.WritableStream): Asker => ({
  canRetry: false,
  say: (text) => void output.write(`${inert(text)}\n`),
  text: given,
  secret: given,
  choose: given,
  confirm: async (_message, initial) => initial,
});

const given = async ({ name, message, initial, check }: Question): Promise<string> => {
  if (initial === undefined) throw new NotAnswered(`${name} is missing (${message})`);
  const problem = check?.(initial) ?? null;
  if (problem !== null) throw new NotAnswered(`${name}: ${problem}`);
  return initial;
};
