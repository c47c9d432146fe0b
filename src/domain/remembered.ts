/** Many rules ask the same of one letter, of its subject and its text in turn: the last two answers are kept. */
export const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  let [last, other]: readonly (Answer<T> | null)[] = [null, null];
  return (text) => {
    if (last?.text !== text) {
      const found = other?.text === text ? other : { text, answer: read(text) };
      [last, other] = [found, last ?? null];
    }
    return last.answer;
  };
};

type Answer<T> = { readonly text: string; readonly answer: T };

/**
 * IRCC's letters are made of the same sentences: the answers for many of them are kept, and forgotten all at once. The
 * texts are kept with them: they should be `interned`, or come from such.
 */
export const rememberedEach = <T>(read: (text: string) => T, most = 2_000): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    const before = answers.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (text.length > longestKept) return answer;
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
};

/** In characters: what is longer is no sentence of a letter's. */
const longestKept = 500;

/** The same text by itself: a piece of a text is a view of it in V8, and would keep the whole in memory. */
export const interned = rememberedEach((text): string => `${JSON.parse(JSON.stringify(text))}`);
