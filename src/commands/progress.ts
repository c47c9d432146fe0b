/** One line that is written over and over while something takes time; nothing where nobody watches. */

import { inert } from "../domain/wording/quote.ts";
import { type Io, terminalOf } from "./io.ts";

export const progressLine = (io: Io) => {
  const stderr = terminalOf(io.stderr);
  const onTerminal = "isTTY" in stderr && stderr.isTTY === true;
  return {
    show: (message: string): void => void (onTerminal && stderr.write(`\r\u001B[K${inert(message)}…`)),
    end: (): void => void (onTerminal && stderr.write("\r\u001B[K")),
  };
};
