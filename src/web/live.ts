/**
 * The one script, which the page can do without: while nobody is busy with the page, it is brought up to date
 * every half minute.
 */
export const script = `"use strict";
const busy = () => {
  const at = document.activeElement;
  return document.hidden || document.querySelector("details[open]") || (at && at !== document.body);
};
setInterval(async () => {
  if (busy()) return;
  const answer = await fetch("/", { headers: { accept: "text/html" } }).catch(() => null);
  if (answer === null || !answer.ok || busy()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const name of ["main", ".pulse"]) {
    const [old, young] = [document.querySelector(name), fresh.querySelector(name)];
    if (old && young && old.innerHTML !== young.innerHTML) old.replaceWith(young);
  }
}, 30000);
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f5fa8"/><path d="M6 21.5c3.2 0 3.2-2 6.4-2s3.2 2 6.4 2 3.2-2 6.4-2" fill="none" stroke="#bfe0ff" stroke-width="2.2" stroke-linecap="round"/><path d="M16 16.5V7l7.5 7.2H12.5" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
