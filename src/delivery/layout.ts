/**
 * The HTML part. Tables and inline styles, because Outlook lays out with Word; classes only for what a
 * dark screen or a phone changes, because Gmail may drop the style block. Nothing is fetched.
 */

import { tasks as tasksInOrder } from "../domain/letter.ts";
import type { Link, ReminderWords, TaskWords } from "../domain/wording.ts";
import { html, type Markup } from "./html.ts";
import { colours, darkStyle, font } from "./style.ts";

export const layOutHtml = (words: ReminderWords): string =>
  html`<!doctype html>
    <html lang="${words.tag}">
      ${head(words)}
      <body class="page" style="margin:0;padding:0;background:#eef1f4;">
        <div style="display:none;max-height:0;overflow:hidden;">${words.lead}</div>
        ${table(
          "page",
          "background:#eef1f4;",
          html`<tr>
            <td align="center" style="padding:12px 8px;">${sheet(words)}</td>
          </tr>`,
        )}
      </body>
    </html>`.source.replace(/\n\s+/g, "\n");

const head = ({ subject }: ReminderWords): Markup =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
    <title>${subject}</title>
    <style>
      ${darkStyle}
    </style>
  </head>`;

const sheet = (words: ReminderWords): Markup =>
  table(
    "sheet",
    "max-width:600px;background:#ffffff;border-radius:10px;",
    html`
      ${headline(words)} ${words.cautions.map(caution)}
      ${groupsOf(words.tasks).map((group) => deadlineBox(group, words.tasks.length === 1))}
      ${row(html`${words.links.map(button)}`, "8px 18px")} ${section(words.labels.trouble, words.trouble)}
      ${inOrderOfDoing(words.tasks).map((task) => section(labelOf(task, words), task.steps))}
      ${words.remember.map(paragraph)} ${doneBox(words)} ${row(whyBox(words), "10px 18px 18px")}
    `,
  );

const table = (name: string, style: string, rows: Markup): Markup =>
  html`<table
    role="presentation"
    class="${name}"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="${style}"
  >
    ${rows}
  </table>`;

const headline = ({ title, lead }: ReminderWords): Markup =>
  row(
    html`<h1 class="ink" style="margin:0;font:bold 21px/1.25 ${font};color:#15202b;">${title}</h1>
      <p class="soft" style="margin:6px 0 0;font:15px/1.4 ${font};color:#46535f;">${lead}</p>`,
    "18px 18px 6px",
  );

const paragraph = (text: string): Markup =>
  row(html`<p class="ink" style="margin:0;font:15px/1.4 ${font};color:#15202b;">${text}</p>`, "8px 18px");

const row = (content: Markup, padding: string): Markup =>
  html`<tr>
    <td style="padding:${padding};">${content}</td>
  </tr> `;

const caution = (text: string): Markup =>
  row(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
      <tr>
        <td
          class="caution"
          style="padding:9px 12px;background:#fff4d6;border-radius:6px;font:14px/1.4 ${font};color:#5a4300;"
        >
          ${text}
        </td>
      </tr>
    </table>`,
    "6px 18px",
  );

/** Tasks that end at the same moment stand together: the moment is read once. */
const groupsOf = (tasks: readonly TaskWords[]): readonly (readonly TaskWords[])[] =>
  tasks.reduce<readonly (readonly TaskWords[])[]>((groups, task) => {
    const last = groups.at(-1);
    return last?.[0]?.deadline === task.deadline && last[0].note === task.note
      ? [...groups.slice(0, -1), [...last, task]]
      : [...groups, [task]];
  }, []);

/** Alone, a task needs no list: the title names it. */
const deadlineBox = (group: readonly TaskWords[], alone: boolean): Markup => {
  const { deadline, left, note, urgency } = group[0]!;
  const ink = `${urgency}-ink`;
  return row(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
      <tr>
        <td
          class="well ${urgency}"
          style="padding:10px 12px;background:#f4f6f8;border-left:5px solid ${colours[urgency]};border-radius:4px;"
        >
          ${left === null ? null : html`<div class="${ink}" style="font:bold 17px/1.3 ${font};color:${colours[urgency]};">${left}</div>`}
          <div class="ink" style="font:bold 15px/1.4 ${font};color:#15202b;">${deadline}</div>
          ${note === null ? null : html`<div class="soft" style="font:13px/1.4 ${font};color:#46535f;">${note}</div>`}
          ${
            alone
              ? null
              : list(
                  group.map(({ title }) => title),
                  "margin:6px 0 0;font-size:16px;",
                )
          }
        </td>
      </tr>
    </table>`,
    "6px 18px",
  );
};

/** The password comes before what needs it, though it has more time. */
const inOrderOfDoing = (words: readonly TaskWords[]): readonly TaskWords[] =>
  words.toSorted((a, b) => tasksInOrder.indexOf(a.task) - tasksInOrder.indexOf(b.task));

const labelOf = ({ title, urgency }: TaskWords, { tasks, labels }: ReminderWords): string => {
  if (tasks.length > 1) return title;
  return urgency === "over" ? labels.known : labels.steps;
};

const section = (label: string, lines: readonly string[]): Markup =>
  lines.length === 0
    ? html``
    : row(
        html`<h2 class="ink" style="margin:0 0 2px;font:bold 15px/1.4 ${font};color:#15202b;">${label}</h2>
          ${list(lines, "margin:0;")}`,
        "8px 18px 4px",
      );

const list = (lines: readonly string[], style: string): Markup =>
  html`<ul class="ink" style="font:15px/1.45 ${font};color:#15202b;padding:0 0 0 20px;${style}">
    ${lines.map((line) => html`<li style="margin:0 0 3px;">${line}</li>`)}
  </ul>`;

const button = ({ label, url }: Link): Markup =>
  html`<a
    href="${url}"
    style="display:inline-block;padding:10px 16px;background:#1f5fa8;border-radius:6px;font:bold 15px/1.2 ${font};color:#ffffff;text-decoration:none;"
    >${label}</a
  >`;

const doneBox = ({ howToMarkDone, labels }: ReminderWords): Markup | null =>
  howToMarkDone.length === 0
    ? null
    : row(
        html`<p class="ink" style="margin:0;font:15px/1.5 ${font};color:#15202b;">
          ${labels.done}<br />${howToMarkDone.map((line) => html`<code class="ink" style="font:14px/1.7 Consolas,Menlo,monospace;color:#15202b;">${line}</code><br />`)}
        </p>`,
        "8px 18px 4px",
      );

const whyBox = ({ why, closing, labels }: ReminderWords): Markup =>
  html`<div
    class="soft line"
    style="padding:10px 0 0;border-top:1px solid #d5dbe0;font:13px/1.45 ${font};color:#46535f;"
  >
    <strong>${labels.why}</strong><br />${why.map((line) => html`${line}<br />`)}<br />${closing}
  </div>`;
