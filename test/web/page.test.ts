import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, jest, test } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { hasChromium, openBrowser } from "../helpers/browser.ts";
import { openPage, type PageWorld } from "../helpers/page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A browser takes its time, above all where others work on the same machine.
jest.setTimeout(90_000);

const real = hasChromium() ? describe : describe.skip;

real("the page in Chromium", () => {
  let browser: Browser;
  let served: PageWorld;
  let context: BrowserContext;
  let page: Page;
  /** Whatever the browser asked for, and complained of. */
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(async () => browser.close());
  beforeEach(async () => {
    served = await openPage({ language: null });
    await visit({});
  });
  afterEach(async () => {
    await context.close();
    await served[Symbol.asyncDispose]();
  });

  const visit = async (options: Parameters<Browser["newContext"]>[0]): Promise<void> => {
    context = await browser.newContext({ locale: "en-CA", timezoneId: "America/Toronto", ...options });
    page = await context.newPage();
    [asked, complaints] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(served.site.link());
  };

  /** What axe-core finds wrong, as "rule: element". */
  const violations = async (): Promise<readonly string[]> => {
    const found: unknown = await page.evaluate(`${axe}; axe.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
    return Array.isArray(found) ? found.map(String) : ["axe did not run"];
  };
  // axe is handed in past the page's policy, which would refuse it.
  const openAll = async (): Promise<void> =>
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");

  const task = (name: string) =>
    page.locator(".task", { has: page.getByRole("heading", { name, level: 4 }) });
  const letter = (badge: string) => page.locator(".letter", { has: page.locator(`.badge.${badge}`) });
  const named = (name: string) =>
    page.locator(".letter", { has: page.getByRole("heading", { name, level: 3 }) });
  const flash = () => page.getByRole("status");

  test("asks nobody but its own server, and breaks none of its own rules", async () => {
    await page.waitForLoadState("networkidle");
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([served.site.origin]));
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe("Landfall");
    expect(new URL(page.url()).search).toBe("");
  });

  test("Done takes a task off the list, and can be taken back", async () => {
    await task("Upload your photo").getByRole("button", { name: /^Done/ }).click();
    await flash().getByText("Noted: done – upload your photo.").waitFor();
    expect(await task("Upload your photo").count()).toBe(0);
    const events = await served.world.ledger.events("case-1");
    expect(events.at(-1)).toMatchObject({ milestone: "done:photo", source: "person" });
    const settled = page.locator(".settled li", { hasText: "Upload your photo" });
    await settled.getByRole("button", { name: /^Not done after all/ }).click();
    await flash().getByText("Noted: not done – upload your photo.").waitFor();
    expect(await task("Upload your photo").count()).toBe(1);
  });

  test("Remind me later puts the reminders off", async () => {
    await task("Confirm your address").getByRole("combobox").selectOption("6h");
    await task("Confirm your address")
      .getByRole("button", { name: /^Remind me later/ })
      .click();
    await flash().getByText("Noted: you are reminded").waitFor();
    expect((await served.world.ledger.events("case-1")).at(-1)).toMatchObject({
      milestone: "snoozed:address",
    });
  });

  test("a suspicious letter can be called genuine, and that can be taken back", async () => {
    const forgedLetter = letter("suspicious");
    await forgedLetter.getByText("Something is wrong").click();
    await forgedLetter.getByRole("button", { name: /^Correct/ }).click();
    await flash().getByText("Nothing was changed").waitFor();
    await letter("suspicious").getByText("Something is wrong").click();
    await letter("suspicious").getByLabel("It is genuine, I am sure").check();
    await letter("suspicious")
      .getByRole("button", { name: /^Correct/ })
      .click();
    await flash().getByText("Noted: the letter counts as you say.").waitFor();
    expect(await letter("suspicious").count()).toBe(0);
    const corrected = page.locator(".letter", { hasText: "You corrected this letter." });
    await corrected.getByText("Something is wrong").click();
    await corrected.getByRole("button", { name: /^Take the correction back/ }).click();
    await flash().getByText("Noted: the letter counts as it was read.").waitFor();
    expect(await letter("suspicious").count()).toBe(1);
  });

  test("what a letter is, and when it came, can be said", async () => {
    const portal2 = named("Portal 2: access to the portal – with an account made for you").and(
      letter("verified"),
    );
    await portal2.getByText("Something is wrong").click();
    await portal2.getByLabel("It is", { exact: true }).selectOption("portal2/existing_account");
    await portal2.getByLabel("It came").fill("2026-11-22T09:00");
    await portal2.getByRole("button", { name: /^Correct/ }).click();
    await flash().getByText("Noted: the letter counts as you say.").waitFor();
    await page.locator(".letter").getByText("Sun 22 Nov, 09:00").waitFor();
    await page.getByText("by Sunday 29 November 2026, 09:00").first().waitFor();
  });

  test("a letter can be moved into a case of its own, and back", async () => {
    const portal1 = named("Portal 1: IRCC asks for your details");
    await portal1.getByText("Something is wrong").click();
    await portal1.getByLabel("It belongs to").selectOption("");
    await portal1.getByRole("button", { name: /^Move/ }).click();
    await flash().getByText("Noted: the letter belongs to").waitFor();
    expect(await page.locator(".case").count()).toBe(2);
    await portal1.getByText("Something is wrong").click();
    await portal1.getByRole("button", { name: /^Take that back/ }).click();
    await flash().waitFor();
    expect(await page.locator(".case").count()).toBe(1);
  });

  test("Sign out shuts the door", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("This page opens with a link").waitFor();
    await page.goto(`${served.site.origin}/`);
    await page.getByText("This page opens with a link").waitFor();
    expect(await violations()).toEqual([]);
  });

  test("a wrong token shows the door, and not the case", async () => {
    await context.clearCookies();
    await page.goto(`${served.site.origin}/?token=wrong`);
    await page.getByRole("alert").getByText("This link was used before").waitFor();
    expect(await page.getByText("person@example.net").count()).toBe(0);
  });

  test("a foreign name for this machine shows nothing (DNS rebinding)", async () => {
    const { port } = new URL(served.site.origin);
    // Chromium takes every name under localhost for this machine, as a rebound name would be.
    const answer = await page.goto(`http://evil.localhost:${port}/`);
    expect(answer?.status()).toBe(403);
    expect((await page.textContent("body"))?.trim()).toBe("This page is not served under that name.");
  });

  test("a form on another site cannot press a button", async () => {
    const before = await served.world.ledger.events("case-1");
    const form = `<form method="post" action="${served.site.origin}/act"><input name="what" value="done"><input name="task" value="photo"><button>Win</button></form>`;
    const elsewhere = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(form));
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    await page.getByRole("button").click();
    await page.getByText("This was sent from another page.").waitFor();
    expect(await served.world.ledger.events("case-1")).toEqual(before);
    elsewhere.closeAllConnections();
    elsewhere.close();
  });

  const titles = { en: "Reminders", fr: "Rappels", zh: "提醒" } as const;
  test.each(["en", "fr", "zh"] as const)(
    "in %s: axe-core finds nothing, light, dark and on a phone",
    async (language) => {
      for (const look of [
        { width: 1100, colours: "light" },
        { width: 390, colours: "dark" },
      ] as const) {
        await context.close();
        await visit({ colorScheme: look.colours, viewport: { width: look.width, height: 800 } });
        await page.goto(`${served.site.origin}/?lang=${language}`);
        await page.getByRole("heading", { name: titles[language], level: 2 }).waitFor();
        await openAll();
        expect(await violations()).toEqual([]);
        const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(overflow).toBeLessThanOrEqual(0);
      }
      // The choice stays.
      await page.goto(`${served.site.origin}/`);
      expect(await page.getByRole("heading", { name: titles[language], level: 2 }).count()).toBe(1);
    },
    90_000,
  );

  test("speaks the browser's language where none was chosen", async () => {
    await context.close();
    await visit({ locale: "fr-CA" });
    await page.getByRole("heading", { name: "Courriels" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("fr-CA");
  });

  test("is whole without scripts, and every button can be reached by the keyboard", async () => {
    await context.close();
    await visit({ javaScriptEnabled: false });
    await page.getByRole("heading", { name: "Letters" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // "Skip to the case"
    expect(new URL(page.url()).hash).toBe("#main");
    for (let count = 0; count < 3; count += 1) await page.keyboard.press("Tab");
    await page.locator(".task button").first().focus();
    await page.keyboard.press("Enter");
    await flash().getByText("Noted: done").waitFor();
  });
});
