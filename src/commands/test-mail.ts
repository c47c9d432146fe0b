import type { SendingConfig } from "../config.ts";
import type { Io } from "./io.ts";

export const testMail = async (_config: SendingConfig, _io: Io): Promise<number> => {
  throw new Error("landfall test-mail: not there yet");
};
