/** Landfall itself: each mailbox, the ways out, the queue, and the calendar. */

import { amountsOf } from "../domain/time-left.ts";
import type { ShownMailbox } from "../flow/snapshot.ts";
import { html, type Html } from "./html.ts";
import type { QueueState } from "../flow/pulse.ts";
import { shortMoment, type View } from "./view.ts";

export const machineOf = (view: View, queue: QueueState): Html => {
  const { words, snapshot } = view;
  return html`<section class="card" aria-labelledby="machine">
    <h2 id="machine">${words.machine}</h2>
    ${
      snapshot.mailboxes.length > 0 &&
      html`<table>
        <thead>
          <tr>
            <th scope="col">${words.mailbox}</th>
            <th scope="col">${words.state}</th>
            <th scope="col">${words.lastLook}</th>
          </tr>
        </thead>
        <tbody>
          ${snapshot.mailboxes.map((mailbox) => mailboxRow(view, mailbox))}
        </tbody>
      </table>`
    }
    ${snapshot.outages.map(
      ({ mailbox, channel, since, problem }) =>
        html`<p class="caution">
          ${mailbox !== undefined && mailbox !== "" && snapshot.mailboxes.length > 1 && `${mailbox}${words.colon}`}${words.outage(channel, shortMoment(view, since))}${words.colon}<span
            lang="en"
            >${problem}</span
          >
        </p>`,
    )}
    <p>
      ${words.queue}
      ${words.queueWhere[queue.where]}${words.colon}${
        queue.problem === null ? words.queueWell : html`<span lang="en">${queue.problem}</span>`
      }${queue.jobs !== null && ` · ${jobsOf(view, queue.jobs)}`}
    </p>
    ${calendar(view)}
  </section>`;
};

const calendar = ({ words, calendarUrl }: View): Html => {
  const { pathname, search } = new URL(calendarUrl);
  return html`<h3>${words.calendar}</h3>
    <p>${words.calendarHow}</p>
    <p><code>${calendarUrl}</code></p>
    <p><a href="${pathname}${search}">${words.calendarLink}</a></p>`;
};

const mailboxRow = (view: View, { user, state, lastLookAt, healthy, problem }: ShownMailbox): Html => {
  const { words } = view;
  const trouble = problem ?? (healthy || state === "stopped" ? null : words.overdue);
  return html`<tr>
      <th scope="row">${user}</th>
      <td>
        <span class="dot ${healthy && state === "watching" ? "good" : "bad"}" aria-hidden="true"></span>
        ${words.states[state]}
      </td>
      <td>${lastLookAt === null ? words.never : shortMoment(view, lastLookAt)}</td>
    </tr>
    ${trouble !== null && html`<tr class="trouble"><td colspan="3"><span${problem !== null && html` lang="en"`}>${trouble}</span></td></tr>`}`;
};

const jobsOf = ({ words }: View, jobs: NonNullable<QueueState["jobs"]>): string =>
  jobs
    .map(({ queue, counts }) =>
      words.queueJobs(
        words.queueNames[queue] ?? queue,
        Object.values(counts).reduce((sum, count) => sum + count, 0),
      ),
    )
    .join(" · ");

/** At the top, in one line. */
export const pulseOf = ({ words, phrases, snapshot, now }: View): Html => {
  const mailboxes = snapshot.mailboxes.filter(({ state }) => state !== "paused");
  if (mailboxes.length === 0) return say("bad", words.pulse.none);
  if (mailboxes.every(({ state }) => state === "stopped")) return say("bad", words.pulse.stopped);
  const looks = mailboxes.map(({ lastLookAt }) => lastLookAt?.getTime() ?? 0);
  if (mailboxes.some(({ healthy }) => !healthy) || looks.includes(0)) return say("bad", words.pulse.bad);
  return say("good", words.pulse.good(phrases.duration(amountsOf(now.getTime() - Math.min(...looks)))));
};

const say = (tone: "good" | "bad", text: string): Html =>
  html`<p class="pulse ${tone}"><span class="dot ${tone}" aria-hidden="true"></span>${text}</p>`;
