/** The timeline as a picture (SVG): what came above, the windows below it, and where now is. */

import { countingEvents } from "../domain/case.ts";
import { tasksOf } from "../domain/facts.ts";
import type { LetterMilestone } from "../domain/milestones.ts";
import type { Reminder } from "../domain/plan.ts";
import { rules } from "../domain/window-rules.ts";
import type { Window } from "../domain/windows.ts";
import { capital } from "../domain/wording/capital.ts";
import type { ShownCase } from "../flow/snapshot.ts";
import { html, type Html } from "./html.ts";
import { scaleOf, type Scale } from "./scale.ts";
import { passed, shortMoment, urgencyOf, type View } from "./view.ts";

const edge = 12;
const laneY = 34;
const firstRowY = 62;
const rowHeight = 36;
const barHeight = 8;

/** A picture so many pixels wide; two of them serve phones and desks. */
export const pictureOf = (view: View, shown: ShownCase, width: number): Html => {
  const drawing = drawingOf(view, shown, width);
  const height = firstRowY + shown.windows.length * rowHeight + 26;
  const id = `picture-${shown.id}-${width}`;
  return html`<svg
    class="picture w${width}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}"
  >
    <title id="${id}">${view.words.pictureOf(shown.label)}</title>
    <line class="lane" x1="${edge}" x2="${width - edge}" y1="${laneY}" y2="${laneY}" />
    ${drawing.scale.silences.map(
      ({ from, to }) =>
        html`<line
          class="silence"
          x1="${round(from + 4)}"
          x2="${round(to - 4)}"
          y1="${laneY}"
          y2="${laneY}"
        />`,
    )}
    ${nowLine(drawing, height)} ${marks(drawing)}
    ${shown.windows.map((window, index) => row(drawing, window, firstRowY + index * rowHeight))}
    ${axis(drawing, height)}
  </svg>`;
};

type Drawing = {
  readonly view: View;
  readonly shown: ShownCase;
  readonly reminders: readonly Reminder[];
  readonly scale: Scale;
  readonly width: number;
};

const drawingOf = (view: View, shown: ShownCase, width: number): Drawing => {
  const reminders = view.snapshot.reminders.filter(
    ({ caseId, status }) => caseId === shown.id && status !== "dropped" && status !== "failed",
  );
  const instants = [
    view.now,
    ...countingEvents(shown.events).map(({ at }) => at),
    ...shown.windows.flatMap((window) => [window.opensAt, endOf(view, shown, window)]),
  ];
  return { view, shown, reminders, width, scale: scaleOf(instants, edge, width - edge) };
};

const nowLine = ({ view, scale }: Drawing, height: number): Html => {
  const x = round(scale.x(view.now));
  return html`<line class="today" x1="${x}" x2="${x}" y1="${laneY - 10}" y2="${height - 20}" />`;
};

/** Letters and words of the person, with the names of what there is room for. */
const marks = ({ view, shown, scale, width }: Drawing): readonly Html[] => {
  let free = 0;
  return countingEvents(shown.events).map(({ at, milestone, source }) => {
    const x = scale.x(at);
    if (source === "person")
      return html`<rect
        class="word"
        x="${round(x - 4)}"
        y="${laneY - 4}"
        width="8"
        height="8"
        rx="2"
        transform="rotate(45 ${round(x)} ${laneY})"
      />`;
    const name = shortNames(view)[milestone] ?? "";
    const label = labelAt(name, x, width);
    const fits = name !== "" && label.from >= free;
    if (fits) free = label.to + 6;
    return html`<circle class="letter" cx="${round(x)}" cy="${laneY}" r="5" />${
        fits &&
        html`<text class="name" x="${round(label.x)}" y="${laneY - 14}" text-anchor="${label.anchor}"
          >${name}</text
        >`
      }`;
  });
};

const shortNames = ({ words: { stages } }: View): Readonly<Partial<Record<string, string>>> => {
  const names: Readonly<Partial<Record<LetterMilestone, string>>> = {
    invited: stages.invited,
    answered: stages.answered,
    credentialed: stages.in_portal,
    family_credentialed: stages.in_portal,
    confirmed: stages.confirmed,
    family_confirmed: stages.confirmed,
    card_mailed: stages.complete,
    family_card_mailed: stages.complete,
    card_received: stages.complete,
  };
  return names;
};

