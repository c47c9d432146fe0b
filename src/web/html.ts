/** HTML from templates: whatever is put into one is escaped, unless it is HTML itself. */

import { inert } from "../domain/wording/quote.ts";

export type Html = { readonly html: string };

/** What may stand in a template; nothing stands for nothing. */
type Value = string | number | Html | null | false | readonly Value[];

export const html = (texts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: texts.map((text, index) => text + render(values[index] ?? null)).join(""),
});

const render = (value: Value): string => {
  if (value === null || value === false) return "";
  if (isList(value)) return value.map(render).join("");
  return typeof value === "object" ? value.html : escape(String(value));
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const escape = (text: string): string => inert(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
