/** Type and colours of a reminder, in the light (inline) and in the dark (one style block). */

import type { Urgency } from "../domain/wording.ts";
import { asIs } from "./html.ts";

export const font = asIs("-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif");

/** Each has a contrast of at least 4.5 to the light boxes (WCAG 2.1, 1.4.3). */
export const colours: Readonly<Record<Urgency, string>> = {
  calm: "#1f6fc5",
  soon: "#9a6200",
  now: "#b3261e",
  over: "#5c6873",
};

export const darkStyle = asIs(`
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #0f1419 !important; }
  .sheet { background: #1b232b !important; }
  .ink { color: #f1f4f7 !important; }
  .soft { color: #b4bfc9 !important; }
  .well { background: #27313b !important; }
  .line { border-color: #3a4650 !important; }
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
`);
