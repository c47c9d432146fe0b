/** A case on paper: one page that needs nothing beside it, and prints well. */

import { toIso, toIsoOrNull } from "../domain/instants.ts";
import type { Reminder } from "../domain/plan.ts";
import type { Window } from "../domain/windows.ts";
import { arrival, type Evidence, type LetterEvidence } from "../flow/evidence.ts";
import { eventWords } from "./cases.ts";
import { evidenceStyle } from "./evidence-style.ts";
import { html, type Html } from "./html.ts";
import { pictureOf } from "./picture.ts";
import { longMoment, shortMoment, taskName, type View } from "./view.ts";
import type { EvidenceWords } from "./words/evidence/words.ts";

/** What every part is given. */
type Paper = View & { readonly say: EvidenceWords };

const books = {
  en: () => import("./words/evidence/en.ts"),
  fr: () => import("./words/evidence/fr.ts"),
  zh: () => import("./words/evidence/zh.ts"),
} as const;

/** One thing that happened, and what shows that it did. */
type Step = { readonly at: Date; readonly what: Html; readonly proof: Html };

export const evidencePage = async (given: View, evidence: Evidence, version: string): Promise<string> => {
  const { shown } = evidence;
  const { words: say } = await books[given.language]();
  const view: Paper = { ...given, say };
  return html`<!doctype html>
    <html lang="${view.phrases.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say.title(shown.label)}</title>
        <style>
          ${{ html: evidenceStyle }}
        </style>
      </head>
      <body>
        <header>
          <h1>${say.title(shown.label)}</h1>
          ${shown.hints.length > 0 && html`<p>${shown.hints.join(" · ")}</p>`}
          <p class="stage">${view.phrases.notes.week.stages[shown.stage]}</p>
          <p class="soft">${say.written(version, longMoment(view, view.now))} ${say.about(view.timeZone)}</p>
        </header>
        <main>
          <figure>${pictureOf(view, shown, 680)}</figure>
          ${windowsTable(view, shown.windows)} ${courseTable(view, evidence)}
          ${evidence.letters.map((letter) => letterDetails(view, letter))}
          <section>
            <h2>${say.hashes}</h2>
            <p>${say.hashesHow}</p>
          </section>
        </main>
      </body>
    </html> `.html;
};

const windowsTable = (view: Paper, windows: readonly Window[]): Html | null => {
  const { say } = view;
  if (windows.length === 0) return null;
  return html`<section>
    <h2>${say.windows}</h2>
    ${table(
      [say.columns.task, say.columns.opened, say.columns.closes, say.columns.length, say.columns.state],
      windows.map(({ task, opensAt, closesAt, days, basis, state, endedBy }) => [
        html`${taskName(view, task)}`,
        moment(view, opensAt),
        closesAt === null ? html`${say.endless}` : moment(view, closesAt),
        html`${days === null ? "–" : say.days(days, basis)}`,
        html`${say.states[state]}${state === "done" && endedBy !== null && ` (${view.words.settledBy[endedBy]})`}`,
      ]),
    )}
  </section>`;
};

const courseTable = (view: Paper, { letters, shown, mails, words }: Evidence): Html => {
  const { say } = view;
  const steps: readonly Step[] = [
    ...letters.map((letter) => letterStep(view, letter)),
    ...shown.events
      .filter(({ source }) => source === "person")
      .map((event) => ({ at: event.at, what: html`${eventWords(view, event)}`, proof: html`${event.id}` })),
    ...words.map(({ id, saidAt, said }) => ({
      at: saidAt,
      what: html`${say.said[said.what]} ${"letterId" in said && said.letterId}
      ${said.what === "corrected" && html`<span class="exact">${JSON.stringify(said.correction)}</span>`}`,
      proof: html`${id}`,
    })),
    ...mails.map((mail) => mailStep(view, mail)),
  ];
  return html`<section>
    <h2>${say.course}</h2>
    ${table(
      [say.columns.when, say.columns.what, say.columns.proof],
      steps
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
        .map(({ at, what, proof }) => [moment(view, at), what, proof]),
    )}
    ${mails.length === 0 && html`<p>${say.columns.sent}${view.words.colon}${say.noMails}</p>`}
  </section>`;
};

