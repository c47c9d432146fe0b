/** Type and colours of a reminder: in the light inline, in the dark by one style block. */

import type { Urgency } from "../domain/wording.ts";

/** Names without quotes: they stand inside attributes. */
const font = "-apple-system,Segoe UI,Roboto,Helvetica,Arial,PingFang SC,Microsoft YaHei,sans-serif";
const ink = "color:#15202b;";
const soft = "color:#46535f;";

/** Each has a contrast of at least 4.5 to the light boxes (WCAG 2.1, 1.4.3). */
export const colours: Readonly<Record<Urgency, string>> = {
  calm: "#1f6fc5",
  soon: "#9a6200",
  now: "#b3261e",
  over: "#5c6873",
};

/** What stands in the `style` attributes. */
export const css = {
  page: "margin:0;padding:0;background:#eef1f4;",
  preview: "display:none;max-height:0;overflow:hidden;",
  sheet: "max-width:600px;background:#ffffff;border-radius:10px;",
  title: `margin:0;font:bold 21px/1.25 ${font};${ink}`,
  lead: `margin:6px 0 0;font:15px/1.4 ${font};${soft}`,
  caution: `padding:9px 12px;background:#fff4d6;border-radius:6px;font:14px/1.4 ${font};color:#5a4300;`,
  box: "padding:10px 12px;background:#f4f6f8;border-radius:4px;",
  left: `font:bold 17px/1.3 ${font};`,
  deadline: `font:bold 15px/1.4 ${font};${ink}`,
  note: `font:13px/1.4 ${font};${soft}`,
  task: `padding:7px 8px 0 0;font:16px/1.3 ${font};${ink}`,
  done: "padding:7px 0 0;",
  small: `display:inline-block;padding:5px 12px;border:1px solid #8a96a1;border-radius:6px;font:bold 14px/1.2 ${font};${ink}text-decoration:none;white-space:nowrap;`,
  mainCell: "padding:11px 16px;background:#1f5fa8;border-radius:6px;",
  main: `font:bold 15px/1.2 ${font};color:#ffffff;text-decoration:none;`,
  plainCell: "padding:9px 14px;border:1px solid #8a96a1;border-radius:6px;",
  plain: `font:bold 15px/1.2 ${font};${ink}text-decoration:none;`,
  label: `margin:0 0 2px;font:bold 15px/1.4 ${font};${ink}`,
  list: `margin:0;padding:0 0 0 20px;font:15px/1.45 ${font};${ink}`,
  item: "margin:0 0 3px;",
  text: `margin:0;font:15px/1.4 ${font};${ink}`,
  code: `font:14px/1.7 Consolas,Menlo,monospace;${ink}`,
  why: `padding:10px 0 0;border-top:1px solid #d5dbe0;font:13px/1.45 ${font};${soft}`,
} as const;

export const darkStyle = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #0f1419 !important; }
  .sheet { background: #1b232b !important; }
  .ink { color: #f1f4f7 !important; }
  .soft { color: #b4bfc9 !important; }
  .well { background: #27313b !important; }
  .line { border-color: #5a6874 !important; }
  .caution { background: #3d3115 !important; color: #ffe7ad !important; }
  .calm { border-color: #5aa2f0 !important; }
  .soon { border-color: #f0b34a !important; }
  .now { border-color: #ff7b6b !important; }
  .over { border-color: #96a3ae !important; }
  .calm-ink { color: #8fc1f7 !important; }
  .soon-ink { color: #ffd07a !important; }
  .now-ink { color: #ffa398 !important; }
  .over-ink { color: #c3ccd4 !important; }
}
`;
