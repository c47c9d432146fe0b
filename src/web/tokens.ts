/** Links, sessions and forms of the page, each proved by a MAC under one secret: nothing of them is stored. */

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { dayMs, minuteMs } from "../domain/instants.ts";
import type { Clock } from "../flow/ports.ts";

/** A link is opened soon after it was printed, and once. */
const linkMs = 15 * minuteMs;
const sessionMs = 30 * dayMs;

export type Tokens = {
  /** For the first link. */
  link(): string;
  /** True once for each link that is still good. */
  takes(link: string): boolean;
  /** For the cookie. */
  session(): string;
  isSession(cookie: string): boolean;
  /** For the forms that a session is shown. */
  form(session: string): string;
  isForm(session: string, token: string): boolean;
  /** The same for as long as the secret is. */
  readonly calendar: string;
  isCalendar(token: string): boolean;
};

export const tokensOf = (secret: Uint8Array, clock: Pick<Clock, "now">): Tokens => {
  const mac = (purpose: string, text: string): string =>
    createHmac("sha256", secret).update(`${purpose} ${text}`).digest("base64url");
  const issue = (purpose: string, ms: number): string => {
    const body = `${(clock.now().getTime() + ms).toString(36)}.${randomBytes(12).toString("base64url")}`;
    return `${body}.${mac(purpose, body)}`;
  };
  const isGood = (purpose: string, token: string): boolean => {
    const end = token.lastIndexOf(".");
    const body = token.slice(0, Math.max(0, end));
    if (!same(token.slice(end + 1), mac(purpose, body))) return false;
    return Number.parseInt(body, 36) > clock.now().getTime();
  };
  const used = new Set<string>();
  const calendar = mac("calendar", "").slice(0, 32);
  return {
    link: () => issue("link", linkMs),
    takes: (link) => {
      if (used.has(link) || !isGood("link", link)) return false;
      used.add(link);
      return true;
    },
    session: () => issue("session", sessionMs),
    isSession: (cookie) => isGood("session", cookie),
    form: (session) => mac("form", session),
    isForm: (session, token) => same(token, mac("form", session)),
    calendar,
    isCalendar: (token) => same(token, calendar),
  };
};

/** Takes as long whatever is wrong. */
export const same = (given: string, wanted: string): boolean => {
  const [one, other] = [given, wanted].map((text) => createHmac("sha256", "same").update(text).digest());
  return timingSafeEqual(one!, other!);
};
