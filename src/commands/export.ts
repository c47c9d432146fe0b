/** `landfall export`: a case as evidence, in a folder or a zip: the timeline as a page and as JSON, and their hashes. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { inert } from "../domain/wording/quote.ts";
import type { LocalConfig } from "../config.ts";
import type { NoteSettings } from "../domain/note-plan.ts";
import type { ReminderLanguage } from "../domain/wording/phrasebook.ts";
import { evidenceOf, type Evidence } from "../flow/evidence.ts";
import { takeSnapshot, type Snapshot } from "../flow/snapshot.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isLocked } from "../ledger/lock.ts";
import { evidencePage } from "../web/evidence.ts";
import { speak } from "../web/language.ts";
import { tellAnswer, type Answered } from "./answer.ts";
import { evidenceJson } from "./evidence-json.ts";
import type { Io } from "./io.ts";
import { zonesOf } from "./with-ledger.ts";

export type ExportConfig = Pick<LocalConfig, "dataDir" | "key" | "inherited"> & {
  /** IANA name. */
  readonly timeZone: string;
  readonly notes: Pick<NoteSettings, "pollMs" | "mailsPerDay">;
};

export type ExportOptions = {
  /** Undefined: the only one. */
  readonly case: string | undefined;
  /** A folder, or a file that ends in .zip; undefined: named after case and day, in the current folder. */
  readonly to: string | undefined;
  readonly zip: boolean;
  readonly language: ReminderLanguage;
  /** Of this program. */
  readonly version: string;
  readonly json: boolean;
};

type Exported = {
  readonly ok: true;
  readonly caseId: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
};

export const exportCase = async (config: ExportConfig, options: ExportOptions, io: Io): Promise<number> =>
  tellAnswer(
    await exportNow(config, options),
    {
      command: "export",
      json: options.json,
      toJson: ({ caseId, path, files }) => ({ case: caseId, path, files: Object.keys(files) }),
      toText: ({ caseId, path }) =>
        `Written of ${caseId}: ${path}\nOpen timeline.html in a browser; printing it, or saving it as PDF from there, is what it is made for.`,
    },
    io,
  );

const exportNow = async (config: ExportConfig, options: ExportOptions): Promise<Answered<Exported>> => {
  const now = new Date();
  const found = await findCase(config, options.case, now);
  if (!found.ok) return found;
  const { snapshot, evidence } = found;
  const path = resolve(options.to ?? defaultName(evidence.shown.id, now, options.zip));
  if (existsSync(path))
    return { ok: false, problem: `"${path}" is there already: name another one with --to` };
  const files = await filesOf({ snapshot, evidence }, options, now);
  await (options.zip || path.endsWith(".zip") ? writeZip(path, files, now) : writeFolder(path, files));
  return { ok: true, caseId: evidence.shown.id, path, files };
};

const defaultName = (caseId: string, now: Date, zip: boolean): string =>
  `landfall-${caseId}-${now.toISOString().slice(0, 10)}${zip ? ".zip" : ""}`;

type Found = { readonly ok: true; readonly snapshot: Snapshot; readonly evidence: Evidence };

const findCase = async (
  config: ExportConfig,
  wanted: string | undefined,
  now: Date,
): Promise<Answered<Found>> => {
  const { dataDir, timeZone, notes } = config;
  if (!ledgerExists(dataDir))
    return { ok: false, problem: `there is no ledger in "${dataDir}" yet, so nothing to export` };
  await using ledger = await openLedger(dataDir, { readOnly: true });
  const zoneOf = await zonesOf(ledger, config);
  const snapshot = await takeSnapshot(ledger, { timeZone, zoneOf, notes, alive: isLocked(dataDir) }, now);
  const names = snapshot.cases.map(({ id, label }) => (label === id ? id : `${id} (${label})`)).join(", ");
  const caseId = wanted ?? (snapshot.cases.length === 1 ? snapshot.cases[0]?.id : undefined);
  if (caseId === undefined)
    return {
      ok: false,
      problem: names === "" ? "there is no case yet" : `which case? say --case with one of: ${names}`,
    };
  const evidence = evidenceOf(snapshot, await ledger.words(), caseId);
  return evidence === undefined
    ? { ok: false, problem: `there is no case "${caseId}"; the cases are: ${names || "none"}` }
    : { ok: true, snapshot, evidence };
};

const filesOf = async (
  { snapshot, evidence }: Pick<Found, "snapshot" | "evidence">,
  { language, version }: ExportOptions,
  now: Date,
): Promise<Exported["files"]> => {
  const { timeZone } = evidence.shown;
  const view = { ...(await speak(language)), snapshot, now, timeZone, formToken: "", calendarUrl: "" };
  const told = {
    "timeline.html": await evidencePage(view, evidence, version),
    "timeline.json": `${inert(JSON.stringify(evidenceJson(evidence, { timeZone, version, now }), null, 2))}\n`,
  };
  const sums = Object.entries(told).map(([name, text]) => `${sha256(text)}  ${name}\n`);
  return { ...told, SHA256SUMS: sums.join("") };
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const writeFolder = async (path: string, files: Exported["files"]): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text, { mode: 0o600 });
};

const writeZip = async (path: string, files: Exported["files"], now: Date): Promise<void> => {
  const { strToU8, zipSync } = await import("fflate");
  const contents = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, zipSync(contents, { mtime: now }), { mode: 0o600 });
};
