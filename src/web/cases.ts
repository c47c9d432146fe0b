/** One case: how far it is, what there is to do, and how it came there. */

import { countingEvents } from "../domain/case.ts";
import type { CaseEvent } from "../domain/events.ts";
import { tasks, type Task } from "../domain/letter.ts";
import { stages, type Stage } from "../domain/milestones.ts";
import type { ShownCase } from "../flow/snapshot.ts";
import { html, type Html } from "./html.ts";
import { pictureOf } from "./picture.ts";
import { tasksOf } from "./tasks.ts";
import { shortMoment, timeOf, type View } from "./view.ts";

const widths = [960, 340] as const;

export const caseOf = (view: View, shown: ShownCase): Html => {
  const { words, phrases } = view;
  return html`<section class="card case" id="${shown.id}" aria-labelledby="${shown.id}-title">
    <h2 id="${shown.id}-title">${shown.label}</h2>
    ${shown.hints.length > 0 && html`<p class="hints soft">${shown.hints.join(" · ")}</p>`}
    <p class="stage">${phrases.notes.week.stages[shown.stage]}</p>
    ${stageLine(view, shown.stage)}
    ${shown.uncertain && html`<p class="caution">${words.uncertain(shown.candidates.map((id) => labelOf(view, id)).join(", "))}</p>`}
    ${tasksOf(view, shown)}
    <h3>${words.picture}</h3>
    <figure>
      ${widths.map((width) => pictureOf(view, shown, width))}
      <figcaption class="key">
        ${(["letter", "word", "sent", "planned"] as const).map(
          (mark) => html`<span class="${mark}">${words.key[mark]}</span>`,
        )}
      </figcaption>
    </figure>
    <details>
      <summary>${words.happened}</summary>
      <ol class="events">
        ${countingEvents(shown.events).map((event) => eventOf(view, event))}
      </ol>
    </details>
  </section>`;
};

/** What a person calls a case. */
export const labelOf = ({ snapshot }: View, caseId: string): string =>
  snapshot.cases.find(({ id }) => id === caseId)?.label ?? caseId;

const stageLine = ({ words }: View, stage: Stage): Html => {
  const at = stages.indexOf(stage);
  return html`<ol class="stages">
    ${stages.slice(1).map((each, index) =>
      each === "waiting"
        ? null
        : html`<li
            class="${index + 1 < at ? "past" : index + 1 === at ? "here" : "ahead"}"
            ${index + 1 === at && html` aria-current="step"`}
          >
            <span>${words.stages[each]}</span>
          </li>`,
    )}
  </ol>`;
};

const eventOf = (view: View, event: CaseEvent): Html =>
  html`<li>${timeOf(view, event.at)} <span>${eventWords(view, event)}</span></li>`;

export const eventWords = (view: View, { milestone, until }: CaseEvent): string => {
  const { words, phrases } = view;
  const moment = until === undefined ? null : shortMoment(view, until);
  const name = (task: Task): string => phrases.tasks[task].name;
  for (const verb of ["done", "undone", "snoozed", "stopped"] as const) {
    const task = tasks.find((each) => milestone === `${verb}:${each}`);
    if (task !== undefined) return words.said(verb, name(task), moment ?? "");
  }
  if (milestone === "copr_valid_until") return words.copr(moment);
  return letterWords(view, milestone);
};

const letterWords = ({ words }: View, milestone: string): string =>
  new Map<string, string>(Object.entries(words.events)).get(milestone) ?? milestone;
