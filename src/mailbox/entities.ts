/** Character references of HTML, as far as an address can hide behind them. */

export const decodeEntities = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(reference, (whole, hex, decimal, name) => toCharacter(hex, decimal, name) ?? whole)
    : text;

/** Browsers read a number without its semicolon too. */
const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,10}(?=;)));?/gi;

const toCharacter = (hex?: string, decimal?: string, name?: string): string | undefined => {
  if (name !== undefined) return named[name.toLowerCase()];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10_ff_ff ? undefined : String.fromCodePoint(code);
};

const named: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: "\u00A0",
  tab: "\t",
  newline: "\n",
  colon: ":",
  sol: "/",
  bsol: "\\",
  period: ".",
  commat: "@",
  hyphen: "-",
  dash: "-",
  lowbar: "_",
  quest: "?",
  equals: "=",
  num: "#",
  percnt: "%",
  shy: "",
  zwj: "",
  zwnj: "",
};
