/** A template tag that escapes: a text cannot become markup, whatever it holds. */

class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type { Markup };

/** Our own source, taken as it stands. Never for a text that came from anywhere else. */
export const asIs = (source: string): Markup => new Markup(source);

type Value = string | Markup | readonly Markup[] | null;

/** Text is escaped, markup stands as it is, a list is joined, null is nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(parts.reduce((source, part, index) => source + render(values[index - 1] ?? null) + part));

const render = (value: Value): string => {
  if (value === null) return "";
  if (typeof value === "string") return escape(value);
  return value instanceof Markup ? value.source : value.map(({ source }) => source).join("");
};

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
