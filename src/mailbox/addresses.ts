/** Addresses of a header field (RFC 5322 section 3.4). */

import { domainToASCII } from "node:url";
import type { parseAddressHeader } from "mailparser";
import type { Address } from "../domain/letter.ts";
import { rememberedPieces } from "../domain/remembered.ts";

/** Reads a field's value. IRCC writes from a few addresses, to the same person. */
export const addressReader = (parse: typeof parseAddressHeader): ((field: string) => readonly Address[]) => {
  const read = rememberedPieces((field) => parse([field], options).value.flatMap(readAddress));
  return (field) => read(field.slice(0, longest));
};

/** Characters of a field that are read; groups within groups take time. */
const longest = 100_000;

/** The domain stays in ASCII (RFC 5890), so that a look-alike letter cannot pass for its model. */
const options = { flatten: false, decodePunycode: false };

type Parsed = { readonly name: string; readonly address?: string; readonly group?: readonly Parsed[] };

/** Who has no name of their own has that of their group, which is what programs show. */
const readAddress = ({ name, address, group }: Parsed): Address[] => {
  if (group !== undefined)
    return group.flatMap(readAddress).map((each) => (each.name === "" ? { ...each, name } : each));
  return address ? [{ name, address: normalize(address) }] : [];
};

const normalize = (address: string): string => {
  const at = address.lastIndexOf("@");
  if (at < 0) return address.toLowerCase();
  const domain = address.slice(at + 1).replace(/\.$/, "");
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`.toLowerCase();
};
