/**
 * What IRCC never asks for by e-mail (docs/domain.md section 6): money by ways that nobody traces, the number of a bank card, a
 * password, a way into a computer, a page that a search engine finds.
 */

import { warns } from "./destinations.ts";
import { joinLines, sentencesOf } from "./sentences.ts";

/** What it is that is asked for, in the letter's words, folded. */
export const demandsIn = (text: string): readonly string[] => {
  const found = sentencesOf(text.slice(0, longest)).flatMap((sentence) => {
    const line = joinLines(sentence);
    return warns.test(line) || ofOthers.test(line)
      ? []
      : demands.flatMap((demand) => demand.exec(line)?.groups?.["what"] ?? []);
  });
  return [...new Set(found)];
};

const longest = 50_000;

/** "Criminals ask for gift cards." */
const ofOthers = /\bcriminals?\b/;

const demands: readonly RegExp[] = [
  /\b(?<what>(?:gift|prepaid|itunes|steam) ?cards?|prepaid (?:visa|mastercard)(?: cards?)?|cartes?[- ](?:cadeaux?|prepayees?)|bitcoins?|ethereum|usdt|crypto ?(?:currency|monnaies?|wallet)|western union|moneygram|remitly|zelle|venmo|cash ?app|alipay)\b/,
  /\b(?<what>search (?:for [^.!?]{1,60} )?(?:on |in |with |via )?(?:google|bing|yahoo|baidu|duckduckgo|the (?:web|internet))|(?:google|bing) (?:for|search)|(?:on|in|into|with|via|using|sur|dans|avec) (?:google|bing|baidu|duckduckgo|a search engine|un moteur de recherche)(?! (?:chrome|play|authenticator|maps)| agenda)|(?:first|top) (?:search )?(?:result|hit)|premier resultat)\b/,
  /(?<!\b(?:pr|rp|resident|residence|health|id) )\b(?<what>card number|numero de (?:votre )?carte (?:de credit|de debit|bancaire))\b/,
  /\b(?<what>anydesk|teamviewer|quicksupport|rustdesk|ultraviewer|logmein|remote (?:access|support|desktop|control) (?:app|program|software|tool|session))\b/,
  /\b(?<what>(?:online )?bank(?:ing)? (?:login|log-in|sign-in|password|pin|credentials|card)|cvv|cvc|acces a votre compte bancaire)\b/,
  /\b(?:reply|respond|answer)(?: to this (?:e-?mail|message|letter))? with\b[^.:]{0,40}\b(?<what>password)\b/,
  /\b(?:send|tell|give|e-?mail|text|forward) (?:us|me|(?:the|our|your) officer) (?:your|the)\b[^.:]{0,40}\b(?<what>password)\b/,
  /\b(?:repondez|envoyez|communiquez|donnez|transmettez)(?:[- ]nous)?\b[^.:]{0,30}\b(?:votre|vos)\b[^.:]{0,30}\b(?<what>mot de passe)\b/,
];
