/** Who may ask: the right host (against DNS rebinding), the right origin, and what every answer carries. */

import { isIP } from "node:net";
import { X509Certificate } from "node:crypto";
import type { Address } from "./parts.ts";

/** What is known of a request before anybody is asked who they are. */
export type Asked = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
};

export type Guard = {
  /** Why it is refused; null where it may go on. */
  refuses(asked: Asked): string | null;
};

/** `port` is the one that is listened at. */
export const guardOf = ({ origin, tls }: Address, port: number): Guard => {
  const proxy = origin === null ? null : new URL(origin);
  const certificate = tls === null ? null : new X509Certificate(tls.cert);
  const isOurs = (host: string): boolean => {
    if (host === proxy?.host) return true;
    const { name, at } = split(host, tls === null ? 80 : 443);
    if (at !== port) return false;
    return loopbackNames.includes(name) || (certificate !== null && isNamedBy(certificate, name));
  };
  return {
    refuses: (asked) => {
      const { method, host = "" } = asked;
      if (!isOurs(host)) return "This page is not served under that name.";
      if (method === "GET" || method === "HEAD") return null;
      const own = host === proxy?.host ? proxy.origin : `${tls === null ? "http" : "https"}://${host}`;
      return asked.origin === own ? null : "This was sent from another page.";
    },
  };
};

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];

const split = (host: string, usual: number) => {
  const [, name = "", port] = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(host) ?? [];
  return { name: name.toLowerCase(), at: port === undefined ? usual : Number(port) };
};

const isNamedBy = (certificate: X509Certificate, name: string): boolean => {
  const bare = name.replace(/^\[(.*)\]$/, "$1");
  return (isIP(bare) === 0 ? certificate.checkHost(bare) : certificate.checkIP(bare)) !== undefined;
};

/** True where nobody but this machine can have asked, a proxy on it included. */
export const isFromHere = (
  remote: string | undefined,
  headers: Readonly<Record<string, unknown>>,
): boolean => {
  const host = typeof headers["host"] === "string" ? split(headers["host"], 80).name : "";
  const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
  return (
    /^(?:::ffff:)?127\.|^::1$/.test(remote ?? "") &&
    loopbackNames.includes(host) &&
    forwarded.every((name) => headers[name] === undefined)
  );
};

/** Nothing comes from elsewhere, nothing goes elsewhere, nobody frames it, and nothing of it is kept. */
export const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Not "no-referrer": browsers would then send forms with "Origin: null".
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "X-Robots-Tag": "noindex",
  "Cache-Control": "no-store",
};
