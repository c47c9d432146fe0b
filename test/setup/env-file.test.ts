import { existsSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { withSettings, writeEnvFile } from "../../src/setup/env-file.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const marks = ["'", '"', "`"];

test("what is written is read back as it was", () => {
  const value = fc
    .string()
    .filter((text) => !/[\r\n]/.test(text) && !marks.every((mark) => text.includes(mark)));
  fc.assert(
    fc.property(value, (text) => {
      expect(parseEnv(withSettings("", { IMAP_PASSWORD: text }))["IMAP_PASSWORD"]).toBe(text);
    }),
  );
});

test("other settings and comments stay, a changed one stands once", () => {
  const before = "# mine\nIMAP_USER=old@example.org\nLOG_LEVEL=warn\nexport IMAP_PASSWORD_FILE=/run/secret\n";
  expect(withSettings(before, { IMAP_USER: "new@example.org", IMAP_PASSWORD: "not real" })).toBe(
    "# mine\nLOG_LEVEL=warn\nIMAP_USER=new@example.org\nIMAP_PASSWORD='not real'\n",
  );
});

test("the file is for its owner alone, also where it was not before", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "state", ".env");
  writeEnvFile(path, { IMAP_USER: "a@example.org" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
  writeFileSync(path, "LOG_LEVEL=warn\n", { mode: 0o644 });
  writeEnvFile(path, { IMAP_USER: "b@example.org" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe("LOG_LEVEL=warn\nIMAP_USER=b@example.org\n");
});

test("a value that no quote can hold is refused with a way out", () => {
  expect(() => withSettings("", { IMAP_PASSWORD: "a\nb" })).toThrow(/NAME_FILE/);
});

(existsSync("/dev/full") ? test : test.skip)("a full disk is said to be one", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, ".env");
  writeFileSync(path, "LOG_LEVEL=warn\n");
  symlinkSync("/dev/full", `${path}.new`);
  expect(() => writeEnvFile(path, { IMAP_USER: "a@example.org" })).toThrow(
    /^writing the settings to ".*": the disk is full: make room on it; nothing was changed/,
  );
  expect(readFileSync(path, "utf8")).toBe("LOG_LEVEL=warn\n");
  expect(readdirSync(folder.path)).toEqual([".env"]);
});
