/** Who wrote a message, in a way that nobody can read as two (RFC 5322 section 3.6.2). */

import type { Doubted } from "./doubt.ts";
import type { Message } from "./letter.ts";
import { domainOf, isGovernmentAddress, isGovernmentDomain } from "./sender.ts";

/** What is wrong with the From of a message; null where it names one author and no other. */
export const authorProblem = ({ headers, from }: Pick<Message, "headers" | "from">): Doubted | null => {
  const fields = headers.filter(({ name }) => name === "from");
  const [author] = from;
  if (from.length > 1 || fields.length > 1)
    return nobody("it names more than one author (From), which no letter does");
  if (author === undefined) return nobody("it names no author (From)");
  if (isNobodys(fields[0]?.value ?? ""))
    return nobody("its author's address stands in the name alone (From)");
  if (isGovernmentAddress(author.address) && !wellFormed.test(author.address))
    return nobody(`its author's address is not one: ${author.address}`);
  const other = otherDomain(fields[0]?.value ?? "", domainOf(author.address));
  return other === undefined
    ? null
    : { code: "shownName", detail: other, why: `its From shows another address too, at ${other}` };
};

const nobody = (why: string): Doubted => ({ code: "authors", detail: "", why });

/** `ircc@cic.gc.ca <>`, or an address within quotation marks alone: programs show a sender where there is none. */
const isNobodys = (field: string): boolean => {
  // A name of ten thousand letters may stand before it.
  const bare = field.slice(0, 100_000).replaceAll(/"(?:[^"\\]|\\.)*"/g, "");
  return field !== "" && (/<\s*>/.test(bare) || !bare.includes("@"));
};

/** One @, and a domain of whole labels, in ASCII by now. */
const wellFormed =
  /^[^\s@\p{C}]{1,200}@(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,20}[a-z][a-z0-9-]{0,62}$/u;

/** In a comment, a route, a second pair of brackets: programs differ in which address they believe. */
const otherDomain = (field: string, own: string): string | undefined =>
  [...field.slice(0, longest).matchAll(/@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20})/gi)]
    .map(([, domain = ""]) => domain.toLowerCase())
    .find((domain) => domain !== own && !isGovernmentDomain(domain));

const longest = 4_000;
