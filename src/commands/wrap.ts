/** Text for a terminal that shows so many columns, at the least. */

export const columns = 80;

/** Broken between words; a word that is longer stays whole. */
export const wrap = (text: string, width: number): readonly string[] =>
  text
    .split(" ")
    .filter((word) => word !== "")
    .reduce<readonly string[]>((lines, word) => {
      const last = lines.at(-1);
      return last === undefined || last.length + 1 + word.length > width
        ? [...lines, word]
        : [...lines.slice(0, -1), `${last} ${word}`];
    }, []);
