/** Answers that say that another password is wanted. */

import type { ProviderRefusal } from "./row.ts";

export const secrets: readonly ProviderRefusal[] = [
  {
    answer:
      "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833",
    says: ["application-specific password required", "application specific password required"],
    means: "secret",
    what: "the provider wants an app password here, not the account's own",
    todo: "make one in the account's security settings (Google: myaccount.google.com/apppasswords), then: landfall init --only password",
    source: "https://github.com/LukeSmithxyz/mutt-wizard/issues/831",
  },
  {
    answer:
      "535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/…",
    says: ["enter your authorization code"],
    means: "secret",
    what: "QQ wants an authorisation code (授权码) here, not the account's own password",
    todo: "make one in the web mailbox, 设置 > 账号 (Settings > Account), then: landfall init --only password",
    source: "https://github.com/YMFE/yapi/issues/2219",
  },
  {
    answer: "LOGIN Login error or password error",
    says: ["login error or password error", "login login error password error"],
    means: "secret",
    what: "NetEase refused the password; it wants the authorisation code (授权密码), not the account's own",
    todo: "make one in the web mailbox, 设置 > POP3/SMTP/IMAP, then: landfall init --only password",
    source: "https://github.com/modern-email/defects/issues/25",
  },
  {
    answer: "Incorrect username or password.",
    says: ["incorrect username or password"],
    from: ["fastmail.com", "messagingengine.com"],
    means: "secret",
    what: "Fastmail refused the password; it wants an app password that may use mail (IMAP and SMTP)",
    todo: "make one under Settings, Privacy & Security, Manage app passwords, then: landfall init --only password",
    source: "https://github.com/Foundry376/Mailspring/issues/2217",
  },
];
