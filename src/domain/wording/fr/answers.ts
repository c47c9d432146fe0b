/** What the confirmation of an answer says in French. */

import type { AnswerPhrases } from "../answer-phrases.ts";

export const frenchAnswers: AnswerPhrases = {
  subject: {
    done: (names) => `noté comme fait\u00A0: ${names}`,
    undo: (names) => `noté comme non fait\u00A0: ${names}`,
    snooze: (names) => `remis à plus tard\u00A0: ${names}`,
    stop: (names) => `plus de rappels\u00A0: ${names}`,
  },
  lead: {
    done: "Vous ne recevrez plus de rappels à ce sujet. Si ce n’est pas ce que vous vouliez dire, répondez à ce courriel avec la ligne ci-dessous.",
    undo: "Vous recevrez de nouveau des rappels tant que le délai court. Pour annuler, répondez à ce courriel avec la ligne ci-dessous.",
    stop: "Le délai reste ce qu’il est; seuls les rappels cessent. Une nouvelle lettre d’IRCC vous sera tout de même annoncée. Pour recevoir de nouveau des rappels, répondez à ce courriel avec la ligne ci-dessous.",
  },
  again: {
    subject: (names) => `de nouveau des rappels\u00A0: ${names}`,
    lead: "Vous recevrez de nouveau des rappels tant que le délai court.",
  },
  later: (moment, cut) =>
    cut
      ? `Le prochain rappel viendra le ${moment}. C’est plus tôt que demandé\u00A0: le dernier rappel avant la fin du délai n’est jamais remis.`
      : `Le prochain rappel viendra le ${moment}.`,
  notLater: {
    subject: (names) => `non remis à plus tard\u00A0: ${names}`,
    last: "Le dernier rappel avant la fin du délai est déjà parti\u00A0: aucun autre ne peut venir plus tard. Faites-le maintenant, si vous le pouvez.",
    closed: "Aucun délai ne court\u00A0: il n’y a aucun rappel à remettre à plus tard.",
  },
  which:
    "Ce rappel parle de plusieurs tâches; rien n’a donc été noté. Répondez à ce courriel avec l’une des lignes ci-dessous.",
  whichSubject: "quelle tâche est faite?",
  unknown:
    "Votre réponse n’a pas été comprise, et rien n’a été noté. Répondez à ce courriel avec l’une des lignes ci-dessous, seule sur la première ligne.",
  unknownSubject: "votre réponse n’a pas été comprise",
  unasked:
    "Votre réponse n’a pas été comprise, et rien n’a été noté\u00A0: ce courriel n’en demande pas. S’il parle de plusieurs dossiers, répondez à un rappel de celui que vous voulez dire, ou lancez\u00A0: npx landfall status",
  quiet: {
    subject: "plus de messages sur cette attente",
    lead: "Une lettre d’IRCC vous sera tout de même annoncée, avec chaque délai qu’elle ouvre. Pour recevoir de nouveau ces messages, répondez à ce courriel avec la ligne ci-dessous.",
  },
  resumed: {
    subject: "de nouveau des messages sur cette attente",
    lead: "Vous serez averti quand l’attente dépasse ce qui est habituel.",
  },
  say: "Vous pouvez répondre",
  why: "Vous recevez ce courriel parce que vous avez répondu à un rappel. C’est la seule confirmation.",
};
