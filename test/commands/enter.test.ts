/** The wizard as a person sees it: what they type is typed here, and nobody knows what comes next. */

import { PassThrough } from "node:stream";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { init, type InitOptions } from "../../src/commands/init.ts";
import { writeEnvFile } from "../../src/setup/env-file.ts";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { portal1 } from "../helpers/letters.ts";
import { startSmtp } from "../helpers/smtp.ts";

const enter = "\r";
const down = "\u001B[B";
const ctrlC = "\u0003";
const address = "person@example.net";

/** What is waited for on the screen, and what is then typed. */
type Step = readonly [seen: string, typed: string];

type Wizard = {
  readonly code: number;
  readonly screen: string;
  readonly settings: Record<string, string | undefined> | null;
};

const atTerminal = async (
  steps: readonly Step[],
  options: Partial<InitOptions> = {},
  dataDir = temporaryFolder().path,
): Promise<Wizard & { readonly dataDir: string }> => {
  const [stdin, stderr, stdout] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stderr.end = () => stderr; // as a terminal, it outlives each question
  const file = join(dataDir, ".env");
  const left = [...steps];
  let screen = "";
  let unread = "";
  const see = (chunk: Buffer): void => {
    const text = chunk.toString();
    screen += text;
    unread += text;
    const [next] = left;
    if (next === undefined || !unread.includes(next[0])) return;
    left.shift();
    unread = "";
    setImmediate(() => stdin.write(next[1])); // once it listens
  };
  stderr.on("data", see);
  stdout.on("data", see);
  const known = existsSync(file) ? (parseEnv(readFileSync(file, "utf8")) as Record<string, string>) : {};
  const place = {
    dataDir,
    known,
    given: {},
    stored: Object.keys(known),
    write: async (answers: Readonly<Record<string, string | null>>) => (writeEnvFile(file, answers), file),
    lookups: { mx: async () => [], srv: async () => null, text: async () => null },
    next: "Next: run",
    keepRunning: null,
  };
  const chosen = { json: false, yes: false, testMail: true, only: null, service: false, ...options };
  const code = await init(chosen, place, { stdin, stdout, stderr });
  expect(left).toEqual([]);
  return { code, screen, dataDir, settings: existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : null };
};

