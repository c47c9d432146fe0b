/** Authentication-Results header fields (RFC 8601 section 2.2). */

/** `authservId` is null where the field names none (Outlook.com). Methods and results are in lower case. */
export type AuthenticationResults = {
  readonly authservId: string | null;
  readonly results: readonly MethodResult[];
};

/** One method's result; `properties` as `ptype.property` → value, in lower case. */
export type MethodResult = {
  readonly method: string;
  readonly result: string;
  readonly properties: Readonly<Record<string, string>>;
};

/** Reads one field. Every result is kept, a method may have several. */
export const readAuthenticationResults = (value: string): AuthenticationResults => {
  const sections = split(value.slice(0, longest));
  const [first = [], ...rest] = sections;
  const named = first[0] !== undefined && !first[0].includes("=");
  return {
    authservId: named ? (first[0] ?? null) : null,
    results: (named ? rest : sections).flatMap(readResult),
  };
};

const longest = 10_000;

const readResult = ([head = "", ...rest]: readonly string[]): MethodResult[] => {
  const { method, result } =
    /^(?<method>[a-z0-9-]+)(?:\/\d+)?=(?<result>[a-z0-9-]+)$/.exec(head)?.groups ?? {};
  if (method === undefined || result === undefined) return [];
  const properties = rest.flatMap((word) => {
    const at = word.indexOf("=");
    // Some put an address in brackets.
    return at > 0 ? [[word.slice(0, at), word.slice(at + 1).replace(/^<(.*)>$/, "$1")] as const] : [];
  });
  return [{ method, result, properties: Object.fromEntries(properties) }];
};

/**
 * Sections between semicolons, each as its words in lower case. Comments are dropped; quoted strings
 * lose their quotes and may hold spaces and semicolons. White space around "=" is allowed.
 */
const split = (value: string): string[][] => {
  const sections: string[][] = [[]];
  let word = "";
  const endWord = (): void => {
    if (word !== "") sections.at(-1)?.push(word);
    word = "";
  };
  for (const token of tokens(value)) {
    if (token.startsWith('"')) word += token.slice(1, -1).replaceAll(/\\(.)/g, "$1").toLowerCase();
    else if (token.trim() === "") endWord();
    else if (token === ";") {
      endWord();
      sections.push([]);
    } else word += token.toLowerCase();
  }
  endWord();
  return sections;
};

const tokens = (value: string): readonly string[] =>
  uncommented(value)
    .replaceAll(/\s{0,9}=\s{0,9}/g, "=")
    .match(/"(?:[^"\\]|\\.)*"|;|\s+|[^";\s]+|"/g) ?? [];

/** Drops comments, which nest, unless their parenthesis stands in a quoted string. */
const uncommented = (value: string): string => {
  let [bare, depth] = ["", 0];
  for (const piece of value.match(/"(?:[^"\\]|\\.)*"|\\.|[()]|[^"\\()]+|["\\]/g) ?? []) {
    if (piece === "(") depth += 1;
    else if (piece === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += piece;
  }
  return bare.trim();
};
