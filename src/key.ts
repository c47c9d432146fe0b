/** Secrets that are made once: the key of the identifiers' hashes (unless LANDFALL_KEY is set), and that of the page. */

import { createHash, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the key lies that is made here. */
export const keyPath = (dataDir: string): string => join(dataDir, "key");

/** 32 bytes; `dataDir` must exist. A given key may be of any length and form: it is hashed. */
export const loadKey = async (given: string | null, dataDir: string): Promise<Uint8Array> => {
  if (given !== null) return createHash("sha256").update(given).digest();
  return await secretIn(keyPath(dataDir));
};

/** Of the page's links, sessions and calendar. Without the file all of them end. */
export const pagePath = (dataDir: string): string => join(dataDir, "page-secret");

/** 32 bytes. */
export const secretIn = async (path: string): Promise<Uint8Array> => {
  try {
    // "wx" fails where another process was quicker, so a key is never replaced.
    await writeFile(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  return createHash("sha256")
    .update((await readFile(path, "utf8")).trim())
    .digest();
};

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
