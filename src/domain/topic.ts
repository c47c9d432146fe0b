/** What a subject is about, by the phrases that IRCC heads its portal letters with. */

import { foldLine } from "./fold.ts";
import { subjectPhrases, type Topic } from "./phrases.ts";
import { readSubject } from "./subject.ts";

/** What a subject is about, and the words that say so as they stand in it; null where it holds no known phrase. */
export const topicOf = (subject: string): { readonly topic: Topic; readonly words: string } | null => {
  const { rest } = readSubject(subject);
  const phrase = subjectPhrases.find(({ pattern }) => pattern.test(rest));
  if (phrase === undefined) return null;
  const words = wordsOf(subject, phrase.pattern);
  return phrase.topic === "ecopr" && isMention(words, phrase.pattern) ? null : { topic: phrase.topic, words };
};

/** "Your feedback: eCoPR available for download", "eCoPR available?" speak of such a letter, and are none. */
const isMention = (words: string, pattern: RegExp): boolean => {
  const half = foldLine(words);
  const before = half.slice(0, pattern.exec(half)?.index ?? 0);
  return half.includes("?") || speaksOf.test(before);
};

/** What is no letter but about one: what was said of it, what warns of it, what tries whether it comes. */
const speaksOf =
  /\b(?:about|regarding|concerning|re|au sujet|concernant|feedback|comments?|complaint|survey|newsletter|webinar|faq|fraud|scam|beware|warning|test|sondage|commentaires?|plainte|infolettre|webinaire|fraude|mise en garde)\b/;

/** The half of a bilingual subject that holds the phrase, without what mail programs put before it. */
const wordsOf = (subject: string, pattern: RegExp): string => {
  const whole = subject.slice(0, longestSubject).replace(/^(?:[\p{L}-]{1,16}\s?[:：]\s{0,9})+/u, "");
  const half = whole.split(/\s[|/]\s/).find((part) => pattern.test(foldLine(part)));
  return (half ?? whole).trim();
};

const longestSubject = 300;
