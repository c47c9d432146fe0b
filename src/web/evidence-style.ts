import { pictureStyle } from "./picture-style.ts";

/** Dark on white, as it will be printed: A4 or letter, no card cut in two, table heads on each sheet. */
export const evidenceStyle = `
@page { margin: 18mm 16mm; }
:root {
  color-scheme: light; --line: #c9d0d6; --edge: #79858f; --ink: #15202b; --soft: #4a5763;
  --calm: #1f6fc5; --soon: #9a6200; --now: #b3261e; --good: #1a7340; --sheet: #fff;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 780px; padding: 24px; background: #fff; color: var(--ink);
  font: 14px/1.45 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1, h2, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: 24px; line-height: 1.25; }
h2 { margin: 26px 0 8px; font-size: 17px; break-after: avoid; }
header p { margin-top: 4px; }
.stage { font-size: 16px; }
.soft { color: var(--soft); font-size: 13px; }
figure { margin: 18px 0 0; break-inside: avoid; }
ul, ol { padding-left: 18px; }
a { color: inherit; }
.exact { font: 12px/1.5 Consolas, Menlo, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 6px 12px 6px 0; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; border-top: 1px solid var(--line); }
thead th { border: 0; color: var(--soft); font-size: 12px; }
td time { white-space: nowrap; }
.letter { break-inside: avoid; }
dl { display: grid; grid-template-columns: 190px 1fr; gap: 4px 14px; padding-top: 8px; border-top: 2px solid var(--ink); font-size: 13px; }
dt { color: var(--soft); }
dd { min-width: 0; overflow-wrap: anywhere; }
.trust { padding: 0 8px; border: 1px solid; border-radius: 99px; font-size: 12px; white-space: nowrap; color: var(--good); }
.trust.unverified { color: var(--soon); }
.trust.suspicious { color: var(--now); }
${pictureStyle}.picture .gone { fill: var(--calm); }
.picture .told { fill: var(--ink); stroke: var(--ink); }
@media print { body { max-width: none; padding: 0; } a { text-decoration: none; } * { print-color-adjust: exact; } }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; } td time { white-space: normal; } }
`;
