/** Signing in to SMTP with an access token: XOAUTH2, and OAUTHBEARER (RFC 7628) where the server knows no other. */

import type { CustomAuthenticationHandlers } from "nodemailer/lib/smtp-connection";

type Handler = CustomAuthenticationHandlers[string];

export const bearer =
  (user: string, token: string): Handler =>
  async (server) => {
    const offers = [...server.authMethods, ...server.extensions].join(" ").toUpperCase();
    const isStandard = offers.includes("OAUTHBEARER") && !offers.includes("XOAUTH2");
    const first = await server.sendCommand(isStandard ? oauthBearer(user, token) : xoauth2(user, token));
    // A refusal comes in two steps: why, in JSON, and once that is acknowledged the answer itself.
    const answer = first.status === 334 ? await server.sendCommand(isStandard ? "AQ==" : "") : first;
    if (answer.status < 200 || answer.status >= 300) throw new Error(`Invalid login: ${answer.response}`);
  };

/** https://developers.google.com/gmail/imap/xoauth2-protocol */
const xoauth2 = (user: string, token: string): string =>
  `AUTH XOAUTH2 ${base64(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`)}`;

const oauthBearer = (user: string, token: string): string => {
  const name = user.replaceAll("=", "=3D").replaceAll(",", "=2C");
  return `AUTH OAUTHBEARER ${base64(`n,a=${name},\u0001auth=Bearer ${token}\u0001\u0001`)}`;
};

const base64 = (text: string): string => Buffer.from(text).toString("base64");
