/** The reminders: what is to come, and what was sent. */

import { byTime } from "../domain/instants.ts";
import type { Reminder } from "../domain/plan.ts";
import { html, type Html } from "./html.ts";
import { timeOf, topicsOf, type View } from "./view.ts";

/** So many stand open; the others are one press away. */
const most = 5;

export const remindersOf = (view: View): Html => {
  const { words, snapshot } = view;
  const shown = snapshot.reminders.filter(({ status }) => status !== "dropped");
  const toCome = shown.filter(isToCome).toSorted((one, other) => byTime(one.dueAt, other.dueAt));
  const over = shown
    .filter((reminder) => !isToCome(reminder))
    .toSorted((one, other) => byTime(when(other), when(one)));
  return html`<section class="card" aria-labelledby="reminders">
    <h2 id="reminders">${words.reminders}</h2>
    <h3>${words.toCome}</h3>
    ${list(view, toCome, words.noneToCome)}
    <h3>${words.sent}</h3>
    ${list(view, over, words.noneSent)}
  </section>`;
};

const isToCome = ({ status }: Reminder): boolean => status === "planned" || status === "claimed";

const when = ({ sentAt, endedAt, dueAt }: Reminder): Date => sentAt ?? endedAt ?? dueAt;

const list = (view: View, reminders: readonly Reminder[], none: string): Html => {
  if (reminders.length === 0) return html`<p class="soft">${none}</p>`;
  const lines = reminders.map((reminder) => line(view, reminder));
  return html`<ul class="reminders">
      ${lines.slice(0, most)}
    </ul>
    ${
      lines.length > most &&
      html`<details>
        <summary>${view.words.more(lines.length - most)}</summary>
        <ul class="reminders">
          ${lines.slice(most)}
        </ul>
      </details>`
    }`;
};

const line = (view: View, reminder: Reminder): Html =>
  html`<li class="${reminder.status}">
    ${timeOf(view, when(reminder))}
    <span>${topicsOf(view, reminder)} <span class="soft">${stateOf(view, reminder)}</span></span>
  </li>`;

/** What its heading does not say already. */
const stateOf = (
  { words, snapshot }: View,
  { id, status, channel, attempts, outcome }: Reminder,
): Html | null => {
  if (snapshot.held.has(id)) return html`· ${words.heldBack}`;
  if (channel === "append") return html`· ${words.laid}`;
  if (status === "planned" && attempts > 0 && outcome !== null)
    return html`· <span lang="en">${outcome}</span>`;
  return status === "planned" || status === "sent" ? null : html`· ${words.status[status]}`;
};
