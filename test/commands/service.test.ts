import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { temporaryFolder } from "../helpers/folder.ts";

/** systemctl and the like write down what they were asked, and answer as they are told. */
const stage = (folder: string, commands: Readonly<Record<string, string>>): void => {
  mkdirSync(join(folder, "bin"));
  for (const [name, answer] of Object.entries(commands)) {
    const file = join(folder, "bin", name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >>"${folder}/asked"\n${answer}\n`);
    chmodSync(file, 0o755);
  }
};

const landfall = async (folder: string, command: readonly string[], more: Record<string, string> = {}) => {
  const launcher = join(import.meta.dirname, "../../bin/landfall.js");
  const child = spawn(process.execPath, [launcher, "service", ...command], {
    env: {
      HOME: folder,
      DATA_DIR: join(folder, "state"),
      PATH: `${join(folder, "bin")}:/usr/bin:/bin`,
      ...more,
    },
    cwd: folder,
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += String(text)));
  child.stderr.on("data", (text) => (said.err += String(text)));
  const [code] = await once(child, "close");
  return { code: Number(code), ...said };
};

const settings = `IMAP_HOST=imap.example.net
IMAP_USER=maria@example.net
IMAP_PASSWORD=FAKE-password
SMTP_HOST=smtp.example.net
`;

(process.platform === "linux" ? describe : describe.skip)("landfall service", () => {
  let own: ReturnType<typeof temporaryFolder>;
  let folder: string;
  const asked = (): readonly string[] => readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
  const unit = (): string => join(folder, ".config/systemd/user/landfall.service");
  beforeEach(() => {
    own = temporaryFolder();
    folder = own.path;
  });
  afterEach(() => own[Symbol.dispose]());

  test("install writes the unit, starts it, and lets it live when the person signs out", async () => {
    stage(folder, { systemctl: "exit 0", loginctl: "exit 0" });
    mkdirSync(join(folder, "state"));
    writeFileSync(join(folder, "state", ".env"), settings);
    const { code, out } = await landfall(folder, ["install"]);
    expect(code).toBe(0);
    expect(out).toContain("It starts with the machine");
    expect(asked()).toEqual([
      "systemctl --user daemon-reload",
      "systemctl --user enable landfall.service",
      "systemctl --user restart landfall.service",
      expect.stringMatching(/^loginctl enable-linger /),
    ]);
    const text = readFileSync(unit(), "utf8");
    expect(text).toContain(`WorkingDirectory=${join(folder, "state")}\n`);
    expect(text).not.toContain("FAKE-password");
  });

  test("install refuses settings that stand in this shell alone, and names them", async () => {
    stage(folder, { systemctl: "exit 0" });
    const inShell = Object.fromEntries(
      settings
        .trim()
        .split("\n")
        .map((line) => line.split("=")),
    );
    const { code, err } = await landfall(folder, ["install"], inShell);
    expect(code).toBe(2);
    expect(err).toContain("IMAP_PASSWORD");
    expect(err).toContain("are set in this shell alone");
    expect(existsSync(unit())).toBe(false);
  });

  test("install says what to do where the session has no systemd", async () => {
    stage(folder, { systemctl: 'echo "Failed to connect to bus: No medium found" >&2; exit 1' });
    writeFileSync(join(folder, ".env"), settings);
    const { code, err } = await landfall(folder, ["install"]);
    expect(code).toBe(1);
    expect(err).toContain("sign in as this user");
  });

  test("status, logs and uninstall speak with systemd", async () => {
    stage(folder, {
      systemctl:
        'case "$*" in *show*) printf "ActiveState=active\\nSubState=running\\nMainPID=4711\\nNRestarts=2\\nActiveEnterTimestamp=Wed 2026-11-25 09:00:00 EST\\n";; esac',
      loginctl: "exit 0",
      journalctl: 'echo "a line of the log"',
    });
    expect(await landfall(folder, ["uninstall"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("there is no service"),
    });
    writeFileSync(join(folder, ".env"), settings);
    await landfall(folder, ["install"]);
    const told = await landfall(folder, ["status", "--json"]);
    expect(JSON.parse(told.out)).toEqual({
      installed: true,
      running: true,
      state: "active (running)",
      pid: 4711,
      restarts: 2,
      since: "Wed 2026-11-25 09:00:00 EST",
    });
    expect((await landfall(folder, ["logs"])).out).toBe("a line of the log\n");
    expect(asked().at(-1)).toBe("journalctl --user-unit landfall.service --lines 100");
    expect((await landfall(folder, ["uninstall"])).code).toBe(0);
    expect(existsSync(unit())).toBe(false);
  });
});
