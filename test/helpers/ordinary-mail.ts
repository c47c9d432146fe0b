/**
 * Mail as it lies in anybody's inbox, none of it a letter of IRCC's: what each message is about comes from the
 * table in `ordinary-subjects.ts`, its shape from the list below, names and numbers from its place in the row.
 */

import { immigrationAbouts } from "./ordinary-immigration.ts";
import { type About, ordinaryAbouts } from "./ordinary-subjects.ts";

/** What it is about and how it is built: together one structure. */
export type Structure = { readonly about: About; readonly shape: Shape };

type Shape = keyof typeof shapes;

/** Every structure there is. */
export const structures = (): readonly Structure[] =>
  [...ordinaryAbouts, ...immigrationAbouts].flatMap((about) =>
    about.shapes.map((shape) => ({ about, shape })),
  );

/** A mailbox of ordinary mail: every structure is in it, the rare ones once. */
export const ordinaryMailbox = (size: number): readonly string[] => {
  const all = structures();
  const common = all.filter(({ about }) => about.isRare !== true);
  return Array.from({ length: size }, (_none, at) =>
    ordinaryMail(all[at] ?? common[at % common.length]!, at),
  );
};

/** One message of a structure; another `number`, another message. */
export const ordinaryMail = ({ about, shape }: Structure, number: number): string => {
  const fill = (text: string): string => fillIn(text, number);
  const { fields, body } = shapes[shape](fill(about.body), number);
  return [
    `Received: from mail.${number}.example (mail.${number}.example [192.0.2.${number % 250}]) by mx.example.net; ${dateOf(number)}`,
    `Authentication-Results: mx.example.net; dkim=pass header.d=${domainOf(fill(about.from))}; dmarc=pass`,
    `From: ${fill(about.from)}`,
    `To: ${about.to ?? "maria@example.com"}`,
    `Subject: ${encoded(fill(about.subject))}`,
    `Date: ${dateOf(number)}`,
    `Message-ID: <ordinary-${number}@${domainOf(fill(about.from))}>`,
    ...(about.headers ?? []),
    "MIME-Version: 1.0",
    ...fields,
    "",
    body,
  ].join("\r\n");
};

type Built = { readonly fields: readonly string[]; readonly body: string };

const base64 = (text: string): string => Buffer.from(text).toString("base64").replaceAll(/.{76}/g, "$&\r\n");

const plain = (text: string): Built => ({
  fields: ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
  body: base64(text),
});

const toHtml = (text: string): string =>
  `<html><head><style>p{margin:0}</style></head><body><table><tr><td>${text
    .split("\n")
    .map((line) => `<p>${line.replaceAll("<", "&lt;")}</p>`)
    .join("")}</td></tr></table></body></html>`;

const html = (text: string): Built => ({
  fields: ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"],
  body: base64(toHtml(text)),
});

const parts = (kind: string, ...built: readonly Built[]): Built => ({
  fields: [`Content-Type: ${kind}; boundary="==b=="`],
  body: [...built.map(({ fields, body }) => ["--==b==", ...fields, "", body].join("\r\n")), "--==b==--"].join(
    "\r\n",
  ),
});

const file = (type: string, name: string): Built => ({
  fields: [
    `Content-Type: ${type}; name="${name}"`,
    "Content-Disposition: attachment",
    "Content-Transfer-Encoding: base64",
  ],
  body: base64("nothing of interest"),
});

const calendar: Built = {
  fields: ["Content-Type: text/calendar; method=REQUEST; charset=utf-8"],
  body: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR",
};

const shapes = {
  plain,
  html,
  alternative: (text: string) => parts("multipart/alternative", plain(text), html(text)),
  /** The text is only a stub: the HTML says it. */
  stub: (text: string) => parts("multipart/alternative", plain("Your program cannot show HTML."), html(text)),
  attached: (text: string) => parts("multipart/mixed", plain(text), file("application/pdf", "document.pdf")),
  pictured: (text: string) => parts("multipart/related", html(text), file("image/png", "logo.png")),
  invitation: (text: string) => parts("multipart/alternative", plain(text), html(text), calendar),
  footed: (text: string) =>
    plain(`${text}\n\n--\nTo unsubscribe from this list write to leave@lists.example`),
  answered: (text: string, number: number) =>
    plain(
      `Thanks, that works for me.\n\nOn ${dateOf(number)}, Somebody <somebody@example.org> wrote:\n${quoted(text)}`,
    ),
  forwarded: (text: string, number: number) =>
    plain(
      `FYI\n\n---------- Forwarded message ---------\nFrom: Somebody <somebody@example.org>\nDate: ${dateOf(number)}\nSubject: news\nTo: <maria@example.com>\n\n${text}`,
    ),
} satisfies Readonly<Record<string, (text: string, number: number) => Built>>;

export type { Shape };

const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

const fillIn = (text: string, number: number): string =>
  text
    .replaceAll("{n}", String(1_000 + ((number * 7_919) % 9_000)))
    .replaceAll("{name}", names[number % names.length] ?? "")
    .replaceAll("{city}", cities[number % cities.length] ?? "");

const names = [
  "Aiko",
  "Benoît",
  "Chen",
  "Dilnoza",
  "Emeka",
  "Fatima",
  "Gustavo",
  "Hye-jin",
  "Ivana",
  "José",
  "王芳",
];
const cities = ["Toronto", "Montréal", "Vancouver", "Halifax", "Winnipeg", "Québec", "Calgary"];

const dateOf = (number: number): string =>
  new Date(Date.UTC(2026, 9, 1) + number * 617_000).toUTCString().replace("GMT", "+0000");

const domainOf = (from: string): string => /@([^>]+)/.exec(from)?.[1] ?? "example.org";

/** RFC 2047. */
const encoded = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
