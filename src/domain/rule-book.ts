/** The rules as tables for people to read: kinds of letters, milestones and stages, windows; and a picture. */

import { stageByMilestone } from "./case.ts";
import { eventsOfLetter } from "./letter-events.ts";
import { nothing } from "./finding.ts";
import type { Kind, Task } from "./letter.ts";
import { stages, type Milestone, type Stage } from "./milestones.ts";
import { forms } from "./notice-forms.ts";
import { askForReply, portal1Items } from "./portal1-signs.ts";
import * as ecopr from "./ecopr-signs.ts";
import * as signs from "./signs.ts";
import { familyEcopr } from "./whose-ecopr.ts";
import { rules } from "./window-rules.ts";

export type KindRule = {
  readonly kind: Kind;
  readonly subkind: string | null;
  /** What it is known by, in plain words. */
  readonly knownBy: readonly string[];
  /** Null: it moves no case. */
  readonly milestone: Milestone | null;
};
export type MilestoneRule = { readonly milestone: string; readonly stage: Stage };
export type WindowRule = {
  readonly task: Task;
  readonly opensWith: readonly Milestone[];
  readonly days: number | null;
  readonly doneBy: readonly Milestone[];
  readonly closedBy: readonly Milestone[];
};
export type RuleBook = {
  readonly kinds: readonly KindRule[];
  readonly milestones: readonly MilestoneRule[];
  readonly windows: readonly WindowRule[];
  /** Mermaid source: the stages, and what brings a case to each. */
  readonly picture: string;
};

export const ruleBook = (): RuleBook => ({
  kinds: kindRules(),
  milestones: milestoneRules(),
  windows: rules.map(({ task, opensWith, days, doneBy, closedBy }) => ({
    task,
    opensWith,
    days,
    doneBy,
    closedBy,
  })),
  picture: stagesPicture(),
});

const kindRules = (): readonly KindRule[] => [
  kindRule("portal1", null, [askForReply, ...portal1Items]),
  kindRule("portal2", "credentials", [signs.password, signs.account, ...signs.portal2Tasks]),
  kindRule("portal2", "existing_account", [signs.existingAccount, ...signs.portal2Tasks]),
  kindRule("portal2", "reissued", [signs.password, ...signs.reissued]),
  kindRule("portal2", "family_member", [signs.password, ...signs.familyMember]),
  kindRule("ecopr", null, [...ecopr.ready, ecopr.landed, ...ecopr.hinted, ecopr.ecoprNamed]),
  kindRule("ecopr", "family_member", familyEcopr),
  kindRule("own_reply", null, [{ means: "lies in Sent and answers Portal 1" }]),
  kindRule("reply_bounced", null, [{ means: "a mail system could not deliver that answer" }]),
  ...[...Map.groupBy(forms, ({ subkind }) => subkind)].map(([subkind, known]) =>
    kindRule("other_ircc", subkind, known),
  ),
  kindRule("other_ircc", "unknown", [{ means: "comes from IRCC and is none of these" }]),
];

const kindRule = (
  kind: Kind,
  subkind: string | null,
  known: readonly { readonly means: string }[],
): KindRule => {
  const letter = { id: "", seenAt: new Date(0) };
  const [event] = eventsOfLetter(letter, { ...nothing, kind, subkind, trust: "verified" }, "");
  return { kind, subkind, knownBy: known.map(({ means }) => means), milestone: event?.milestone ?? null };
};

const milestoneRules = (): readonly MilestoneRule[] =>
  Object.entries(stageByMilestone).map(([milestone, stage]) => ({ milestone, stage }));

/** Any letter may be the first that is seen: the arrows are the usual way, and no stage has to be passed. */
const stagesPicture = (): string => {
  const ways = stages.slice(1).map((stage, index) => {
    const by = milestoneRules().flatMap((rule) =>
      rule.stage === stage ? rule.milestone.replace(":", " ") : [],
    );
    const words = stage === "in_review" ? "presence, address and photo done" : by.join(", ");
    return `  ${stages[index]} --> ${stage}: ${words}`;
  });
  return ["stateDiagram-v2", `  [*] --> ${stages[0]}`, ...ways, `  ${stages.at(-1)} --> [*]`].join("\n");
};
