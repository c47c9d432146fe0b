import { execFile } from "node:child_process";
import { expect, test } from "@jest/globals";

/** Runs in a process of its own, so that its memory is its own, and a hang is one that can be ended. */
const fuzz = async (...what: readonly string[]): Promise<Report> =>
  await new Promise((resolve, reject) => {
    const flags = ["--disable-warning=ExperimentalWarning", "--max-old-space-size=600"];
    execFile(
      process.execPath,
      [...flags, "test/helpers/fuzz.ts", ...what],
      { timeout: 400_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as Report);
        else reject(new Error(`the reader did not survive: ${error.message}\n${stderr.slice(-2_000)}`));
      },
    );
  });

type Report = {
  readonly inputs: number;
  readonly crashes: readonly string[];
  /** What took more than a second of the processor. */
  readonly slow: readonly string[];
  readonly megabytes: number;
};

test("20,000 broken letters: no crash, none takes a second, memory is bounded", async () => {
  const report = await fuzz("mutated", "20000");
  expect(report).toMatchObject({ inputs: 20_000, crashes: [], slow: [] });
  expect(report.megabytes).toBeLessThan(500);
}, 420_000);

test("bombs: ten levels, 10,000 parts, 50 MB, endless headers, hostile HTML and texts", async () => {
  const report = await fuzz("bombs");
  expect(report).toMatchObject({ crashes: [], slow: [] });
  expect(report.megabytes).toBeLessThan(900);
}, 420_000);
