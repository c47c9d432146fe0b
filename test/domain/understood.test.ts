import { expect, test } from "@jest/globals";
import { readCommand } from "../../src/domain/answers.ts";
import { understand } from "../../src/domain/understood.ts";
import type { Task } from "../../src/domain/letter.ts";
import type { Awaited } from "../../src/domain/waiting.ts";
import { days } from "../helpers/world.ts";

const four: readonly Task[] = ["password", "presence", "address", "photo"];
const said = (line: string, told: readonly Task[], open = told, before: readonly Task[] = []) =>
  understand(readCommand(line), { told, open, before, waits: [] });

test("“done” alone is the reminder's only open task, and asks back where there are several", () => {
  expect(said("done", ["photo"])).toMatchObject({
    outcome: "noted",
    command: { verb: "done", tasks: ["photo"] },
  });
  expect(said("done", four, ["photo"])).toMatchObject({ command: { tasks: ["photo"] } });
  expect(said("done", four)).toEqual({ outcome: "which", tasks: four });
  expect(said("done all", four)).toMatchObject({ outcome: "noted", command: { tasks: four } });
});

test("a task that is named is meant, whatever the reminder told", () => {
  expect(said("done address", ["photo"])).toMatchObject({ command: { tasks: ["address"] } });
});

test("“undo” alone takes back what the last answer said", () => {
  expect(said("undo", four, four, ["photo"])).toMatchObject({ command: { verb: "undo", tasks: ["photo"] } });
});

test("“later” waits a day, and “stop” ends the reminders of all that was told", () => {
  expect(said("later", four)).toMatchObject({ command: { verb: "snooze", tasks: four, ms: days(1) } });
  expect(said("stop", ["photo"])).toMatchObject({ command: { verb: "stop", tasks: ["photo"] } });
});

test("an answer to a note about the card says that it came, or that no more notes are wanted", () => {
  const about = (line: string, waits: readonly Awaited[]) =>
    understand(readCommand(line), { told: [], open: [], before: [], waits });
  expect(about("done", ["card"])).toMatchObject({ command: { verb: "done", tasks: ["card"] } });
  expect(about("done card", [])).toMatchObject({ command: { verb: "done", tasks: ["card"] } });
  expect(about("arrêter", ["portal2"])).toEqual({ outcome: "quiet", waits: ["portal2"] });
  expect(about("done", ["portal2"])).toEqual({ outcome: "unknown", tasks: [] });
  expect(about("thanks!", ["card"])).toEqual({ outcome: "unknown", tasks: ["card"] });
});

test("what is not understood is told so", () => {
  expect(said("thank you!", ["photo"])).toEqual({ outcome: "unknown", tasks: ["photo"] });
  expect(said("done", [])).toEqual({ outcome: "unknown", tasks: [] });
});
