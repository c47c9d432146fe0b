/** What no line for the operator may hold, in whoever's words it came: addresses, tokens, and what may be one. */

/** RFC 5322 addresses, also those of Message-IDs and of users in URLs. */
const address = /[^\s"'<>()[\],;:\\@/]{1,64}@[^\s"'<>()[\],;:\\@/]{1,253}/g;
/** What stands behind a word that says what it is: "Bearer …", "token=…". */
const named = /\b(bearer\s|(?:token|password|secret|code|key)=)[^\s"'<>,;&]{6,}/gi;

export const scrub = (text: string): string =>
  text.replaceAll(address, "[address]").replaceAll(named, "$1[hidden]");

/** A line between us and a mail server: its shape is kept, and nothing that anybody wrote. */
export const scrubProtocol = (line: string): string =>
  scrub(line)
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replaceAll(/[A-Za-z0-9+/=_-]{24,}/g, "[hidden]");
