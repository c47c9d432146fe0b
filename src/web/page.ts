/** The whole page, and the door before it. */

import { languages } from "../domain/wording/phrasebook.ts";
import { caseOf } from "./cases.ts";
import { html, type Html } from "./html.ts";
import { speak, type Spoken } from "./language.ts";
import { lettersOf } from "./letters.ts";
import { machineOf, pulseOf } from "./machine.ts";
import type { QueueState } from "../flow/pulse.ts";
import { remindersOf } from "./reminders.ts";
import { form, type View } from "./view.ts";

/** What came of the last press of a button. */
export type Flash = { readonly ok: boolean; readonly text: string };

export const page = async (view: View, queue: QueueState, flash: Flash | null): Promise<string> => {
  const { words, snapshot } = view;
  return sheet(
    view,
    html`<a class="skip" href="#main">${words.skip}</a>
      <header>
        <div class="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <h1>Landfall</h1>
        </div>
        ${pulseOf(view)} ${await tongues(view)}
      </header>
      <main id="main">
        ${flash !== null && html`<p class="flash ${flash.ok ? "good" : "bad"}" role="status">${flash.text}</p>`}
        ${
          snapshot.cases.length === 0 &&
          html`<section class="card case">
            <h2>${words.nothingYet}</h2>
            <p>${words.nothingYetHow}</p>
          </section>`
        }
        ${snapshot.cases.map((shown) => caseOf({ ...view, timeZone: shown.timeZone }, shown))}
        <div class="pair">${lettersOf(view)}${remindersOf(view)}</div>
        ${machineOf(view, queue)}
      </main>
      <footer>
        <p>${words.footer}</p>
        ${form(view, { what: "leave" }, html`<button class="plain">${words.leave}</button>`)}
      </footer>`,
    html`<script src="/live.js" defer></script>`,
  );
};

const tongues = async ({ language, words }: Spoken): Promise<Html> =>
  html`<nav aria-label="${words.chooseLanguage}">
    <ul>
      ${await Promise.all(
        languages.map(async (each) => {
          const other = await speak(each);
          return html`<li>
            <a
              href="/?lang=${each}"
              lang="${other.phrases.tag}"
              hreflang="${other.phrases.tag}"
              ${each === language && html` aria-current="true"`}
              >${other.words.name}</a
            >
          </li>`;
        }),
      )}
    </ul>
  </nav>`;

/** Why somebody stands before the door. */
export type Reason = "badLink" | "wrongPassword" | "wait" | null;

export const door = (
  spoken: Spoken,
  { reason, password }: { readonly reason: Reason; readonly password: boolean },
): string => {
  const { door: say } = spoken.words;
  return sheet(
    spoken,
    html`<main id="main" class="door">
      <section class="card">
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1>${say.title}</h1>
        ${reason !== null && html`<p class="flash bad" role="alert">${say[reason]}</p>`}
        ${
          password
            ? html`<form method="post" action="/sign-in">
                <p>
                  <label for="password">${say.password}</label>
                  <input
                    id="password"
                    name="password"
                    type="password"
                    autocomplete="current-password"
                    required
                  />
                </p>
                <p><button class="main">${say.enter}</button></p>
              </form>`
            : html`<p>${say.how}</p>`
        }
      </section>
    </main>`,
  );
};

/** After a link on another page led here: a browser keeps a strict cookie back until a page of ours leads on. */
export const threshold = (spoken: Spoken): string =>
  sheet(
    spoken,
    html`<main id="main" class="door">
      <section class="card">
        <p><a href="/">${spoken.words.door.on}</a></p>
      </section>
    </main>`,
    html`<meta http-equiv="refresh" content="0; url=/" />`,
  );

const sheet = ({ phrases }: Spoken, body: Html, head: Html | null = null): string =>
  html`<!doctype html>
    <html lang="${phrases.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Landfall</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html> `.html;
