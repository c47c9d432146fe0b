/** Secrets at rest: AES-256-GCM, under a key that follows from the installation's own. */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** `name` is what the secret is kept under: sealed for one name, it opens under no other. Base64. */
export const seal = (text: string, name: string, key: Uint8Array): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, sealingKey(key), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
};

/** @throws Error in plain words where it was sealed under another key or name, or was changed since. */
export const unseal = (sealed: string, name: string, key: Uint8Array): string => {
  const bytes = Buffer.from(sealed, "base64");
  try {
    const opener = createDecipheriv(algorithm, sealingKey(key), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    opener.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const rest = bytes.subarray(nonceBytes + tagBytes);
    return Buffer.concat([opener.update(rest), opener.final()]).toString("utf8");
  } catch (cause) {
    throw new Error(
      "opening a secret in the ledger: it was sealed with another key; put the file `key` of DATA_DIR (or LANDFALL_KEY) back, or sign in again: landfall sign-in",
      { cause },
    );
  }
};

/** Not the key itself, which the identifiers are hashed with. */
const sealingKey = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, "", "landfall secrets", 32));
