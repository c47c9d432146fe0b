import { afterEach, describe, expect, test } from "@jest/globals";
import { get as getSecurely } from "node:https";
import { request } from "node:http";
import { certificate, key } from "../helpers/certificate.ts";
import { openPage, queue, type PageWorld } from "../helpers/page.ts";
import { after, hours } from "../helpers/world.ts";

let opened: PageWorld | undefined;
afterEach(async () => {
  await opened?.[Symbol.asyncDispose]();
  opened = undefined;
});
const open = async (...wishes: Parameters<typeof openPage>): Promise<PageWorld> =>
  (opened = await openPage(...wishes));

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** As fetch does, but with whatever Host. */
const ask = async (url: string, { method = "GET", headers = {}, body }: Sent = {}) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const asked = request(url, { method, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      asked.on("error", reject).end(body);
    },
  );

const cookieFrom = (headers: Record<string, string | string[] | undefined>): string =>
  String(headers["set-cookie"]).split(";")[0]!;

const enter = async ({ site }: PageWorld) => {
  const cookie = cookieFrom((await ask(site.link())).headers);
  const page = await ask(`${site.origin}/`, { headers: { cookie } });
  const form = /name="form"\s+value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  return { cookie, form, page };
};

const send = async (
  { site }: PageWorld,
  cookie: string,
  fields: Record<string, string>,
  origin = site.origin,
) =>
  ask(`${site.origin}/act`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

describe("who comes in", () => {
  test("a link lets in once, by a cookie that scripts and other sites never see", async () => {
    const world = await open();
    const link = world.site.link();
    const first = await ask(link);
    expect(first.status).toBe(303);
    expect(first.headers["location"]).toBe("/");
    expect(String(first.headers["set-cookie"])).toMatch(/; HttpOnly; SameSite=Strict/);
    expect((await ask(link)).status).toBe(403);
    const cookie = cookieFrom(first.headers);
    expect((await ask(`${world.site.origin}/`, { headers: { cookie } })).status).toBe(200);
    // The link in the history of a browser that has come in leads on.
    expect((await ask(link, { headers: { cookie } })).status).toBe(303);
  });

  test("a link that was followed from another site leads on by a page of ours", async () => {
    const { site } = await open();
    const { status, text } = await ask(site.link(), { headers: { "sec-fetch-site": "cross-site" } });
    expect(status).toBe(200);
    expect(text).toContain('content="0; url=/"');
  });

  test.each(["", "x", "mwwndwna.QquVgvXpwgO7N5el.ac8MP7TSYtDX4A6OQEEZGvnz5DTENLA5TiURZy_pUDI"])(
    "the wrong token %j does not, and nothing of the case is shown",
    async (token) => {
      const { site } = await open();
      const { status, headers, text } = await ask(`${site.origin}/?token=${token}`);
      expect(status).toBe(403);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(text).not.toContain("person@example.net");
      expect(text).toContain("landfall web");
    },
  );

  test("without a cookie no page, no form, and the address of the calendar is another secret", async () => {
    const world = await open();
    expect((await ask(`${world.site.origin}/`)).status).toBe(403);
    expect((await send(world, "", { what: "done", task: "photo" })).status).toBe(403);
    expect((await ask(`${world.site.origin}/calendar.ics`)).status).toBe(403);
    expect((await ask(`${world.site.origin}/calendar.ics?token=x`)).status).toBe(403);
  });

  test("another name for this machine is refused, whoever asks", async () => {
    const world = await open();
    const { cookie } = await enter(world);
    for (const path of ["/", "/health", "/metrics", "/style.css", "/calendar.ics"]) {
      const asked = await ask(`${world.site.origin}${path}`, { headers: { cookie, host: "evil.example" } });
      expect({ path, status: asked.status }).toEqual({ path, status: 403 });
      expect(asked.text).toBe("This page is not served under that name.\n");
    }
  });

  test("a form from another origin, or without its token, changes nothing", async () => {
    const world = await open();
    const { cookie, form } = await enter(world);
    const done = { what: "done", task: "photo", case: "case-1" };
    expect((await send(world, cookie, { ...done, form }, "http://evil.example")).status).toBe(403);
    expect((await send(world, cookie, { ...done, form: "x" })).status).toBe(403);
    expect((await send(world, cookie, done)).status).toBe(403);
    expect((await enter(world)).page.text).toContain("Upload your photo");
    expect((await send(world, cookie, { ...done, form })).status).toBe(303);
  });

  test("a password lets in where one is set; five wrong ones close the door for a while", async () => {
    const world = await open({ address: { password: "FAKE-correct-horse" } });
    const { site } = world;
    const knock = async (password: string) =>
      ask(`${site.origin}/sign-in`, {
        method: "POST",
        headers: { origin: site.origin, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ password }).toString(),
      });
    expect((await ask(`${site.origin}/`)).text).toContain('type="password"');
    const right = await knock("FAKE-correct-horse");
    expect(right.status).toBe(303);
    expect((await ask(`${site.origin}/`, { headers: { cookie: cookieFrom(right.headers) } })).status).toBe(
      200,
    );
    for (let count = 0; count < 5; count += 1) expect((await knock("FAKE-wrong")).status).toBe(403);
    expect((await knock("FAKE-correct-horse")).status).toBe(429);
    world.world.clock.set(after(hours(1), world.world.clock.now()));
    expect((await knock("FAKE-correct-horse")).status).toBe(303);
  });

  test("with a certificate it speaks TLS, under the certificate's names", async () => {
    const { site } = await open({
      address: { tls: { cert: certificate, key }, password: "FAKE-correct-horse" },
    });
    expect(site.origin).toMatch(/^https:/);
    const { port } = new URL(site.origin);
    const status = await new Promise((resolve, reject) => {
      getSecurely(`https://localhost:${port}/`, { rejectUnauthorized: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on("error", reject);
    });
    expect(status).toBe(403);
  });
});

test("every answer forbids what a page could be tricked with", async () => {
  const world = await open();
  const { page } = await enter(world);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(page.headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect(page.text).not.toMatch(/style="|<style|onclick|javascript:|(?:src|href)="https?:/);
});

test("what a letter says is shown as text, whatever it holds", async () => {
  const world = await open();
  const { cookie, form } = await enter(world);
  await send(world, cookie, { what: "done", task: "<script>alert(1)</script>", case: "case-1", form });
  const { text } = await ask(`${world.site.origin}/`, { headers: { cookie } });
  expect(text).not.toContain("<script>alert");
});

test("the calendar holds every window that is open, for whoever has its address", async () => {
  const world = await open();
  const { page } = await enter(world);
  const path = /href="(\/calendar\.ics\?token=[\w-]+)"/.exec(page.text)?.[1] ?? "";
  const { status, headers, text } = await ask(`${world.site.origin}${path}`);
  expect(status).toBe(200);
  expect(headers["content-type"]).toContain("text/calendar");
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

describe("health", () => {
  test("is 200 while each mailbox was looked at within three polls, and names nobody", async () => {
    const { site } = await open();
    const { status, text } = await ask(`${site.origin}/health`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      mailboxes: [{ mailbox: 1, ok: true, state: "watching", ageSeconds: 130 }],
      queue: { ok: true, where: "embedded" },
      ledger: { ok: true },
    });
    expect(text).not.toContain("@");
  });

  test("is 503 once a look is older, and says which mailbox it is", async () => {
    const { site, world } = await open();
    world.clock.set(after(hours(1), world.clock.now()));
    const { status, text } = await ask(`${site.origin}/health`);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      mailboxes: [{ mailbox: 1, ok: false }],
      queue: { ok: true },
    });
  });

  test("is 503 where the queue does not answer", async () => {
    const { site } = await open({ queue: { ...queue, problem: "Redis cannot be reached", jobs: null } });
    const { status, text } = await ask(`${site.origin}/health`);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ ok: false, queue: { ok: false } });
  });

  test("is not told to whom a proxy asks for", async () => {
    const { site } = await open();
    for (const path of ["/health", "/metrics"])
      expect(
        (await ask(`${site.origin}${path}`, { headers: { "x-forwarded-for": "192.0.2.1" } })).status,
      ).toBe(403);
  });
});

test("metrics count letters, reminders, looks and jobs, and name nobody", async () => {
  const { site } = await open();
  const first = await ask(`${site.origin}/metrics`);
  expect(first.headers["content-type"]).toContain("text/plain");
  expect(first.text).toContain('landfall_letters{kind="portal2",trust="suspicious"} 1');
  expect(first.text).toContain('landfall_last_look_age_seconds{mailbox="1"} 130');
  expect(first.text).toMatch(/landfall_reminders\{status="sent"\} 5/);
  expect(first.text).toMatch(/landfall_reminder_lateness_seconds_count 5/);
  expect(first.text).toContain('landfall_queue_jobs{queue="reminders",state="delayed"} 2');
  expect(first.text).not.toContain("@");
  expect((await ask(`${site.origin}/metrics`)).text.replace(/process_resident.*/g, "")).toBe(
    first.text.replace(/process_resident.*/g, ""),
  );
});
