/**
 * Mail providers whose servers are known, and what each wants of somebody who signs in with a program.
 * The pages are the providers' own; servers as those pages name them, November 2026.
 */

type Server = { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };

export type Servers = {
  readonly imap: Server;
  /** Null where none is known. */
  readonly smtp: Server | null;
};

export type Provider = Servers & {
  readonly name: string;
  /** Domains of its addresses. */
  readonly domains: readonly string[];
  /** Hosts that take mail in for customers' own domains (MX), by their last labels. */
  readonly exchangers: readonly string[];
  /** What the password is called there. */
  readonly secret: string;
  /** What has to be done there first, step by step. */
  readonly steps: readonly string[];
  /** The provider's own page on it. */
  readonly page: string;
  /** False where no password opens a mailbox any more. */
  readonly takesPasswords: boolean;
  /** How somebody registers an application there, to sign in with in the place of a password; absent: it is not known. */
  readonly application?: { readonly issuer: "microsoft" | "google"; readonly steps: readonly string[] };
};

const tls = (host: string, port: 993 | 465): Server => ({ host, port, security: "tls" });
const starttls = (host: string): Server => ({ host, port: 587, security: "starttls" });

export const providers: readonly Provider[] = [
  {
    name: "Gmail",
    domains: ["gmail.com", "googlemail.com"],
    exchangers: ["google.com", "googlemail.com"],
    imap: tls("imap.gmail.com", 993),
    smtp: starttls("smtp.gmail.com"),
    secret: "app password",
    steps: [
      "turn on 2-step verification: myaccount.google.com/security",
      "make an app password: myaccount.google.com/apppasswords",
      "it has 16 letters; spaces in it do not matter",
    ],
    page: "https://support.google.com/accounts/answer/185833",
    takesPasswords: true,
    application: {
      issuer: "google",
      steps: [
        "make a project at console.cloud.google.com and switch on the Gmail API in it",
        'under Google Auth Platform choose External, and set the app to "In production" ("Testing" ends after 7 days)',
        "under Clients make one of the type Desktop app; its ID and secret are asked for now",
      ],
    },
  },
  {
    name: "Microsoft (Outlook.com, Hotmail, Microsoft 365)",
    domains: ["outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.fr", "hotmail.fr", "live.ca"],
    exchangers: ["protection.outlook.com", "olc.protection.outlook.com"],
    imap: tls("outlook.office365.com", 993),
    smtp: starttls("smtp.office365.com"),
    secret: "sign-in",
    steps: ["Microsoft takes no passwords from mail programs any more, only a sign-in in the browser"],
    application: {
      issuer: "microsoft",
      steps: [
        'open entra.microsoft.com, App registrations, New registration; name it Landfall and allow "Accounts in any organizational directory and personal Microsoft accounts"',
        'under Authentication switch on "Allow public client flows"',
        'the "Application (client) ID" of its overview is asked for now; it is no secret',
      ],
    },
    page: "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online",
    takesPasswords: false,
  },
  {
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    exchangers: ["mail.icloud.com"],
    imap: tls("imap.mail.me.com", 993),
    smtp: starttls("smtp.mail.me.com"),
    secret: "app-specific password",
    steps: [
      "sign in at account.apple.com, open Sign-In and Security, then App-Specific Passwords, and make one",
    ],
    page: "https://support.apple.com/102654",
    takesPasswords: true,
  },
  {
    name: "Yahoo",
    domains: ["yahoo.com", "yahoo.ca", "yahoo.fr", "yahoo.co.uk", "ymail.com", "rocketmail.com"],
    exchangers: ["yahoodns.net"],
    imap: tls("imap.mail.yahoo.com", 993),
    smtp: tls("smtp.mail.yahoo.com", 465),
    secret: "app password",
    steps: ["open Account security in your Yahoo account and choose Generate app password"],
    page: "https://help.yahoo.com/kb/SLN15241.html",
    takesPasswords: true,
  },
  {
    name: "Fastmail",
    domains: ["fastmail.com", "fastmail.fm", "fastmail.ca"],
    exchangers: ["messagingengine.com"],
    imap: tls("imap.fastmail.com", 993),
    smtp: tls("smtp.fastmail.com", 465),
    secret: "app password",
    steps: ["open Settings, Privacy & Security, Manage app passwords, and make one for Mail (IMAP and SMTP)"],
    page: "https://www.fastmail.help/hc/en-us/articles/360058752854",
    takesPasswords: true,
  },
  {
    name: "QQ",
    domains: ["qq.com", "foxmail.com", "vip.qq.com"],
    exchangers: ["mail.qq.com"],
    imap: tls("imap.qq.com", 993),
    smtp: tls("smtp.qq.com", 465),
    secret: "authorisation code (授权码)",
    steps: [
      "in the web mailbox open 设置 > 账号 (Settings > Account)",
      "turn on IMAP/SMTP服务 and let it make a 授权码; that code is the password here",
    ],
    page: "https://service.mail.qq.com/",
    takesPasswords: true,
  },
  ...["163.com", "126.com", "yeah.net"].map((domain) => ({
    name: `NetEase ${domain}`,
    domains: [domain],
    exchangers: domain === "163.com" ? ["mxmail.netease.com"] : [],
    imap: tls(`imap.${domain}`, 993),
    smtp: tls(`smtp.${domain}`, 465),
    secret: "authorisation code (授权密码)",
    steps: [
      "in the web mailbox open 设置 > POP3/SMTP/IMAP and turn on IMAP/SMTP服务",
      "it makes a 授权密码; that code is the password here",
      "NetEase lets in only programs that name themselves (the IMAP command ID): Landfall does",
    ],
    page: "https://help.mail.163.com/",
    takesPasswords: true,
  })),
];

export const providerOfDomain = (domain: string): Provider | undefined =>
  providers.find(({ domains }) => domains.includes(domain));

/** Whose customers' own domains are served by these mail exchangers. */
export const providerOfExchangers = (hosts: readonly string[]): Provider | undefined =>
  providers.find(({ exchangers }) =>
    hosts.some((host) => exchangers.some((name) => host === name || host.endsWith(`.${name}`))),
  );
