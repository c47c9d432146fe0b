/** Answers that say "not now", whoever asks: never a judgement of the password. */

import type { ProviderRefusal } from "./row.ts";

export const throttles: readonly ProviderRefusal[] = [
  {
    answer: "[ALERT] Too many simultaneous connections. (Failure)",
    says: ["too many simultaneous connections", "maximum number of connections"],
    means: "later",
    what: "too many programs are connected to this mailbox at once",
    todo: "close mail programs that you do not need; Landfall itself keeps one connection",
    source: "https://github.com/zone-eu/wildduck/issues/35",
  },
  {
    answer: "Request is throttled. Suggested Backoff Time: 299910 milliseconds",
    says: ["request is throttled"],
    means: "later",
    what: "the provider was asked too much in a short time, by all programs together",
    todo: null,
    source: "https://github.com/ikvk/imap_tools/issues/135",
  },
  {
    answer: "[OVERQUOTA] Account exceeded command or bandwidth limits.",
    says: ["exceeded command or bandwidth limits"],
    means: "later",
    what: "this mailbox was read too much today, by all programs together",
    todo: null,
    waitMinutes: 15,
    source: "https://github.com/ljmerza/ha-email-sensor/issues/16",
  },
  {
    answer: "[LIMIT] LOGIN Rate limit hit.",
    says: ["rate limit hit"],
    means: "later",
    what: "too many sign-ins in a short time, by all programs together",
    todo: "see that no other program keeps trying an old password",
    waitMinutes: 15,
    source: "https://github.com/M66B/FairEmail/blob/master/FAQ.md",
  },
  {
    answer: "454 4.7.0 Too many login attempts, please try again later. … - gsmtp",
    says: ["too many login attempts"],
    means: "later",
    what: "too many sign-ins in a short time, by all programs together",
    todo: null,
    waitMinutes: 15,
    source: "https://github.com/nodemailer/nodemailer/issues/1388",
  },
  {
    answer: "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending",
    says: ["concurrent connections limit exceeded"],
    means: "later",
    what: "too many programs send for this mailbox at once",
    todo: null,
    source: "https://github.com/nodemailer/nodemailer/issues/1613",
  },
  {
    answer: "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail …",
    says: ["daily user sending limit exceeded", "daily user sending quota exceeded"],
    means: "later",
    what: "the account has sent as much as it may in a day",
    todo: null,
    source: "https://github.com/onepub-dev/onepub/issues/543",
  },
  {
    answer: "BYE Session invalidated - AccessTokenExpired",
    says: ["accesstokenexpired"],
    means: "later",
    what: "the sign-in has run out, as it does every hour or so",
    todo: null,
    source: "https://github.com/iroco-co/aioimaplib/issues/83",
  },
];
