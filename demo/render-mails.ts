/**
 * Pictures of the example reminders, as a phone (390 px) and a desk (1200 px) show them, light and dark.
 *
 *   node demo/render-mails.ts             the first screen of a few, for docs/images
 *   node demo/render-mails.ts FOLDER      every one, whole, with its text part
 *
 * CHROMIUM names the browser, by default /usr/bin/chromium.
 */

import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Browser } from "playwright-core";
import { composeReminder } from "../src/delivery/compose.ts";
import { wordReminder } from "../src/domain/wording.ts";
import { exampleMails } from "./mails.ts";

const whole = process.argv[2] !== undefined;
const folder = process.argv[2] ?? "docs/images";
const shown = ["portal-2", "two-days-left", "seen-late"];
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const render = async (browser: Browser, name: string): Promise<void> => {
  const facts = exampleMails[name]!;
  const mail = await composeReminder(wordReminder(facts), {
    id: facts.id,
    messageId: "example@landfall.invalid",
    from: "maria@example.com",
    to: "maria@example.com",
    date: facts.now,
    answers: { address: "maria@example.com", token: "0123456789abcdef0123" },
  });
  if (whole) await writeFile(`${folder}/${name}.txt`, `Subject: ${mail.subject}\n\n${mail.text}`);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1200]) {
      const context = await browser.newContext({
        colorScheme,
        offline: true,
        viewport: { width, height: 844 },
        deviceScaleFactor: width < 500 ? 1.5 : 1,
      });
      const page = await context.newPage();
      await page.setContent(mail.html);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: whole });
      await context.close();
    }
  }
};

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: flags,
});
for (const name of whole ? Object.keys(exampleMails) : shown) await render(browser, name);
await browser.close();
