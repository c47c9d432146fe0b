/** What the person can say at the terminal, as an e-mail writes it. */

import { canonical, type Command } from "../answers.ts";
import type { Task } from "../letter.ts";
import type { WaitFacts } from "../note-facts.ts";

/** Where there are several cases, a command that names none asks back: so it names its own; null where there is one. */
export const doneCommand = (task: Task, caseId: string | null): string => {
  const command: Command = { verb: "done", tasks: [task], ms: null };
  return `npx landfall ${canonical(command)}${caseId === null ? "" : ` --case ${caseId}`}`;
};

export const caseToName = ({ label, caseId }: WaitFacts): string | null => (label === null ? null : caseId);
