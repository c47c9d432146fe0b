/** The letters: what each is taken for and why, and the forms to say otherwise. */

import { oneLine } from "../domain/wording/quote.ts";
import { correct } from "../domain/correction.ts";
import type { Finding } from "../domain/letter.ts";
import { reasonsOf } from "../domain/wording/reasons.ts";
import type { ShownLetter } from "../flow/snapshot.ts";
import { labelOf } from "./cases.ts";
import { html, type Html } from "./html.ts";
import { aloud, form, timeOf, type View } from "./view.ts";

/** As the correction names them: a kind, or a kind and what sort of it. */
export const correctable = [
  "portal1",
  "portal2/credentials",
  "portal2/existing_account",
  "portal2/reissued",
  "portal2/family_member",
  "ecopr",
  "ecopr/family_member",
  "own_reply",
  "reply_bounced",
  "other_ircc/photo_returned",
  "other_ircc/passport_request",
  "other_ircc/card_mailed",
  "other_ircc/acknowledged",
  "other_ircc/unknown",
  "not_ircc",
] as const;

export const lettersOf = (view: View): Html => {
  const { words, snapshot } = view;
  const shown = snapshot.letters
    .filter(({ finding, correction }) => finding.kind !== "not_ircc" || correction !== undefined)
    .toReversed();
  return html`<section class="card" aria-labelledby="letters">
    <h2 id="letters">${words.letters}</h2>
    ${
      shown.length === 0
        ? html`<p class="soft">${words.noLetters}</p>`
        : html`<ul class="letters">
            ${shown.map((letter) => letterOf(view, letter))}
          </ul>`
    }
  </section>`;
};

const letterOf = (view: View, letter: ShownLetter): Html => {
  const { words } = view;
  const finding = correct(letter.finding, letter.correction);
  const { trust } = finding;
  const subject = oneLine(letter.message.subject);
  return html`<li class="letter${trust === "suspicious" && " alarm"}" id="letter-${letter.id}">
    <h3>${kindOf(view, finding)}</h3>
    <p class="subject">${subject || words.noSubject}</p>
    <p class="soft">
      ${trust !== null && html`<span class="badge ${trust}">${words.trust[trust]}</span>`}${timeOf(view, finding.receivedAt ?? letter.seenAt)}
      · ${words.inFolder(letter.place.folder)}${lies(view, letter)}
    </p>
    ${
      trust === "suspicious" &&
      html`<ul class="reasons">
        ${reasonsFor(view, finding)}
      </ul>`
    }
    ${letter.correction !== undefined && html`<p>${words.youSaid}</p>`}
    <div class="more">
      <details>
        <summary>${words.why}${aloud(` – ${subject}`)}</summary>
        <ul lang="en">
          ${finding.why.map((why) => html`<li>${why}</li>`)}
        </ul>
      </details>
      <details>
        <summary>${words.isNot}${aloud(` – ${subject}`)}</summary>
        ${correcting(view, letter)}${assigning(view, letter)}
      </details>
    </div>
  </li>`;
};

const kindOf = ({ words }: View, { kind, subkind }: Finding): string =>
  [words.kinds[kind], words.subkinds[subkind ?? ""]].filter(Boolean).join(" – ");

const lies = (view: View, { filing }: ShownLetter): string => {
  if (filing === null) return ` · ${view.words.inNoCase}`;
  return view.snapshot.cases.length < 2 ? "" : ` · ${view.words.inCase(labelOf(view, filing.caseId))}`;
};

/** In the reader's own language, as far as there are words for it. */
const reasonsFor = ({ phrases }: View, finding: Finding): readonly Html[] =>
  reasonsOf(finding).map(({ code, detail }) =>
    code === "other"
      ? html`<li lang="en">${detail}</li>`
      : html`<li>${phrases.notes.suspicious.reasons[code](detail)}</li>`,
  );

const correcting = (view: View, { id, correction, finding }: ShownLetter): Html => {
  const { words } = view;
  const { correct: say } = words;
  const field = (name: string): string => `${name}-${id}`;
  return html`<div class="correct">
    <h4>${say.title}</h4>
    ${form(
      view,
      { what: "correct", letter: id },
      html`<p>
          <label for="${field("kind")}">${say.kind}</label>
          <select id="${field("kind")}" name="kind">
            <option value="">${say.asItIs}</option>
            ${correctable.map((value) => html`<option value="${value}">${nameOf(view, value)}</option>`)}
          </select>
        </p>
        <p>
          <label for="${field("received")}">${say.received}</label>
          <input id="${field("received")}" name="received" type="datetime-local" />
        </p>
        ${
          finding.trust === "suspicious" &&
          html`<p>
            <label><input type="checkbox" name="trust" value="genuine" /> ${say.genuine}</label>
          </p>`
        }
        <p>
          <label><input type="checkbox" name="mine" value="not" /> ${say.notMine}</label>
        </p>
        <p><button>${say.submit}${aloud(` – ${id}`)}</button></p>`,
    )}
    ${correction !== undefined && form(view, { what: "uncorrect", letter: id }, html`<p><button>${say.undo}${aloud(` – ${id}`)}</button></p>`)}
  </div>`;
};

const nameOf = ({ words }: View, value: (typeof correctable)[number]): string => {
  const [kind, subkind] = value.split("/");
  const name = new Map<string, string>(Object.entries(words.kinds)).get(kind ?? "") ?? value;
  return [name, words.subkinds[subkind ?? ""]].filter(Boolean).join(" – ");
};

/** Where there is one case, a letter can still be taken out of it. */
const assigning = (view: View, { id, filing }: ShownLetter): Html => {
  const { assign: say } = view.words;
  const field = `case-${id}`;
  return html`<div class="assign">
    <h4>${say.title}</h4>
    ${form(
      view,
      { what: "assign", letter: id },
      html`<p>
        <label for="${field}">${say.which}</label>
        <select id="${field}" name="case">
          ${view.snapshot.cases.map(
            (each) =>
              html`<option value="${each.id}" ${each.id === filing?.caseId && html` selected`}>
                ${each.label}
              </option>`,
          )}
          <option value="">${say.own}</option>
        </select>
        <button>${say.submit}${aloud(` – ${id}`)}</button>
      </p>`,
    )}
    ${filing?.by === "person" && form(view, { what: "unassign", letter: id }, html`<p><button>${say.undo}${aloud(` – ${id}`)}</button></p>`)}
  </div>`;
};
