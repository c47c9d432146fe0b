/** The packages that take a message apart: loading them takes time that a start does not have. */

import { loaded } from "../flow/failures.ts";
import { onceLoaded } from "../once.ts";
import { addressReader } from "./addresses.ts";

/** Loaded when the first message is read; asking again costs next to nothing. */
export const libraries = onceLoaded(async () => {
  const [{ MailParser, parseAddressHeader }, { default: libmime }, { convert }] = await loaded(
    Promise.all([import("mailparser"), import("libmime"), import("html-to-text")]),
  );
  return { MailParser, addressesIn: addressReader(parseAddressHeader), libmime, convert };
});
