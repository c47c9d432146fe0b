/**
 * What others wrote, made safe to stand in our own e-mail: one line, bounded, and dead.
 *
 * Mail clients turn anything that looks like an address into a link, in plain text too. A forger who
 * chooses a subject must not get a link into a mail that the person trusts, so nothing in a quote
 * looks like an address: dots inside words become "·", and a colon after a word gets a space.
 */

const longest = 120;

/** Control, format (bidi, zero-width), private and unassigned characters, and odd line ends. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]+/gu;
/** The full stops that IDNA takes for label separators (RFC 3490 section 3.1), and look-alikes NFKC makes one. */
const dotInWord = /(?<=\S)[.\u3002\uFF0E\uFF61\u2024\uFE52](?=\S)/gu;
const colonInWord = /(?<=\p{L}[\p{L}\p{N}+\-·]*)[:\uFF1A\uFE55](?=\S)/gu;

/** At most `limit` characters (code points) of the text, on one line, with nothing in it to click on. */
export const quote = (text: string, limit: number = longest): string => {
  return oneLine(text, limit).replace(dotInWord, "·").replace(colonInWord, ": ");
};

/** What the person wrote themselves: visible characters on one line, bounded, else as it is. */
export const oneLine = (text: string, limit: number = longest): string =>
  shorten(text.replace(invisible, " ").replace(/\s+/gu, " ").trim(), limit);

/**
 * What others wrote, for a terminal, a log or a page: whatever a terminal would obey, or what turns the direction of
 * writing, is spelt out as JSON spells it (\\u001b). Line ends and tabs stay. JSON stays the JSON that it is.
 */
export const inert = (text: string): string =>
  commanding.test(text) ? text.replaceAll(commands, spelt) : text;

const commanding = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;
const commands = /[^\P{Cc}\n\r\t]|\r(?!\n)|\p{Bidi_Control}/gu;

const spelt = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** An address of IRCC may stand as it is written; any other is quoted. */
export const quoteAddress = (address: string): string =>
  /^[\w.+-]+@([\w-]+\.)*cic\.gc\.ca$/u.test(address) ? address : quote(address);

const shorten = (line: string, limit: number): string => {
  const characters = Array.from(line);
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
};
