/** A real Chromium (Debian's), one for each file of tests. CHROMIUM names another one. */

import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const path = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** On a machine without it those tests are skipped; under CI its absence fails. */
export const hasChromium = (): boolean => existsSync(path) || process.env["CI"] === "true";

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
