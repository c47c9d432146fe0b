import { pictureStyle } from "./picture-style.ts";

/** Type and colours of the page, in the light and in the dark; the same ones as the e-mails'. */
export const style = `:root {
  color-scheme: light dark;
  --paper: #eef1f4; --sheet: #fff; --well: #f4f6f8; --line: #d5dbe0; --edge: #79858f;
  --ink: #15202b; --soft: #4a5763; --main: #1f5fa8; --main-ink: #fff;
  --calm: #1f6fc5; --soon: #9a6200; --now: #b3261e; --over: #5c6873; --good: #1a7340;
  --calm-well: #e2eefb; --soon-well: #fbefd6; --now-well: #fbe4e2; --good-well: #e1f3e8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1419; --sheet: #1b232b; --well: #232d36; --line: #36424d; --edge: #8593a0;
    --ink: #f1f4f7; --soft: #b4bfc9; --main: #8fc1f7; --main-ink: #0f1a26;
    --calm: #8fc1f7; --soon: #ffd07a; --now: #ffa398; --over: #a9b5c0; --good: #7fd6a2;
    --calm-well: #1d3147; --soon-well: #3d3115; --now-well: #45231f; --good-well: #17382a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 1040px; padding: 0 16px 32px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1, h2, h3, h4, p, ul, ol, figure { margin: 0; padding: 0; }
h1 { font-size: 20px; }
h2 { font-size: 20px; line-height: 1.3; }
h3 { margin: 22px 0 8px; font-size: 13px; letter-spacing: .04em; color: var(--soft); }
h4 { font-size: 17px; line-height: 1.35; }
ul, ol { list-style: none; }
a { color: var(--main); }
.soft { color: var(--soft); font-size: 14px; }
.aloud, .skip:not(:focus) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip:focus { position: absolute; top: 8px; left: 8px; padding: 8px 12px; background: var(--sheet); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; border-radius: 4px; }

header { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 20px; padding: 18px 4px 14px; }
.brand { display: flex; align-items: center; gap: 10px; }
.pulse { flex: 1 1 240px; color: var(--soft); font-size: 15px; }
.pulse.bad { color: var(--ink); }
.dot { display: inline-block; width: 10px; height: 10px; margin-right: 8px; border-radius: 50%; background: var(--now); }
.dot.good { background: var(--good); }
td .dot { margin-right: 4px; }
nav ul { display: flex; gap: 14px; font-size: 14px; }
nav a { padding: 4px 0; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }

.card { margin: 0 0 16px; padding: 22px 24px; background: var(--sheet); border-radius: 14px; }
.card > h3:first-of-type { margin-top: 14px; }
.pair { display: grid; gap: 16px; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
.pair .card { margin-bottom: 0; }
.pair { margin-bottom: 16px; }
.hints { margin-top: 2px; }
.stage { margin-top: 6px; font-size: 18px; }
.flash { margin: 0 0 16px; padding: 12px 16px; border-radius: 10px; background: var(--good-well); }
.flash.bad, .caution { background: var(--soon-well); }
.caution { margin: 10px 0; padding: 9px 12px; border-radius: 8px; font-size: 15px; }

.stages { display: flex; margin: 18px 0 4px; }
.stages li { position: relative; flex: 1; padding-top: 22px; text-align: center; font-size: 14px; color: var(--soft); }
.stages li::before {
  content: ""; position: absolute; z-index: 1; top: 3px; left: calc(50% - 6px); width: 12px; height: 12px;
  border-radius: 50%; background: var(--sheet); border: 2px solid var(--edge);
}
.stages li::after { content: ""; position: absolute; top: 8px; left: -50%; width: 100%; height: 2px; background: var(--line); }
.stages li:first-child::after { display: none; }
.stages .past::before { background: var(--calm); border-color: var(--calm); }
.stages .past::after, .stages .here::after { background: var(--calm); }
.stages .here { color: var(--ink); font-weight: 600; }
.stages .here::before { background: var(--calm); border-color: var(--calm); outline: 4px solid var(--calm-well); }

.tasks { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
.task { padding: 14px 16px 12px; background: var(--well); border-radius: 10px; border-left: 5px solid var(--calm); }
.task.soon { border-color: var(--soon); }
.task.now { border-color: var(--now); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 14px; }
.letter h3 { margin: 0 0 2px; font-size: 16px; letter-spacing: 0; color: var(--ink); }
.left { font-weight: 600; color: var(--calm); }
.soon .left { color: var(--soon); }
.now .left { color: var(--now); }
.time { display: block; width: 100%; height: 6px; margin: 8px 0; border-radius: 3px; }
.bar { fill: var(--line); }
.gone { fill: var(--calm); }
.soon .gone { fill: var(--soon); }
.now .gone { fill: var(--now); }
.deadline { font-size: 15px; }
.deeds { display: flex; flex-wrap: wrap; gap: 10px; margin: 12px 0 6px; }
.deeds form { display: flex; gap: 6px; }
button, select, input[type="datetime-local"], input[type="password"] {
  min-height: 38px; padding: 6px 14px; font: inherit; font-size: 15px; color: var(--ink); background: var(--sheet);
  border: 1px solid var(--edge); border-radius: 8px; max-width: 100%; min-width: 0;
}
select { padding: 6px 8px; }
button { cursor: pointer; font-weight: 600; }
button:hover { border-color: var(--main); }
button.main { background: var(--main); border-color: var(--main); color: var(--main-ink); }
button.plain { background: none; font-weight: 400; }
details { margin-top: 6px; }
summary { padding: 4px 0; cursor: pointer; color: var(--main); font-size: 15px; }
details ol, details ul { margin: 2px 0 6px; padding-left: 20px; font-size: 15px; list-style: disc; }
details ol { list-style: decimal; }
.settled li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 12px; padding: 4px 0; }
.settled li > span::before { content: "–"; display: inline-block; width: 22px; color: var(--over); }
.settled .done > span::before { content: "✓"; color: var(--good); font-weight: 700; }
.settled button { min-height: 32px; padding: 3px 12px; font-size: 14px; font-weight: 400; }

${pictureStyle}.picture.w340 { display: none; }
.picture .closed .bar { fill: var(--line); }
.picture .told { fill: var(--ink); }
.key { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 8px; font-size: 13px; color: var(--soft); }
.key span::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 50%; background: var(--calm); }
.key .word::before { background: var(--sheet); border: 2px solid var(--calm); border-radius: 2px; transform: rotate(45deg); }
.key .sent::before { width: 7px; height: 7px; background: var(--ink); }
.key .planned::before { width: 8px; height: 8px; background: var(--sheet); border: 1.5px solid var(--ink); }
.events li, .reminders li { display: grid; grid-template-columns: 11.5em 1fr; gap: 0 12px; padding: 3px 0; font-size: 15px; }
.events { padding-left: 0 !important; list-style: none !important; }
.events time, .reminders time { color: var(--soft); font-variant-numeric: tabular-nums; }
details .reminders { padding-left: 0; list-style: none; }

.letters > li { padding: 12px 0; border-top: 1px solid var(--line); }
.more { display: flex; flex-wrap: wrap; gap: 0 20px; }
.more details { min-width: 0; max-width: 100%; }
.more details[open] { flex-basis: 100%; }
.letters > li:first-child { margin-top: 8px; }
.letter.alarm { padding: 12px; border: 0; border-radius: 10px; background: var(--now-well); }
.subject { overflow-wrap: anywhere; }
.badge { margin-right: 6px; padding: 1px 10px; border-radius: 99px; font-size: 13px; font-weight: 600; white-space: nowrap; color: var(--good); background: var(--good-well); }
.badge.unverified { color: var(--soon); background: var(--soon-well); }
.badge.suspicious { color: var(--now); background: var(--now-well); }
.alarm .badge { background: var(--sheet); }
.reasons { margin: 6px 0; padding-left: 20px; list-style: disc; font-size: 15px; }
.letters h4 { margin: 10px 0 4px; font-size: 15px; }
.letters form p { margin: 6px 0; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; font-size: 15px; }
.letters label { display: inline-flex; align-items: center; gap: 8px; }
input[type="checkbox"] { width: 20px; height: 20px; }

table { width: 100%; margin: 10px 0; border-collapse: collapse; font-size: 15px; }
th, td { padding: 6px 12px 6px 0; text-align: left; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: 13px; }
tbody tr { border-top: 1px solid var(--line); }
tr.trouble { border: 0; color: var(--soon); font-size: 14px; }
code { display: block; padding: 8px 10px; border-radius: 8px; background: var(--well); font: 14px/1.5 Consolas, Menlo, monospace; overflow-wrap: anywhere; }
.card p + p { margin-top: 8px; }
footer { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 10px; padding: 4px; color: var(--soft); font-size: 14px; }
footer p { flex: 1 1 300px; }
.door { display: grid; place-items: center; min-height: 80vh; }
.door .card { max-width: 460px; }
.door h1 { margin: 10px 0; font-size: 24px; }
.door input { width: 100%; }

@media (max-width: 800px) { .pair { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 600px) {
  body { padding: 0 8px 24px; }
  .card { padding: 18px 16px; border-radius: 12px; }
  .picture.w960 { display: none; }
  .picture.w340 { display: block; }
  .stages li { font-size: 12px; }
  .stages li:not(.here) span { font-size: 11px; }
  .events li, .reminders li { grid-template-columns: 1fr; padding: 5px 0; }
  table, th, td { font-size: 14px; }
}
@media (forced-colors: active) { .dot, .stages li::before, .key span::before { forced-color-adjust: none; } }
`;
