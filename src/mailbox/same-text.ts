/** Whether a plain text says what the HTML beside it says. A gateway's notice below an empty text does not. */

/** Looks for some of the HTML's words in the text; without words there is nothing that it could lack. */
export const saysTheSame = (plain: string, html: string): boolean => {
  let [seen, found] = [0, 0];
  for (const [, word = ""] of html.matchAll(words)) {
    seen += 1;
    found += Number(plain.includes(word));
    if (seen === enough) break;
  }
  return found * 2 >= seen;
};

/** More than a greeting, which a notice may have as well. */
const enough = 16;

/** One of each piece of text between two tags, letters without accents alone: those may be written as entities. */
const words = />[^<>{}a-z]{0,40}(?:[A-Za-z'’,]{1,12}[ \r\n]{1,3}){0,3}([a-z]{5,30})/g;
