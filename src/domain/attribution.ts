/** "On … somebody wrote:", the line that programs put above what is answered. */

import { fold } from "./fold.ts";
import { type QuotedBlock, unquote } from "./quoted-block.ts";

/** "On … wrote:" and « Le … a écrit : », which may be wrapped once; Outlook's line before its block. */
export const isAttribution = (line: string, next = ""): boolean =>
  mayBegin.test(line.trim() === "" ? next : line) &&
  attribution.test(fold(`${line} ${next}`.slice(0, 400)).trim());

const mayBegin = /^\s*(?:on|le|-{3})/i;
const attribution =
  /^(?:on .{5,200} wrote ?:|le .{5,200} a .crit ?:|-{3,} ?(?:original message|message d'origine|message original))/;

/** Some forward by it: what it attributes to an author with an address. Null where there is none. */
export const findAttributed = (text: string): QuotedBlock | null => {
  const lines = text.split(/\r?\n/, mostLines);
  for (const [at, line] of lines.entries()) {
    const [wraps, parts] = read(line, lines[at + 1] ?? "");
    if (parts === null) continue;
    const below = lines.slice(at + (wraps ? 2 : 1));
    return {
      from: parts[2] ?? "",
      date: (parts[1] ?? "").trim(),
      to: "",
      subject: "",
      replyTo: "",
      before: lines.slice(0, at).join("\n"),
      text: below.map((quoted) => unquote(quoted, 1)).join("\n"),
    };
  }
  return null;
};

const read = (line: string, next: string): readonly [wraps: boolean, RegExpExecArray | null] => {
  if (!/^\s{0,9}(?:on|le) /i.test(line)) return [false, null];
  const whole = attributed.exec(line.slice(0, 400));
  return whole === null ? [true, attributed.exec(`${line} ${next}`.slice(0, 400))] : [false, whole];
};

/** When, and who; "20 févr. 2026 à 13:29" has commas in it in other languages. */
const attributed =
  /^\s{0,9}(?:on|le) ([^<>@]{6,60}), ([^<>@,]{0,80} ?<[^<>\s]{3,200}>) (?:wrote|a [ée]crit) ?:\s*$/i;

const mostLines = 5_000;