const row = (drawing: Drawing, window: Window, y: number): Html => {
  const { view, shown, scale, width } = drawing;
  const from = scale.x(window.opensAt);
  const to = Math.max(from + 6, scale.x(endOf(view, shown, window)));
  const name = capital(view.phrases.tasks[window.task].short);
  const label = labelAt(name, from, width, "start");
  const share = window.state === "open" ? passed(window, view.now) : null;
  const barY = y + 8;
  return html`<g class="row ${window.state} ${urgencyOf(window, view.now)}">
    <text class="task" x="${round(label.x)}" y="${y}" text-anchor="${label.anchor}">${name}</text>
    <rect
      class="${window.closesAt === null ? "bar endless" : "bar"}"
      x="${round(from)}"
      y="${barY}"
      width="${round(to - from)}"
      height="${barHeight}"
      rx="4"
    />
    ${share !== null && html`<rect class="gone" x="${round(from)}" y="${barY}" width="${round(Math.max(barHeight, (to - from) * share))}" height="${barHeight}" rx="4" />`}
    ${reminderMarks(drawing, window, barY + barHeight / 2)}
  </g>`;
};

/** A window that was settled ends with what settled it. */
const endOf = (view: View, { events }: ShownCase, { task, opensAt, closesAt, endedBy }: Window): Date => {
  const rule = rules.find((each) => each.task === task);
  const settling = endedBy === "time" || rule === undefined ? [] : [...rule.doneBy, ...rule.closedBy];
  const settled = countingEvents(events).find(
    ({ milestone, at }) => at >= opensAt && settling.includes(milestone),
  );
  return settled?.at ?? closesAt ?? view.now;
};

const reminderMarks = (
  { reminders, scale }: Drawing,
  { task, opensAt, closesAt }: Window,
  y: number,
): readonly Html[] =>
  reminders
    .filter((reminder) => tasksOf(reminder).includes(task))
    .map((reminder) => ({ at: reminder.sentAt ?? reminder.dueAt, sent: reminder.status === "sent" }))
    .filter(({ at }) => at >= opensAt && (closesAt === null || at <= closesAt))
    .map(
      ({ at, sent }) =>
        html`<circle class="${sent ? "told" : "to-tell"}" cx="${round(scale.x(at))}" cy="${y}" r="3" />`,
    );

/** Now, then whatever dates there is room for: ends first, as they matter most. */
const axis = ({ view, shown, scale, width }: Drawing, height: number): readonly Html[] => {
  const { windows, events } = shown;
  const ends = windows.flatMap(({ closesAt, state }) =>
    state === "open" && closesAt !== null ? [closesAt] : [],
  );
  const wanted = [
    { at: view.now, text: view.words.now, kind: "today" },
    ...[...ends, ...countingEvents(events).map(({ at }) => at)].map((at) => ({
      at,
      text: dateOf(view, at),
      kind: "date",
    })),
  ];
  const taken: { from: number; to: number }[] = [];
  return wanted.flatMap(({ at, text, kind }) => {
    const label = labelAt(text, scale.x(at), width);
    if (taken.some(({ from, to }) => label.from < to + 8 && label.to > from - 8)) return [];
    taken.push(label);
    return [
      html`<text class="${kind}" x="${round(label.x)}" y="${height - 6}" text-anchor="${label.anchor}"
        >${text}</text
      >`,
    ];
  });
};

/** Without the time of day. */
const dateOf = (view: View, at: Date): string =>
  shortMoment(view, at).replace(/(?:, | à |(?<=）))\d.*$/u, "");

/** A text of so many pixels at `x`, kept within the picture. */
const labelAt = (text: string, x: number, width: number, wish: "middle" | "start" = "middle") => {
  const length = Array.from(text, (sign) => (sign > "\u2E80" ? 11.5 : 6.3)).reduce(
    (sum, each) => sum + each,
    0,
  );
  const room = wish === "start" ? { before: 0, after: length } : { before: length / 2, after: length / 2 };
  if (x + room.after > width - 2)
    return { x: width - 2, from: width - 2 - length, to: width - 2, anchor: "end" };
  if (x - room.before < 2) return { x: 2, from: 2, to: 2 + length, anchor: "start" };
  return { x, from: x - room.before, to: x + room.after, anchor: wish };
};

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
