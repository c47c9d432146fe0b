#!/usr/bin/env node
// Starts Landfall on Node 24 or newer. Kept plain, so that an older Node can read it and say what is missing.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import * as nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";
import { isBuiltFromSources } from "./build-stamp.js";

const wanted = 24;
const own = Number(process.versions.node.split(".")[0]);
// V8 would compile a pattern for its interpreter first, and anew at its second search; of long ones that takes twice as long.
const patternsAtOnce = "--regexp-tier-up-ticks=0";
const isDaemon = process.argv[2] === "run";
/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = process.platform === "win32" ? "node.exe" : "node";
// Brought by npm: into a clone by `npm ci`, beside the package by `npm install node@24`.
const brought = [`../node_modules/node/bin/${program}`, `../../node/bin/${program}`]
  .map(here)
  .find(existsSync);

if (isDaemon && isStartedByNpm(process.env["npm_lifecycle_script"] ?? "")) endWithNpm();
if (own >= wanted) await start();
else if (brought !== undefined) runOn(brought);
else {
  process.stderr.write(
    `Landfall needs Node ${wanted} or newer, and this is ${process.version}. Get it from nodejs.org, or let npm bring it beside Landfall: ${wayToGetIt()}\n`,
  );
  process.exitCode = 2;
}

function wayToGetIt() {
  return existsSync(here("../src/cli.ts")) ? "npm ci in its folder" : `npm install node@${wanted}`;
}

async function start() {
  nodeModule.enableCompileCache();
  setFlagsFromString(patternsAtOnce);
  quietenExperiments();
  endWithLauncher();
  if (isDaemon) for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, endUnbegun);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endQuietly);
  const { main } = await import(runsFromSources() ? "../src/cli.ts" : "../dist/cli.js");
  process.exitCode = await main(process.argv.slice(2), process);
}

// The package has no sources. A clone was built by `npm ci`, and starts in half the time while nothing has changed since.
function runsFromSources() {
  return existsSync(here("../src/cli.ts")) && !isBuiltFromSources(here(".."));
}

/**
 * Stopped while it is still being loaded, the daemon has nothing to end. Soon it listens itself (commands/signals).
 *
 * @param {NodeJS.Signals} signal
 */
function endUnbegun(signal) {
  if (process.listenerCount(signal) === 1) process.exit(0);
}

// node:sqlite is still called experimental; that is no news to people who wait for a letter.
function quietenExperiments() {
  const show = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") for (const listener of show) listener.call(process, warning);
  });
}

/**
 * The reader went away (landfall status | head): there is nobody left to tell.
 *
 * @param {NodeJS.ErrnoException} error
 */
function endQuietly(error) {
  if (error.code === "EPIPE") process.exit();
  throw error;
}

/**
 * What ends this process ends the one that does the work: signals are passed on, and should this one be
 * killed outright, the other sees the channel between them close. A terminal's Ctrl-C reaches both.
 *
 * @param {string} node
 */
function runOn(node) {
  const args = [here("landfall.js"), ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const passedOn = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    const isStop = isDaemon && ["SIGINT", "SIGTERM"].includes(signal);
    process.exit(isStop ? 0 : 128 + constants.signals[signal]);
  });
}

/**
 * True of npx and of a script that is nothing but this command: one that does more may end before it, and mean to.
 *
 * @param {string} script
 */
function isStartedByNpm(script) {
  return /^(?:node\s+)?["']?(?:\S*[\\/])?landfall(?:\.js)?["']?(?:\s[^&|;\n]*)?$/.test(script.trim());
}

// At SIGTERM npx and `npm run` end their shell and themselves without a word to what they run, which would watch on,
// unknown to anybody.
function endWithNpm() {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

function endWithLauncher() {
  if (process.channel === undefined) return;
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
