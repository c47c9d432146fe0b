/** From words to the HTML part: what the template shows, in the order in which it shows it. */

import { answerSubject, canonical, type Command, type Mark } from "../domain/answers.ts";
import { tasks as tasksInOrder } from "../domain/letter.ts";
import type { ReminderWords, TaskWords } from "../domain/wording.ts";
import { onceLoaded } from "../once.ts";
import { colours, css, darkStyle } from "./style.ts";

/** Where an answer to this mail goes: the watched mailbox, under a mark that only this mail carries. */
export type AnswerTo = { readonly address: string; readonly mark: Mark };

/** `answerTo` is null where no answer could be read; the commands for the terminal then stand instead. */
export const layOutHtml = async (words: ReminderWords, answerTo: AnswerTo | null): Promise<string> => {
  const render = await templateOf();
  return render(viewOf(words, answerTo)).replace(/\n{2,}/g, "\n");
};

/** Loads and compiles the template, which takes longer than filling it in; handlebars compiles when it first renders. */
export const prepareLayout = async (): Promise<void> => {
  const render = await templateOf();
  render({ css, groups: [{ tasks: [{}] }], answers: [{}], links: [{}], sections: [{ lines: [""] }] });
};

const templateOf = onceLoaded(async (): Promise<(view: object) => string> => {
  const [{ default: handlebars }, { box, template }] = await Promise.all([
    import("handlebars"),
    import("./template.ts"),
  ]);
  const own = handlebars.create();
  own.registerPartial("box", box);
  return own.compile(template, { strict: false });
});

const viewOf = (words: ReminderWords, answerTo: AnswerTo | null) => {
  const alone = words.tasks.length <= 1;
  const { done, later } = words.buttons;
  const toLink = linksTo(answerTo);
  const answers = [...(alone ? done : []), ...(later === null ? [] : [later])];
  return {
    ...words,
    css,
    darkStyle,
    groups: groupsOf(words.tasks).map((group) => ({
      ...group[0]!,
      colour: colours[group[0]!.urgency],
      // Alone, a task needs no list: the title names it.
      tasks: alone
        ? []
        : group.map(({ title, task }) => ({
            title,
            done: done.filter((button) => button.task === task).flatMap(toLink)[0],
          })),
    })),
    answers: answers.flatMap(toLink),
    sections: sectionsOf(words),
    answer: answerTo === null ? "" : words.answer,
    commands: answerTo === null ? words.howToMarkDone : [],
  };
};

type AnswerButton = { readonly label: string; readonly command: Command };
type AnswerLink = { readonly label: string; readonly url: string };

const linksTo =
  (answerTo: AnswerTo | null) =>
  ({ label, command }: AnswerButton): readonly AnswerLink[] => {
    if (answerTo === null) return [];
    const address = encodeURIComponent(answerTo.address).replace("%40", "@");
    const subject = encodeURIComponent(answerSubject(command, answerTo.mark));
    // The first line decides: it says the same, so that a signature below it is none.
    const body = encodeURIComponent(`${canonical(command)}\r\n`);
    return [{ label, url: `mailto:${address}?subject=${subject}&body=${body}` }];
  };

/** Tasks that end at the same moment stand together: the moment is read once. */
const groupsOf = (tasks: readonly TaskWords[]): readonly (readonly TaskWords[])[] =>
  tasks.reduce<readonly (readonly TaskWords[])[]>((groups, task) => {
    const last = groups.at(-1);
    return last?.[0]?.deadline === task.deadline && last[0].note === task.note
      ? [...groups.slice(0, -1), [...last, task]]
      : [...groups, [task]];
  }, []);

const sectionsOf = ({ labels, trouble, tasks, sections = [] }: ReminderWords) =>
  [
    { label: labels.trouble, lines: trouble },
    ...inOrderOfDoing(tasks).map((task) => ({
      label: tasks.length > 1 ? task.title : labels[task.urgency === "over" ? "known" : "steps"],
      lines: task.steps,
    })),
    ...sections,
  ].filter(({ lines }) => lines.length > 0);

/** The password comes before what needs it, though it has more time. */
const inOrderOfDoing = (words: readonly TaskWords[]): readonly TaskWords[] =>
  words.toSorted((a, b) => tasksInOrder.indexOf(a.task) - tasksInOrder.indexOf(b.task));