const letterStep = (view: Paper, letter: LetterEvidence): Step => ({
  at: arrival(letter),
  what: html`${view.say.letterCame(kindOf(view, letter))} <span class="soft">${letter.subject}</span>`,
  proof: html`<a href="#letter-${letter.id}">${letter.id}</a>${badge(view, letter)}`,
});

const kindOf = ({ words }: View, { finding: { kind, subkind } }: LetterEvidence): string => {
  const more = subkind === null ? undefined : words.subkinds[subkind];
  return more === undefined ? words.kinds[kind] : `${words.kinds[kind]} – ${more}`;
};

const badge = ({ words }: View, { finding: { trust } }: LetterEvidence): Html | null =>
  trust && html` <span class="trust ${trust}">${words.trust[trust]}</span>`;

const mailStep = (view: Paper, mail: Reminder): Step => ({
  at: mail.sentAt ?? mail.endedAt ?? mail.claimedAt ?? mail.dueAt,
  what: html`${view.say.mail[mail.status]}${mail.channel === "append" && `, ${view.words.laid}`}
    <span class="soft">${mail.subject}</span>`,
  proof: html`<span class="exact">${mail.messageId}</span> <span lang="en">${mail.outcome}</span>`,
});

const letterDetails = (view: Paper, letter: LetterEvidence): Html => {
  const { timeZone, words, say } = view;
  const { fields } = say;
  const exact = (at: Date | null): Html =>
    html`<span class="exact">${toIsoOrNull(at, timeZone) ?? say.none}</span>`;
  const rows: readonly (readonly [string, Html | null])[] = [
    [fields.subject, html`${letter.subject === "" ? words.noSubject : letter.subject}`],
    [fields.from, html`${letter.from}`],
    [fields.forwardedBy, letter.finding.forwardedBy === null ? null : html`${letter.finding.forwardedBy}`],
    [fields.messageId, html`<span class="exact">${letter.messageId ?? say.none}</span>`],
    [fields.dateField, exact(letter.date)],
    [fields.internalDate, exact(letter.internalDate)],
    [fields.hops, hopList(view, letter)],
    [fields.vouchings, vouchingList(view, letter)],
    [fields.ownCheck, ownCheck(view, letter)],
    [
      fields.trust,
      html`${badge(view, letter)}
        <ul lang="en">
          ${letter.finding.why.map((reason) => html`<li>${reason}</li>`)}
        </ul>`,
    ],
    [fields.seen, html`${exact(letter.seenAt)}, ${words.inFolder(letter.folder)}`],
    [fields.hash, html`<span class="exact">${letter.sha256}</span>`],
  ];
  return html`<section class="letter" id="letter-${letter.id}">
    <h2>${say.details(letter.id)}${view.words.colon}${kindOf(view, letter)}</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          value &&
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
};

const hopList = ({ say, timeZone }: Paper, { hops }: LetterEvidence): Html => {
  if (hops.length === 0) return html`${say.none}`;
  return html`<ol>
    ${hops.map(
      ({ at, from, by }) =>
        html`<li>
          <span class="exact">${toIsoOrNull(at, timeZone) ?? "?"}</span> ${say.hop(from ?? "?", by ?? "?")}
        </li>`,
    )}
  </ol>`;
};

const vouchingList = ({ say }: Paper, { vouchings }: LetterEvidence): Html => {
  if (vouchings.length === 0) return html`${say.none}`;
  return html`<ul>
    ${vouchings.map(
      ({ by, method, result, domain }) =>
        html`<li>
          <span class="exact">${method}=${result}</span
          >${domain && ` (${domain})`}${by && `, ${say.saidBy(by)}`}
        </li>`,
    )}
  </ul>`;
};

const ownCheck = ({ say }: Paper, { verification }: LetterEvidence): Html | null =>
  verification !== undefined && verification.signedBy.length > 0
    ? html`${say.ownCheck(verification.signedBy.join(", "))}`
    : null;

const moment = (view: Paper, at: Date): Html =>
  html`<time datetime="${at.toISOString()}"
    >${shortMoment(view, at)}<br /><span class="exact">${toIso(at, view.timeZone)}</span></time
  >`;

const table = (heads: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
