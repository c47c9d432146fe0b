import { expect, test } from "@jest/globals";
import { readCommand } from "../../src/domain/answers.ts";
import { understand, type Meant } from "../../src/domain/understood.ts";
import type { Task } from "../../src/domain/letter.ts";
import type { Awaited } from "../../src/domain/waiting.ts";
import { days } from "../helpers/world.ts";

const four: readonly Task[] = ["password", "presence", "address", "photo"];
const said = (line: string, told: readonly Task[], open = told, before: Meant | null = null) =>
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
  expect(said("undo", four, four, { verb: "done", tasks: ["photo"], ms: null })).toMatchObject({
    command: { verb: "undo", tasks: ["photo"] },
  });
});

test("“later” waits a day, and “stop” ends the reminders of all that was told", () => {
  expect(said("later", four)).toMatchObject({ command: { verb: "snooze", tasks: four, ms: days(1) } });
  expect(said("stop", ["photo"])).toMatchObject({ command: { verb: "stop", tasks: ["photo"] } });
});

test("an answer to a note about the card says that it came, or that no more notes are wanted", () => {
  const about = (line: string, waits: readonly Awaited[]) =>
    understand(readCommand(line), { told: [], open: [], before: null, waits });
  expect(about("done", ["card"])).toMatchObject({ command: { verb: "done", tasks: ["card"] } });
  expect(about("done card", [])).toMatchObject({ command: { verb: "done", tasks: ["card"] } });
  expect(about("arrêter", ["portal2"])).toEqual({ outcome: "waiting", waits: ["portal2"], wanted: false });
  const stopped: Meant = { verb: "stop", tasks: ["reply"], ms: null };
  expect(
    understand(readCommand("undo"), { told: [], open: [], before: stopped, waits: ["portal2"] }),
  ).toEqual({ outcome: "waiting", waits: ["portal2"], wanted: true });
  expect(about("done", ["portal2"])).toMatchObject({ outcome: "unknown", tasks: [] });
  expect(about("thanks!", ["card"])).toMatchObject({ outcome: "unknown", tasks: ["card"] });
});

test("what is not understood is told so", () => {
  expect(said("thank you!", ["photo"])).toMatchObject({ outcome: "unknown", tasks: ["photo"] });
  expect(said("done", [])).toMatchObject({ outcome: "unknown", tasks: [], ofNotes: true });
});
