/** One line that is written over and over while something takes time; nothing where nobody watches. */

import type { Io } from "./io.ts";

export const progressLine = ({ stderr }: Io) => {
  const onTerminal = "isTTY" in stderr && stderr.isTTY === true;
  return {
    show: (message: string): void => void (onTerminal && stderr.write(`\r\u001B[K${message}…`)),
    end: (): void => void (onTerminal && stderr.write("\r\u001B[K")),
  };
};
