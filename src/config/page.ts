/** Where the page is served, and to whom: on this machine alone, unless a password and TLS guard it. */

import type { Fields } from "./fields.ts";
import type { Problem } from "./settings.ts";

export type PageSettings = {
  /** Null: `run` serves no page. */
  readonly port: number | null;
  readonly host: string;
  /** Where people reach it through a proxy, such as "https://landfall.example.com". */
  readonly origin: string | null;
  /** Asked for in place of a link. */
  readonly password: string | null;
  /** PEM texts. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
};

export const pageSettings = (values: Fields): PageSettings => ({
  port: values.WEB_PORT ?? null,
  host: values.WEB_HOST ?? "127.0.0.1",
  origin: values.WEB_ORIGIN ?? null,
  password: values.WEB_PASSWORD ?? null,
  tls:
    values.WEB_TLS_CERT === undefined || values.WEB_TLS_KEY === undefined
      ? null
      : { cert: values.WEB_TLS_CERT, key: values.WEB_TLS_KEY },
});

export const pageProblems = (values: Fields): readonly Problem[] => {
  const { host, password, tls } = pageSettings(values);
  const half = (values.WEB_TLS_CERT === undefined) !== (values.WEB_TLS_KEY === undefined);
  return [
    ...(half
      ? [{ name: "WEB_TLS_CERT", message: "and WEB_TLS_KEY go together: name both files, or none" }]
      : []),
    ...(isLoopback(host) || (password !== null && tls !== null) ? [] : [open(host)]),
  ];
};

const open = (host: string): Problem => ({
  name: "WEB_HOST",
  message: `"${host}" lets others reach the page, which needs WEB_PASSWORD, WEB_TLS_CERT_FILE and WEB_TLS_KEY_FILE; or leave WEB_HOST out, put a proxy with TLS before the page, and name its address in WEB_ORIGIN`,
});

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
