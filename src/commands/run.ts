import type { Config } from "../config.ts";
import type { Io } from "./io.ts";

export const run = async (_config: Config, _io: Io): Promise<number> => {
  throw new Error("landfall run: not there yet");
};
