/** How the timeline looks, on the page and on paper; the colours are those of the page that it stands on. */
export const pictureStyle = `.picture { display: block; width: 100%; height: auto; font: 11.5px -apple-system, "Segoe UI", Roboto, Arial, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
.picture text { fill: var(--soft); }
.picture .task { fill: var(--ink); }
.picture .lane { stroke: var(--edge); stroke-width: 2; }
.picture .silence { stroke: var(--sheet); stroke-width: 3; stroke-dasharray: 3 6; }
.picture .today { stroke: var(--edge); stroke-dasharray: 2 4; }
.picture text.today { fill: var(--ink); stroke: none; font-weight: 600; }
.picture circle.letter { fill: var(--calm); }
.picture .word { fill: var(--sheet); stroke: var(--calm); stroke-width: 2; }
.picture .bar { fill: var(--line); }
.picture .done .bar { fill: var(--good); }
.picture .endless { fill: none; stroke: var(--edge); stroke-dasharray: 4 3; }
.picture .to-tell { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
`;
