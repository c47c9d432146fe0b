/** Where a letter asks the reader to send things: an answer belongs to the government's own addresses alone. */

import { mendDots } from "./broken-addresses.ts";
import { everyMatch } from "./every-match.ts";
import { domainOf, isGovernmentAddress, isListed } from "./sender.ts";
import { isPublicMail } from "./public-mail.ts";
import { joinLines, sentencesOf } from "./sentences.ts";

/** `links`: of the HTML part. `known`: addresses of whoever the letter is for, which it may name. */
export type Asking = {
  readonly text: string;
  readonly links: readonly string[];
  readonly known: readonly string[];
  /** True where its sender is proved: what is a mere contact else is nobody's trap. */
  readonly isProved: boolean;
};

/** Addresses outside the government, and messengers, that details are asked to be sent to. */
export const foreignDestinations = ({ text, links, known, isProved }: Asking): readonly string[] => {
  const whole = text.slice(0, longest);
  const written = sentencesOf(isProved ? whole : mendDots(whole)).flatMap((sentence, at, all) => {
    if (!(isProved ? mayAsk : mayBeContact).test(sentence)) return [];
    const line = joinLines(sentence);
    return [...askedIn(line, all[at - 1] ?? ""), ...(isProved ? [] : contactsIn(line))];
  });
  const linked = links.flatMap((link) => (link.startsWith(mailto) ? link.slice(mailto.length) : []));
  return [...new Set([...written, ...linked])].filter(
    (place) => !place.includes("@") || !(isGovernmentAddress(place) || isListed(place, known)),
  );
};

/** One that anybody can have. */
export const isAnybodys = (place: string): boolean => !place.includes("@") || isPublicMail(domainOf(place));

/** How a link of the HTML part that writes a mail begins. */
export const mailto = "mailto:";

const longest = 50_000;
const nearBy = 160;
const address = /[^\s<>()[\]"',;:]{1,64}(?:@|[[(]at[\])])[a-z0-9.-]{1,200}[a-z]/g;
const mayAsk = /@|[[(] ?at ?[\])]|whatsapp|telegram|wechat/;
const mayBeContact =
  /@|[[(] ?at ?[\])]|whatsapp|telegram|we(?:chat|ixin)|viber|messenger|signal|sms|text|微信|line|kakao|zalo|skype|discord|snapchat|\bqq\b/;
const channel =
  /\b(?:whatsapp|telegram|wechat|weixin|viber|messenger|signal (?:app|number|at)|on signal|sms|kakao ?talk|zalo|skype|discord|snapchat|qq (?:number|id)|line (?:id|app|account|chat)|(?:us|me|officer|agent) (?:on|via|through|by) line)\b|微信/;

const askedIn = (sentence: string, before: string): readonly string[] => {
  const spread = sentence.replaceAll(/ ?([[(]at[\])]) ?/g, "$1");
  const addresses = everyMatch(spread, address).flatMap(({ 0: found, index }) => {
    const own = spread.slice(Math.max(index - nearBy, 0), index);
    // "Send them to:", and the address in the paragraph below.
    const words = own.trim().length < 3 ? `${joinLines(before).slice(-nearBy)} ` : own;
    return asksToSend(words) && leadsTo.test(words) ? [found.replace(/[[(]at[\])]/, "@")] : [];
  });
  const messenger = channel.exec(spread);
  const words = spread.slice(Math.max((messenger?.index ?? 0) - nearBy, 0), messenger?.index ?? 0);
  return messenger !== null && asksToSend(words) ? [...addresses, messenger[0]] : addresses;
};

/** "Contact: x@mail.example", "WhatsApp +1 555 0100", "text 555 0100": nobody asks for it, and it is where one would turn. */
const contactsIn = (sentence: string): readonly string[] => {
  if (warns.test(sentence)) return [];
  const addressed = sentence.replaceAll(/ ?([[(]at[\])]) ?/g, "@");
  const mails = everyMatch(addressed, contact).flatMap(([, found]) => found ?? []);
  const messenger =
    channel.exec(sentence)?.[0] ?? (phone.test(sentence) ? texting.exec(sentence)?.[1] : undefined);
  return messenger === undefined ? mails : [...mails, messenger];
};

/** Of a sentence that warns of something. */
export const warns = /\b(?:never|not|n'?t|jamais|ne|n|beware|fraud\w*|scam\w*|fraude\w*)\b/;
const contact =
  /\b(?:contact|questions?|help|officer|agent|office|support|reply to|write to|write us|email us|aide|bureau|joindre|nous joindre|ecrire)(?: [a-z]{1,12}){0,2} ?: ?(?:[a-z.'-]{1,20} ){0,3}<?([^\s<>()[\]"',;:@]{1,64}@[a-z0-9.-]{1,200}[a-z])/g;
const texting = /\b(text|textez|texto)\b(?= (?:us|it|your|to|at|au|[+(\d]))/;
const phone = /\+?\(?\d[\d().\s-]{6,18}\d/;

/** The last request before the address; not what IRCC itself sends, nor what it warns of. */
const asksToSend = (words: string): boolean => {
  const last = everyMatch(words, sending).at(-1);
  return last !== undefined && !otherwise.test(words.slice(Math.max(last.index - 40, 0), last.index));
};

const sending =
  /\b(?:reply|respond|answer|send|e-?mail (?:to|us|it|them|your|these|this|the|all|copies)|please (?:e-?mail|text|message|contact)|(?:text|message) (?:us|it|them|your|our)|write|submit|pay|e-?transfer|transfer|forward|return|repond(?:re|ez)|envoye[rz]|transmett(?:re|ez)|ecri(?:re|vez)|retourne[rz]|renvoye[rz]|faire parvenir|parvenir|achemine[rz]|(?:must|should|to|can|may) be (?:sent|e-?mailed|returned|forwarded|submitted))\b/g;
const otherwise =
  /\b(?:we|ircc|nous|will|shall|officer|agent|not|never|n'?t|ne|jamais|who|that|which|qui)\b(?: [a-z']{1,12}){0,2} $/;
const leadsTo =
  /<$|\bplease (?:e-?mail|contact):? ?$|\b(?:to|at|through|via|a|au|aux|address|adresse)\b[^a-z@]{0,4}(?:(?:the|this|our|my|following|e-?mail|address|officer|case|secure|new|adresse|suivante?|courriel|notre|is|est|l|de)\b[ ':]{0,3}){0,7}[^a-z@]{0,6}$/;
