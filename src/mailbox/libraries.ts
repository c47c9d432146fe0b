/** The packages that take a message apart: loading them takes time that a start does not have. */

import { loaded } from "../flow/failures.ts";
import { addressReader } from "./addresses.ts";

/** Loaded when the first message is read; asking again costs next to nothing. */
export const libraries = async () => {
  loading ??= load();
  try {
    return await loading;
  } catch (error) {
    loading = undefined; // the next message asks again
    throw error;
  }
};

const load = async () => {
  const [{ MailParser, parseAddressHeader }, { default: libmime }, { convert }] = await loaded(
    Promise.all([import("mailparser"), import("libmime"), import("html-to-text")]),
  );
  return { MailParser, addressesIn: addressReader(parseAddressHeader), libmime, convert };
};

let loading: ReturnType<typeof load> | undefined;
