import { afterEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openSite, type Site } from "../helpers/daemon.ts";
import { hasDovecot } from "../helpers/dovecot.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { newsletter } from "../helpers/letters.ts";

const doctor = async (environment: Record<string, string>, ...flags: readonly string[]) => {
  const launcher = join(import.meta.dirname, "../../bin/landfall.js");
  const child = spawn(process.execPath, [launcher, "doctor", ...flags], {
    env: environment,
    cwd: environment["DATA_DIR"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += String(text)));
  child.stderr.on("data", (text) => (said.err += String(text)));
  const [code] = await once(child, "close");
  return { code: Number(code), ...said };
};

const checksOf = (out: string): Record<string, { ok: boolean; warning: boolean; message: string }> =>
  Object.fromEntries(JSON.parse(out).checks.map((check: { name: string }) => [check.name, check]));

test("without a mailbox all is not well, and it says what is missing", async () => {
  using folder = temporaryFolder();
  const { code, out } = await doctor({ DATA_DIR: folder.path, HOME: folder.path });
  expect(code).toBe(1);
  expect(out).toMatch(/^BAD {2}settings .*landfall init/m);
  expect(out).toContain("IMAP_HOST");
  expect(out).toMatch(/^ok {3}node {5}v2[4-9]/m);
});

(hasDovecot() ? describe : describe.skip)("with a mailbox", () => {
  let site: Site | undefined;
  afterEach(async () => site?.close());
  const open = async (): Promise<Site> => (site = await openSite("embedded"));

  test("all is well where both servers let in; what only informs warns and fails nothing", async () => {
    const { dovecot, environment, smtp } = await open();
    dovecot.deliver("INBOX", newsletter(1), { mtime: new Date(Date.now() + 3 * 3_600_000) });
    const { code, out } = await doctor(environment, "--json");
    const checks = checksOf(out);
    expect(code).toBe(0);
    expect(checks["mailbox"]).toMatchObject({
      ok: true,
      message: expect.stringContaining("INBOX, Junk, Sent"),
    });
    expect(checks["sending"]).toMatchObject({ ok: true });
    expect(checks["zone"]).toMatchObject({ ok: true, warning: false });
    expect(checks["clock"]).toMatchObject({
      ok: true,
      warning: true,
      message: expect.stringContaining("slow"),
    });
    expect(checks["dns"]).toMatchObject({ ok: true });
    expect(smtp.mails).toEqual([]);
  });

  test("a first start has no backup yet, and nothing is wrong with that", async () => {
    const place = await open();
    await (await place.start()).stop();
    const { code, out } = await doctor(place.environment, "--json");
    expect(checksOf(out)["backups"]).toMatchObject({ ok: true });
    expect(code).toBe(0);
  });

  test("a refused password and an SMTP server that is away are bad, each in plain words", async () => {
    const { environment, smtp } = await open();
    const wrong = checksOf((await doctor({ ...environment, IMAP_PASSWORD: "FAKE-wrong" }, "--json")).out);
    expect(wrong["mailbox"]).toMatchObject({ ok: false, message: expect.stringMatching(/password/) });
    expect(JSON.stringify(wrong)).not.toContain("FAKE-wrong");
    await smtp.close();
    const { code, out } = await doctor(environment, "--json");
    expect(code).toBe(1);
    expect(checksOf(out)["sending"]).toMatchObject({
      ok: false,
      message: expect.stringContaining("127.0.0.1"),
    });
  });
});
