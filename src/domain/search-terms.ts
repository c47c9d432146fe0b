/** What a first look back asks the server to search for. Apart from what judges, which is loaded while the server searches. */

import { subjectFragments } from "./phrases.ts";

/** ASCII, each term a substring of a header field. */
export const searchTerms = {
  from: ["gc.ca", "canada.ca", "mailer-daemon"],
  to: ["gc.ca", "canada.ca"],
  subject: subjectFragments,
} as const;

type Person = { readonly ownAddresses: readonly string[]; readonly trustedForwarders: readonly string[] };

/** The same, for a person: whatever a trusted forwarder or they themselves sent may be a letter of any subject. */
export const searchTermsFor = ({ ownAddresses, trustedForwarders }: Person) => ({
  ...searchTerms,
  from: [...new Set([...searchTerms.from, ...trustedForwarders, ...ownAddresses])],
});
