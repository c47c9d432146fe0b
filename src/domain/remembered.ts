/** Many rules ask the same of one letter, of its subject, its text and parts of it in turn: the last few answers are kept. */
export const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const kept: Answer<T>[] = [];
  return (text) => {
    const at = kept.findIndex((answer) => answer.text === text);
    if (at === 0) return kept[0]!.answer;
    const [found] = at < 0 ? [{ text, answer: read(text) }] : kept.splice(at, 1);
    kept.unshift(found!);
    if (kept.length > few) kept.pop();
    return found!.answer;
  };
};

const few = 4;

type Answer<T> = { readonly text: string; readonly answer: T };

/**
 * IRCC's letters are made of the same sentences: the answers for many of them are kept, and forgotten all at once. The
 * texts are kept with them: they should be `interned`, or come from such; else `rememberedPieces` is for them.
 */
export const rememberedEach = <T>(read: (text: string) => T, most = 2_000): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longestKept) return read(text);
    const before = answers.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
};

/** In characters: what is longer is no sentence of a letter's. */
const longestKept = 500;

/** The same text by itself: a piece of a text is a view of it in V8, and would keep the whole in memory. */
export const interned = rememberedEach((text): string => `${JSON.parse(JSON.stringify(text))}`);

/** `rememberedEach` for what may be a piece of a longer text. */
export const rememberedPieces = <T>(read: (text: string) => T): ((text: string) => T) => {
  const readEach = rememberedEach(read);
  return (text) => (text.length > longestKept ? read(text) : readEach(interned(text)));
};

/** What follows from a list that nobody alters: worked out once for the very same list. */
export const rememberedOf = <K extends object, T>(read: (list: K) => T): ((list: K) => T) => {
  const answers = new WeakMap<K, { readonly answer: T }>();
  return (list) => {
    const found = answers.get(list) ?? { answer: read(list) };
    answers.set(list, found);
    return found.answer;
  };
};
