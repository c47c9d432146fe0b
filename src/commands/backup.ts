/** `landfall backup`: a copy of the ledger now; the daemon makes one a day by itself. */

import { backupSeal } from "../flow/identity.ts";
import { keyPath, loadKey } from "../key.ts";
import { backUp } from "../ledger/backup.ts";
import { ledgerExists } from "../ledger/files.ts";
import type { Io } from "./io.ts";

export type KeepingConfig = { readonly dataDir: string; readonly key: string | null };

export const backup = async (config: KeepingConfig, { json }: { json: boolean }, io: Io): Promise<number> => {
  if (!ledgerExists(config.dataDir)) {
    io.stderr.write(
      `landfall backup: there is no ledger in "${config.dataDir}" yet: run \`landfall run\` first\n`,
    );
    return 1;
  }
  const secret = await loadKey(config.key, config.dataDir);
  const made = backUp(config.dataDir, new Date(), (digest) => backupSeal(digest, secret));
  const key = config.key === null ? keyPath(config.dataDir) : "LANDFALL_KEY";
  const words = `Written and read back: ${made.path} (${made.bytes} bytes).
\`landfall restore\` puts it back. Elsewhere that also needs the key, without which no seal, hash or kept password can be
read: ${key}. Keep the two apart.`;
  io.stdout.write(`${json ? JSON.stringify({ ...made, key }) : words}\n`);
  return 0;
};
