/**
 * Many rules ask the same of one letter, of its subject, its text and parts of it in turn: the last few answers are kept.
 * So they are of a list that nobody alters, as long as it is the very same one.
 */
export const remembered = <T, K = string>(read: (of: K) => T): ((of: K) => T) => {
  const kept: Answer<T, K>[] = [];
  return (of) => {
    const at = kept.findIndex((answer) => answer.of === of);
    if (at === 0) return kept[0]!.answer;
    const [found] = at < 0 ? [{ of, answer: read(of) }] : kept.splice(at, 1);
    kept.unshift(found!);
    if (kept.length > few) kept.pop();
    return found!.answer;
  };
};

const few = 4;

type Answer<T, K> = { readonly of: K; readonly answer: T };

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
