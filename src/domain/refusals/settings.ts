/** Answers that no password changes: something has to be done at the provider. */

import type { ProviderRefusal } from "./row.ts";

const microsoft = ["office365.com", "outlook.com", "hotmail.com", "live.com"];
const browser =
  "sign in to the mailbox in a browser, confirm that it was you, and use an app password where the provider offers one";

export const settings: readonly ProviderRefusal[] = [
  {
    answer:
      "[ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)",
    says: ["log in via your web browser", "log in with your web browser"],
    means: "setting",
    what: "the provider wants to see you in a browser first",
    todo: browser,
    waitMinutes: 30,
    source: "https://github.com/mailcow/mailcow-dockerized/issues/4277",
  },
  {
    answer: "[WEBALERT …] Web login required.",
    says: ["web login required", "webloginrequired"],
    means: "setting",
    what: "the provider wants to see you in a browser first",
    todo: browser,
    waitMinutes: 30,
    source: "https://github.com/smiley22/S22.Imap/issues/116",
  },
  {
    answer:
      "LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.",
    says: ["via a web browser to verify your identity"],
    means: "setting",
    what: "the provider blocked the account until you prove who you are",
    todo: browser,
    waitMinutes: 30,
    source: "https://github.com/mscdex/node-imap/issues/799",
  },
  {
    answer:
      "[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access.",
    says: ["not enabled for imap use"],
    means: "setting",
    what: "IMAP is switched off for this mailbox",
    todo: "switch it on: in Gmail's web page Settings, Forwarding and POP/IMAP, Enable IMAP",
    source: "https://github.com/mozilla-b2g/gaia-email-libs-and-more/blob/master/js/imap/client.js",
  },
  {
    answer: "[ALERT] IMAP access is disabled for your domain. Please contact your domain administrator",
    says: ["imap access is disabled for your domain"],
    means: "setting",
    what: "IMAP is switched off for everybody of this domain",
    todo: "ask whoever administers it to allow IMAP, or have the letters forwarded to another mailbox",
    source: "https://github.com/mozilla-b2g/gaia-email-libs-and-more/blob/master/js/imap/client.js",
  },
  {
    answer:
      "[ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)",
    says: ["yet to enable imap"],
    means: "setting",
    what: "IMAP is switched off for this mailbox",
    todo: "switch it on: in Zoho Mail's web page Settings, Mail Accounts, your address, IMAP Access (https://www.zoho.com/mail/help/imap-access.html)",
    source: "https://github.com/closeio/sync-engine/blob/master/tests/auth/test_utils.py",
  },
  {
    answer: "[AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled sc=…",
    says: ["or imap is disabled"],
    means: "setting",
    what: "the password is wrong, or IMAP is switched off; the provider does not say which",
    todo: "switch IMAP on in the mail program settings of the web page, make an app password there, then: landfall init --only password",
    waitMinutes: 30,
    source: "https://github.com/Foundry376/Mailspring/issues/904",
  },
  {
    answer:
      "Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.",
    says: ["login frequency limited, or system is busy"],
    means: "setting",
    what: "QQ refused, and does not say whether IMAP is off, the authorisation code is wrong, or it was asked too often",
    todo: "in the web mailbox, 设置 > 账号, see that IMAP/SMTP服务 is on, make a new 授权码, then: landfall init --only password",
    waitMinutes: 30,
    source: "https://github.com/chengazhen/cursor-auto-free/issues/294",
  },
  {
    answer: "SELECT Unsafe Login. Please contact kefu@188.com for help",
    says: ["unsafe login"],
    means: "setting",
    what: "NetEase let the account in and then called the login unsafe, although Landfall had named itself (IMAP ID)",
    todo: "sign in to the web mailbox, confirm the login if it asks, see that IMAP/SMTP服务 is on; else write to kefu@188.com",
    waitMinutes: 30,
    source: "https://github.com/pimalaya/himalaya/issues/651",
  },
  {
    answer: "550 User has no permission",
    says: ["user has no permission"],
    means: "setting",
    what: "the provider does not let programs send for this account",
    todo: "in the web mailbox switch on IMAP/SMTP服务 (设置 > POP3/SMTP/IMAP), or leave SMTP_HOST out",
    source: "https://github.com/testerSunshine/12306/issues/62",
  },
  {
    answer: "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. […]",
    says: ["basic authentication is disabled", "basicauthblocked"],
    means: "setting",
    what: "Microsoft takes no passwords from programs any more",
    todo: "sign in with a code instead: landfall init",
    waitMinutes: 30,
    source: "https://github.com/nodemailer/nodemailer/issues/1714",
  },
  {
    answer: "LOGIN failed.",
    says: ["login failed"],
    from: microsoft,
    means: "setting",
    what: "Microsoft takes no passwords from programs any more",
    todo: "sign in with a code instead: landfall init",
    waitMinutes: 30,
    source: "https://github.com/RocketChat/Rocket.Chat/issues/30939",
  },
  {
    answer:
      "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled",
    says: ["smtpclientauthentication is disabled"],
    means: "setting",
    what: "sending by programs is switched off for this mailbox",
    todo: "leave SMTP_HOST out: reminders are then laid into the inbox; or have Authenticated SMTP switched on (https://aka.ms/smtp_auth_disabled)",
    source: "https://github.com/simonrob/email-oauth2-proxy/issues/193",
  },
  {
    answer: "BAD User is authenticated but not connected.",
    says: ["authenticated but not connected"],
    means: "setting",
    what: "Microsoft let the account in, but not to this mailbox: IMAP is off for it, or another account gave the consent",
    todo: "see that IMAP is allowed for the mailbox, then sign in with its own account: landfall sign-in",
    source: "https://github.com/getmail6/getmail6/issues/221",
  },
];
