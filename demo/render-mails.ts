/**
 * Pictures of the e-mails, as a phone (390 px) and a desk (1200 px) show them, light and dark.
 *
 *   npm run pictures                         the few that the README shows, into docs/images
 *   npm run pictures -- FOLDER [LANGUAGE…]   every one, whole, with its text part, to look at
 *
 * CHROMIUM names the browser, by default /usr/bin/chromium.
 */

import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Browser } from "playwright-core";
import { previewMail } from "../src/commands/preview.ts";
import { sampleKinds } from "../src/domain/sample-mails.ts";
import { languages, type ReminderLanguage } from "../src/domain/wording/phrasebook.ts";

type Picture = {
  readonly kind: string;
  readonly language: ReminderLanguage;
  readonly width: 390 | 1200;
  readonly colours: "light" | "dark";
};

const phone = { width: 390, colours: "light" } as const;
const inReadme: readonly Picture[] = [
  { kind: "rung", language: "en", ...phone },
  { kind: "portal2", language: "en", width: 390, colours: "dark" },
  { kind: "ecopr", language: "fr", ...phone },
  { kind: "rung", language: "zh", ...phone },
];

const [folder, ...chosen] = process.argv.slice(2);
const wanted = chosen.length === 0 ? languages : languages.filter((language) => chosen.includes(language));

const everyOne: readonly Picture[] = wanted.flatMap((language) =>
  sampleKinds.flatMap((kind) =>
    ([390, 1200] as const).flatMap((width) =>
      (["light", "dark"] as const).map((colours) => ({ kind, language, width, colours })),
    ),
  ),
);

const take = async (browser: Browser, picture: Picture, into: string, whole: boolean): Promise<void> => {
  const { kind, language, width, colours } = picture;
  const now = new Date("2026-11-27T15:42:10Z");
  const mail = previewMail(kind, { language, timeZone: "America/Toronto", now });
  const { text, html } = await mail.content();
  const name = `${into}/${kind}-${language}-${width}-${colours}`;
  if (whole) await writeFile(`${name}.txt`, `Subject: ${mail.subject}\n\n${text}`);
  const context = await browser.newContext({
    colorScheme: colours,
    offline: true,
    viewport: { width, height: whole ? 844 : 600 },
    deviceScaleFactor: width < 500 ? 1.25 : 1,
  });
  const page = await context.newPage();
  await page.setContent(html);
  await page.screenshot({ path: `${name}.png`, fullPage: whole });
  await context.close();
};

await mkdir(folder ?? "docs/images", { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
for (const picture of folder === undefined ? inReadme : everyOne)
  await take(browser, picture, folder ?? "docs/images", folder !== undefined);
await browser.close();
