/** What there is to do: each open window with the time left, and what was settled. */

import type { Window } from "../domain/windows.ts";
import { aboutItsTime } from "../domain/wording/about-time.ts";
import type { ShownCase } from "../flow/snapshot.ts";
import { html, type Html } from "./html.ts";
import {
  aloud,
  form,
  left,
  longMoment,
  passed,
  shortMoment,
  taskName,
  urgencyOf,
  type View,
} from "./view.ts";

/** How long a reminder can be put off with one press. */
export const pauses = {
  "6h": { count: 6, unit: "hour" },
  "1d": { count: 1, unit: "day" },
  "2d": { count: 2, unit: "day" },
} as const;

export const tasksOf = (view: View, shown: ShownCase): Html => {
  const { words } = view;
  const open = shown.windows.filter(({ state }) => state === "open").toSorted(soonestFirst);
  const settled = shown.windows.filter(({ state }) => state !== "open");
  return html`<h3>${words.toDo}</h3>
    ${
      open.length === 0
        ? html`<p class="soft">${words.nothingToDo}</p>`
        : html`<ul class="tasks">
            ${open.map((window) => openTask(view, shown, window))}
          </ul>`
    }
    ${
      settled.length > 0 &&
      html`<h3>${words.settled}</h3>
        <ul class="settled">
          ${settled.map((window) => settledTask(view, shown, window))}
        </ul>`
    }`;
};

const soonestFirst = (one: Window, other: Window): number =>
  (one.closesAt?.getTime() ?? Number.MAX_VALUE) - (other.closesAt?.getTime() ?? Number.MAX_VALUE);

const openTask = (view: View, shown: ShownCase, window: Window): Html => {
  const { phrases, words, now } = view;
  const { task, closesAt, opensAt, trust } = window;
  return html`<li class="task ${urgencyOf(window, now)}">
    <div class="head">
      <h4>${taskName(view, task)}</h4>
      ${
        closesAt !== null &&
        html`<p class="left"><time datetime="${closesAt.toISOString()}">${left(view, closesAt)}</time></p>`
      }
    </div>
    ${barOf(window, now)}
    <p class="deadline">
      ${
        closesAt === null
          ? `${phrases.noDeadline}. ${words.openSince(shortMoment(view, opensAt))}`
          : phrases.deadline(longMoment(view, closesAt), window.approximate)
      }${basisOf(view, window)}
    </p>
    ${trust === "unverified" && html`<p class="caution">${words.notVerified}</p>`}
    <div class="deeds">
      ${form(view, { what: "done", task, case: shown.id }, html`<button class="main">${words.done}${aloud(` – ${taskName(view, task)}`)}</button>`)}
      ${later(view, shown, window)}
    </div>
    <details>
      <summary>${words.steps}${aloud(` – ${taskName(view, task)}`)}</summary>
      <ol>
        ${phrases.tasks[task].steps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </details>
  </li>`;
};

const basisOf = ({ phrases }: View, window: Window): Html | null =>
  window.days === null
    ? null
    : html` <span class="soft"
        >${[phrases.basis(window.basis, window.days), ...aboutItsTime(window, phrases)].join(" · ")}</span
      >`;

/** The time that is gone, as a bar: what it says stands beside it in words. */
const barOf = (window: Window, now: Date): Html | null => {
  const share = passed(window, now);
  return share === null
    ? null
    : html`<svg class="time" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar" width="100" height="2" />
        <rect class="gone" width="${Math.max(1, Math.round(share * 100))}" height="2" />
      </svg>`;
};

const later = (view: View, shown: ShownCase, { task }: Window): Html => {
  const id = `later-${shown.id}-${task}`;
  return form(
    view,
    { what: "snooze", task, case: shown.id },
    html`<label class="aloud" for="${id}">${view.words.laterBy}${aloud(` – ${taskName(view, task)}`)}</label>
      <select id="${id}" name="for">
        ${Object.entries(pauses).map(
          ([value, amount]) =>
            html`<option value="${value}" ${value === "1d" && html` selected`}>
              ${view.phrases.duration([amount])}
            </option>`,
        )}
      </select>
      <button>${view.words.later}${aloud(` – ${taskName(view, task)}`)}</button>`,
  );
};

const settledTask = (view: View, shown: ShownCase, window: Window): Html => {
  const { words } = view;
  const { task, state, endedBy } = window;
  const done = state === "done";
  const button = (what: "done" | "undo") =>
    form(
      view,
      { what, task, case: shown.id },
      html`<button>${words[what]}${aloud(` – ${taskName(view, task)}`)}</button>`,
    );
  return html`<li class="${state}">
    <span>${taskName(view, task)} <span class="soft">${words.settledBy[endedBy ?? "time"]}</span></span>
    ${endedBy !== "letter" && button(done ? "undo" : "done")}
  </li>`;
};
