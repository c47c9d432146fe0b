/**
 * The subjects by which letters are known, as a table.
 *
 * Patterns are for folded text (`fold.ts`): lower case, no accents lost or kept, one kind of dash, apostrophe
 * and space, eCoPR and CRPe in one spelling. Sources are rows and sections of docs/domain.md.
 */

import { pattern } from "./fold.ts";

/** `portal` is any portal letter's subject; the other two name one kind of letter. */
export type Topic = "portal" | "credentials" | "ecopr";

export type SubjectPhrase = {
  readonly topic: Topic;
  readonly pattern: RegExp;
  readonly source: string;
};

const subject = (topic: Topic, text: string, source: string): SubjectPhrase => ({
  topic,
  pattern: pattern(text),
  source,
});

/** The most telling first. */
export const subjectPhrases: readonly SubjectPhrase[] = [
  subject(
    "credentials",
    "new credentials (?:for|to) (?:the )?(?:your )?(?:ircc )?(?:pr |permanent residence )",
    "1, P2 [1]",
  ),
  subject(
    "credentials",
    "nouveaux (?:identifiants|justificatifs)[^|]{0,60}(?:portail|rp\\b)",
    "1, P2 French (?)",
  ),
  subject(
    "credentials",
    "nouvelles (?:informations d'identification|coordonnées)[^|]{0,60}(?:portail|rp\\b)",
    "1, P2 French (?)",
  ),
  subject(
    "credentials",
    "renseignements d'ouverture de session[^|]{0,60}(?:portail|rp\\b)",
    "1, P2 French (?)",
  ),
  subject("ecopr", "ecopr (?:is )?(?:now )?(?:available|ready)", "1, eCoPR [13], [1]"),
  subject("ecopr", "crpe (?:est )?(?:maintenant )?(?:prête|disponible)", "1, eCoPR [13]"),
  subject("portal", "permanent residence (?:confirmation )?portal", "1, P1 [2], [1]"),
  subject("portal", "pr (?:confirmation )?portal", "1, P2 and eCoPR [1], [13]"),
  subject("portal", "\\(pr confirmation\\)", "1, P1 [2]"),
  subject(
    "portal",
    "portail (?:de confirmation )?(?:de (?:la )?)?(?:résidence permanente|rp\\b)",
    "1, P1 [2], [11]",
  ),
  subject("portal", "\\(confirmation (?:de (?:la )?)?rp\\)", "1, P1 [2]; eCoPR [13]"),
];

/** Whole subjects of genuine letters (rows of section 1), with a number in brackets behind, or another language. */
export const officialSubjects: readonly RegExp[] = [
  "(?:ircc ?-? ?)?permanent residence portal \\(pr confirmation\\)",
  "(?:ircc ?-? ?)?(?:permanent residence|pr) confirmation portal",
  "new credentials for (?:the |your )?(?:pr|permanent residence) (?:confirmation )?portal",
  "pr portal (?:\\(pr confirmation\\) )?- (?:ecopr available for download|new credentials|[^|/:?!]{3,30} \\| portail .{3,80})",
  "(?:ircc ?-? ?)?portail de résidence permanente (?:d'ircc )?\\(confirmation de la rp\\)",
  "portail rp (?:\\(confirmation rp\\) )?- (?:crpe prête à être téléchargée|nouveaux identifiants)",
].map((form) => pattern(`^${form}(?: ?[/|] ?.{3,120})?(?: ?[[(][^\\])]{3,40}[\\])])?$`));

/**
 * What a server is asked to search for. ASCII alone, as some servers refuse CHARSET, and few, as every
 * key costs time over a large mailbox. They cover every subject phrase above.
 */
export const subjectFragments = [
  "PR Confirmation",
  "Permanent Residence",
  "PR Portal",
  "CoPR",
  "Portail",
  "CRPe",
];
