/** What notes about waiting say in French: docs/domain.md section 4. */

import type { NotePhrases } from "../note-phrases.ts";

export const frenchWaiting: NotePhrases["waiting"] = {
  labelUsual: "Ce qui est habituel",
  labelCheck: "À vérifier",
  labelAsk: "Comment demander",
  calm: (lead) => `${lead} Rien ne va mal à coup sûr, et rien ne presse aujourd’hui.`,
  ofCase: (lead, label) => `${lead} Dossier\u00A0: ${label}.`,
  answer: "Plus de ces messages? Répondez à ce courriel par une ligne\u00A0: «\u00A0arrêter\u00A0».",
  cardButton: "La carte est arrivée",
  answerCard:
    "La carte est arrivée? Répondez à ce courriel par une ligne, «\u00A0fini\u00A0», et ces messages cessent. «\u00A0arrêter\u00A0» y met fin aussi.",
  cardCame: (command) => `La carte est arrivée? ${command} – et ces messages cessent.`,
  portal2: {
    subject: (days) =>
      `Toujours pas de courriel Portail\u00A02, ${days} jours après votre réponse\u00A0: ce qui est habituel`,
    lead: (since) =>
      `Vous avez répondu au Portail\u00A01 le ${since}. Landfall n’a vu aucun courriel Portail\u00A02 depuis.`,
    usual: ["Le plus souvent une à deux semaines; parfois le jour même, parfois plus d’un mois."],
    check: [
      "Regardez dans le dossier des indésirables de chaque boîte dont vous avez donné l’adresse à IRCC.",
      "Votre réponse est-elle parmi les messages envoyés, et n’est-elle pas revenue comme non distribuable?",
      "Vous avez un représentant? Le courriel lui est envoyé\u00A0: demandez-lui s’il est arrivé.",
      "Vous avez fait la demande par le Portail de la RP? IRCC utilise peut-être votre compte existant\u00A0: ouvrez-y une session.",
    ],
    ask: () => [
      "Écrivez à l’adresse indiquée dans l’invitation d’IRCC (Portail\u00A01), ou utilisez le formulaire Web d’IRCC sur canada.ca. Dites quand vous avez répondu.",
    ],
  },
  ecopr: {
    subject: (days) => `Toujours pas de CRPe, ${days} jours après votre photo\u00A0: ce qui est habituel`,
    lead: (since) =>
      `Vous avez téléversé votre photo le ${since}. Landfall n’a vu aucun courriel CRPe depuis.`,
    usual: [
      "IRCC parle de quelques semaines au plus. Des demandeurs parlent du jour même jusqu’à plus de 90 jours, certains de deux ou trois mois d’examen.",
    ],
    check: [
      "Regardez dans le dossier des indésirables.",
      "Ouvrez une session dans le portail\u00A0: si l’état est «\u00A0Approuvé\u00A0», la CRPe est prête, courriel ou non.",
      "Votre photo a-t-elle été refusée? Le portail en demande alors une autre.",
      "Restez au Canada d’ici là, et avisez IRCC avant de partir.",
    ],
    ask: () => [
      "Utilisez le formulaire Web d’IRCC sur canada.ca, ou écrivez à l’adresse indiquée dans l’invitation d’IRCC.",
    ],
  },
  card: {
    subject: (days) => `La carte RP, ${days} jours après votre CRPe\u00A0: ce qui est habituel`,
    lead: (since) =>
      `Le courriel CRPe est arrivé le ${since}. Landfall ne sait pas encore si la carte est là.`,
    usual: [
      "De 10 jours à plus de quatre mois. Dans le portail, l’état reste «\u00A0Ready for Review\u00A0» jusqu’à l’envoi.",
    ],
    check: [
      "Ouvrez une session dans le portail\u00A0: la photo et l’adresse sont-elles acceptées, l’adresse est-elle toujours la bonne?",
      "Demandez aux personnes qui partagent votre boîte aux lettres, et à votre ancienne adresse.",
    ],
    ask: (days) =>
      days < 180
        ? [
            "Attendez le délai habituel et six semaines de plus; dites ensuite à IRCC, par son formulaire Web, que la carte n’est jamais arrivée (déclaration solennelle).",
            "Après 180 jours, il faut une nouvelle demande et de nouveaux frais\u00A0: renseignez-vous avant.",
          ]
        : [
            "180 jours ont passé. IRCC demande alors une nouvelle demande de carte, avec les frais; son formulaire Web sur canada.ca vous le confirmera.",
          ],
  },
};
