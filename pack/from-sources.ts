/** The command straight from its sources, as a clone runs it that is not built or was changed since. */

import { enableCompileCache } from "node:module";

enableCompileCache();
const { main } = await import("../src/cli.ts");
process.exitCode = await main(process.argv.slice(2), process);
