import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { unitOf } from "../../src/service/unit.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const program = {
  node: process.execPath,
  launcher: "/opt/land fall/100%/$HOME/bin/landfall.js",
  dataDir: '/home/maria/my "state"/land%fall',
  workingDir: "/home/maria/my state",
};

test("quotes whatever a path may hold", () => {
  const unit = unitOf(program);
  expect(unit).toContain('"/opt/land fall/100%%/$$HOME/bin/landfall.js" run');
  expect(unit).toContain('Environment="MALLOC_ARENA_MAX=1"');
  expect(unit).toContain('Environment="DATA_DIR=/home/maria/my \\"state\\"/land%%fall"');
  expect(unit).toContain("WorkingDirectory=/home/maria/my state\n");
});

test("tells systemd when it is ready, gives signs of life, and may do little", () => {
  const unit = unitOf(program);
  for (const line of [
    "Type=notify",
    "NotifyAccess=all",
    "WatchdogSec=3min",
    "Restart=on-failure",
    "RestartPreventExitStatus=2",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "PrivateTmp=yes",
  ])
    expect(unit).toContain(`${line}\n`);
});

const analyze = (...args: readonly string[]) =>
  spawnSync("systemd-analyze", [...args], {
    encoding: "utf8",
    env: { ...process.env, SYSTEMD_LOG_LEVEL: "warning" },
  });
const hasSystemd = analyze("--version").status === 0;
if (!hasSystemd && process.env["CI"] === "true")
  throw new Error("systemd-analyze is not installed; install systemd");

(hasSystemd ? test : test.skip)("systemd itself finds nothing wrong with it", () => {
  using folder = temporaryFolder();
  const file = join(folder.path, "landfall.service");
  const known = {
    ...program,
    launcher: join(import.meta.dirname, "../../bin/landfall.js"),
    dataDir: folder.path,
    workingDir: folder.path,
  };
  writeFileSync(file, unitOf(known));
  // As a system unit: there need be no session of a user's to ask.
  const { status, stdout, stderr } = analyze("verify", "--man=no", file);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});
