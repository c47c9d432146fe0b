/** Which elements the style sheets of an HTML mail hide: by one class or id alone, and whatever the screen. */

/** What a style says, the last word on each property. */
export type Declarations = ReadonlyMap<string, string>;

export type HidingRules = {
  /** True if a rule hides elements of this name and these attributes. */
  readonly hide: (name: string, attributes: ReadonlyMap<string, string>) => boolean;
};

export const hidingRules = (html: string): HidingRules => {
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const { selectors, body, isConditional } of rulesOf(sheetsIn(html))) {
    const style = declarationsOf(body);
    const isHiding = style.get("display") === "none" || style.get("visibility") === "hidden";
    if (!isHiding && !style.has("display") && !style.has("visibility")) continue;
    const each = selectors.toLowerCase().split(",", mostSelectors);
    if (!isHiding)
      for (const one of each.flatMap((selector) => selector.match(anySimple) ?? [])) shown.add(one);
    else if (!isConditional) for (const one of each) hidden.add(one.trim());
  }
  // What another rule shows, on a small screen say, is seen by somebody.
  const hiding = new Set(
    [...hidden].filter((selector) => simple.test(selector) && !shown.has(selector.replace(/^[a-z\d]+/, ""))),
  );
  return {
    hide: (name, attributes) =>
      hiding.size > 0 &&
      selectorsOf(attributes).some(
        (selector) => hiding.has(selector) || hiding.has(name.toLowerCase() + selector),
      ),
  };
};

/** Property and value, in lower case; one that is important wins. */
export const declarationsOf = (style: string): Declarations => {
  const said = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of withoutComments(style).toLowerCase().split(";", mostDeclarations)) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim();
    const [value = "", ...marks] = declaration.slice(colon + 1, colon + longestValue).split("!");
    const isImportant = marks.some((mark) => mark.trim() === "important");
    if (important.has(property) && !isImportant) continue;
    if (isImportant) important.add(property);
    said.set(property, value.trim());
  }
  return said;
};

const mostDeclarations = 200;
const longestValue = 200;

type Rule = {
  readonly selectors: string;
  readonly body: string;
  /** In a block of another, such as `@media`. */
  readonly isConditional: boolean;
};

/** Blocks end with "}": what stands before that is a rule, perhaps the first one of a block around it. */
const rulesOf = (css: string): readonly Rule[] => {
  const rules: Rule[] = [];
  let depth = 0;
  for (const piece of css.split("}", mostRules)) {
    const blocks = piece.split("{");
    depth += blocks.length - 1;
    const [selectors = "", body] = blocks.slice(-2);
    if (body !== undefined) rules.push({ selectors, body, isConditional: depth > 1 });
    depth = Math.max(0, depth - 1);
  }
  return rules;
};

const mostRules = 2_000;
const mostSelectors = 50;
const simple = /^[a-z\d]{0,20}[.#][\w-]{1,60}$/;
const anySimple = /[.#][\w-]{1,60}/g;

const selectorsOf = (attributes: ReadonlyMap<string, string>): readonly string[] => {
  const classes = (attributes.get("class") ?? "").toLowerCase().split(/\s+/, mostSelectors);
  const id = attributes.get("id")?.toLowerCase();
  return [
    ...classes.filter(Boolean).map((name) => `.${name}`),
    ...(id === undefined ? [] : [`#${id.trim()}`]),
  ];
};

const sheetsIn = (html: string): string => {
  const [, ...sheets] = html.slice(0, longestStyled).split(/<style(?=[\s>])/i, mostSheets);
  return withoutComments(
    sheets
      .map((rest) => rest.split(/<\/style/i, 1)[0] ?? "")
      .map((rest) => rest.slice(rest.indexOf(">") + 1).replaceAll(/<!--|-->/g, ""))
      .join("\n"),
  );
};

const longestStyled = 300_000;
const mostSheets = 50;

const withoutComments = (css: string): string =>
  css
    .split("/*")
    .map((piece, at) => (at === 0 ? piece : afterComment(piece)))
    .join("");

/** What never ends is a comment to the end. */
const afterComment = (piece: string): string => {
  const end = piece.indexOf("*/");
  return end < 0 ? "" : piece.slice(end + 2);
};
