import { expect, test } from "@jest/globals";
import { testMail } from "../../src/commands/test-mail.ts";
import { startSmtp } from "../helpers/smtp.ts";

const run = async (port: number | null, json: boolean) => {
  const out: string[] = [];
  const err: string[] = [];
  const smtp =
    port === null ? null : { host: "127.0.0.1", port, security: "none" as const, user: null, password: null };
  const maria = { remindTo: "maria@example.com", remindFrom: "maria@example.com" };
  const config = { smtp, ...maria, timeZone: "UTC", language: null };
  const code = await testMail(config, { json, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
};

test("a sample arrives, and it is told to whom it went and what the server said", async () => {
  const peer = await startSmtp();
  const { code, out } = await run(peer.port, false);
  expect(code).toBe(0);
  expect(out[0]).toMatch(/^sent to maria@example\.com, from maria@example\.com: "Sample – 2 days left/);
  expect(out[1]).toBe("the server answered: 250 2.0.0 kept as 1");
  expect(peer.mails[0]!.raw).toContain("X-Landfall-Reminder: sample");
  await peer.close();
});

test("--json prints one object alone, sent or not", async () => {
  const peer = await startSmtp();
  const sent = await run(peer.port, true);
  expect(sent.out).toHaveLength(1);
  expect(JSON.parse(sent.out[0]!)).toMatchObject({ sent: true, to: "maria@example.com" });
  peer.refuse("MAIL", 550, "5.7.1 no");
  const refused = await run(peer.port, true);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out[0]!)).toMatchObject({
    sent: false,
    problem: expect.stringContaining("REMIND_FROM"),
  });
  await peer.close();
});

test("a refusal exits 1 with plain words on stderr", async () => {
  const peer = await startSmtp();
  peer.refuse("RCPT", 550, "5.1.1 no such user");
  const { code, out, err } = await run(peer.port, false);
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err[0]).toContain("REMIND_TO");
  await peer.close();
});

test("what may pass is not said to be tried again: nobody does", async () => {
  const peer = await startSmtp();
  peer.refuse("MAIL", 451, "4.3.0 busy");
  const { code, err } = await run(peer.port, false);
  expect(code).toBe(1);
  expect(err[0]).toMatch(/; try again later$/);
  await peer.close();
});

test("without a server for sending it is wrong use", async () => {
  const { code, err } = await run(null, false);
  expect(code).toBe(2);
  expect(err[0]).toContain("SMTP_HOST");
});
