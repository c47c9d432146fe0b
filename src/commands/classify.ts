import type { Io } from "./io.ts";

export const classify = async (
  _files: readonly string[],
  _options: { readonly json: boolean },
  _io: Io,
): Promise<number> => {
  throw new Error("landfall classify: not there yet");
};