(hasDovecot() ? describe : describe.skip)("what a person does wrong is asked again", () => {
  let dovecot: Dovecot;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  beforeAll(async () => {
    [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
    dovecot.deliverTo(address, portal1({ at: new Date() }));
  });
  afterAll(async () => void (await Promise.all([dovecot.stop(), smtp.close()])));

  const openly = `${down}${down}${enter}`;
  const reading = (): readonly Step[] => [
    ["IMAP server", `127.0.0.1:${dovecot.port}${enter}`],
    ["protected?", openly],
  ];
  const sending = (port = smtp.port): readonly Step[] => [
    ["SMTP server", `127.0.0.1:${port}${enter}`],
    ["protected?", openly],
  ];
  const preferences: readonly Step[] = [
    ["Language", enter],
    ["time zone", enter],
    ["without reminders", enter],
    ["Who forwards", enter],
  ];
  const signedIn = (): readonly Step[] => [
    ["e-mail address", `${address}${enter}`],
    ...reading(),
    ...sending(),
    ["Password", `secret${enter}`],
  ];

  test("a wrong server is another server, and the password need not be typed again", async () => {
    const { code, screen, settings } = await atTerminal([
      ["e-mail address", `${address}${enter}`],
      ["IMAP server", `127.0.0.1:1${enter}`],
      ["protected?", openly],
      ["SMTP server", enter],
      ["Password", `secret${enter}`],
      ["want to try", enter],
      ["IMAP server", `\u0015127.0.0.1:${dovecot.port}${enter}`],
      ["protected?", openly],
      ...sending(),
      ["Password", enter],
      ...preferences,
      ["Send a sample", enter],
    ]);
    expect(screen).toContain("nobody answers on port 1");
    expect(settings).toMatchObject({ IMAP_PORT: String(dovecot.port), IMAP_PASSWORD: "secret" });
    expect(code).toBe(0);
  });

  test("a wrong password is another password, a wrong address another address", async () => {
    const { code, settings } = await atTerminal([
      ["e-mail address", `nobody@example.org${enter}`],
      ...reading(),
      ["SMTP server", enter],
      ["Password", `wrong${enter}`],
      ["want to try", `${down}${down}${enter}`],
      ["e-mail address", `\u0015${address}${enter}`],
      ["IMAP server", enter],
      ...sending(),
      ["Password", `wrong too${enter}`],
      ["want to try", enter],
      ["Password", `secret${enter}`],
      ...preferences,
      ["Send a sample", enter],
    ]);
    expect(code).toBe(0);
    expect(settings).toMatchObject({ IMAP_USER: address });
  });

  test("whoever gives up has written nothing", async () => {
    const { code, settings } = await atTerminal([
      ["e-mail address", `${address}${enter}`],
      ...reading(),
      ["SMTP server", enter],
      ["Password", `wrong${enter}`],
      ["want to try", `${down}${down}${down}${enter}`],
    ]);
    expect({ code, settings }).toEqual({ code: 1, settings: null });
  });

  test("a server that does not send is another one, or none", async () => {
    const { code, screen, settings } = await atTerminal([
      ["e-mail address", `${address}${enter}`],
      ...reading(),
      ...sending(1),
      ["Password", `secret${enter}`],
      ...preferences,
      ["Send a sample", enter],
      ["another server", enter],
      ["SMTP server", `none${enter}`],
      ["Send a sample", enter],
    ]);
    expect(screen).toContain("laid into the inbox");
    expect(settings).not.toHaveProperty("SMTP_HOST");
    expect(settings).not.toHaveProperty("SMTP_PORT");
    expect(code).toBe(0);
  });

  test("what would be refused later is refused at once", async () => {
    const { settings } = await atTerminal(
      [
        ...signedIn(),
        ["Language", enter],
        ["time zone", `Mars/Phobos${enter}`],
        ["IANA", `\u0015Europe/Paris${enter}`],
        ["without reminders", `99:99-88:88${enter}`],
        ["two times of the day", `\u001522:00-07:00${enter}`],
        ["Who forwards", `my lawyer${enter}`],
        ["e-mail addresses or", `\u0015lawyer@firm.example, @office.example${enter}`],
      ],
      { testMail: false },
    );
    expect(settings).toMatchObject({
      TIME_ZONE: "Europe/Paris",
      QUIET_HOURS: "22:00-07:00",
      TRUSTED_FORWARDERS: "lawyer@firm.example, @office.example",
    });
  });

  test("run again, a language and a forwarder can be taken back", async () => {
    const quiet = { testMail: false };
    const { dataDir } = await atTerminal(
      [
        ...signedIn(),
        ["Language", `${down}${enter}`],
        ...preferences.slice(1, 3),
        ["Who forwards", `@firm.example${enter}`],
      ],
      quiet,
    );
    const again = await atTerminal(
      [
        ["Language", `${down}${down}${down}${enter}`],
        ...preferences.slice(1, 3),
        ["Who forwards", `nobody${enter}`],
      ],
      { ...quiet, only: "preferences" },
      dataDir,
    );
    expect(again.settings).not.toHaveProperty("REMIND_LANGUAGE");
    expect(again.settings).not.toHaveProperty("TRUSTED_FORWARDERS");
    expect(again.settings).toMatchObject({ IMAP_USER: address, IMAP_PASSWORD: "secret" });
  });

  test("run again for the servers alone, it offers those that are set", async () => {
    const quiet = { testMail: false };
    const { dataDir } = await atTerminal([...signedIn(), ...preferences], quiet);
    const again = await atTerminal(
      [
        ["IMAP server", enter],
        ["SMTP server", `none${enter}`],
        ["Password", enter],
      ],
      { ...quiet, only: "servers" },
      dataDir,
    );
    expect(again.settings).toMatchObject({ IMAP_PORT: String(dovecot.port) });
    expect(again.settings).not.toHaveProperty("SMTP_HOST");
    expect(again.code).toBe(0);
  });

  test("Ctrl-C before signing in leaves nothing; after it, what was written is named", async () => {
    const before = await atTerminal([...signedIn().slice(0, -1), ["Password", ctrlC]]);
    expect(before.screen).toContain("nothing was written");
    expect(before.settings).toBeNull();
    const after = await atTerminal([...signedIn(), ...preferences, ["Send a sample", ctrlC]]);
    expect(after.screen).toContain("the settings are written");
    expect(after.settings).not.toBeNull();
    expect([before.code, after.code]).toEqual([1, 1]);
  });
});
