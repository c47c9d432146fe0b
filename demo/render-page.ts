/**
 * Pictures of the page that `landfall web` serves, as a phone (390 px) and a desk (1100 px) show it.
 *
 *   npm run pictures:page             the few that the README shows, into docs/images
 *   npm run pictures:page -- FOLDER   every language, light and dark, whole, to look at
 *
 * CHROMIUM names the browser, by default /usr/bin/chromium.
 */

import { mkdir } from "node:fs/promises";
import { chromium, type Browser } from "playwright-core";
import { languages, type ReminderLanguage } from "../src/domain/wording/phrasebook.ts";
import { openPage } from "../test/helpers/page.ts";

type Picture = {
  readonly language: ReminderLanguage;
  readonly width: 390 | 1100;
  readonly colours: "light" | "dark";
  /** Null: the whole page. */
  readonly height: number | null;
};

const inReadme: readonly Picture[] = [
  { language: "en", width: 1100, colours: "light", height: 1000 },
  { language: "fr", width: 390, colours: "dark", height: 760 },
  { language: "zh", width: 390, colours: "light", height: 760 },
];

const everyOne: readonly Picture[] = languages.flatMap((language) =>
  ([390, 1100] as const).flatMap((width) =>
    (["light", "dark"] as const).map((colours) => ({ language, width, colours, height: null })),
  ),
);

const take = async (browser: Browser, link: string, picture: Picture, into: string): Promise<void> => {
  const { language, width, colours, height } = picture;
  const context = await browser.newContext({
    colorScheme: colours,
    viewport: { width, height: height ?? 900 },
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.goto(`${new URL(link).origin}/?lang=${language}`);
  const path = `${into}/page-${language}-${width}-${colours}.png`;
  await page.screenshot({ path, fullPage: height === null });
  await context.close();
};

const [folder] = process.argv.slice(2);
await mkdir(folder ?? "docs/images", { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
await using served = await openPage();
for (const picture of folder === undefined ? inReadme : everyOne)
  await take(browser, served.site.link(), picture, folder ?? "docs/images");
await browser.close();
