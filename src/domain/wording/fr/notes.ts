/** What notes say in French. Facts: docs/domain.md sections 2 and 6. A warning quotes no link. */

import type { NotePhrases } from "../note-phrases.ts";
import { listed } from "./letters.ts";

const letters = (number: number): string => (number < 2 ? `${number} courriel` : `${number} courriels`);

export const frenchNotes: NotePhrases = {
  list: "La liste complète\u00A0: npx landfall status",
  why: "Landfall a trouvé ceci dans la boîte de courriel qu’il surveille pour vous.",

  unknown: {
    subject: (number, quoted) =>
      number === 1
        ? `IRCC a écrit quelque chose que nous ne reconnaissons pas\u00A0: «\u00A0${quoted}\u00A0» – lisez-le`
        : `IRCC a envoyé ${number} courriels que nous ne reconnaissons pas – lisez-les`,
    subjectOld: (number) =>
      `Rien de nouveau\u00A0: ${number} ancien${number < 2 ? "" : "s"} ${number < 2 ? "courriel" : "courriels"} d’IRCC que nous ne reconnaissons pas`,
    lead: (number) =>
      number === 1
        ? "Il ne correspond à aucun des courriels que Landfall connaît\u00A0: aucun délai n’est compté. Lisez-le vous-même."
        : "Ils ne correspondent à aucun des courriels que Landfall connaît\u00A0: aucun délai n’est compté. Lisez-les vous-même.",
    leadOld:
      "Cela se trouvait dans votre boîte avant que Landfall commence à la surveiller. Vous le connaissez sans doute déjà.",
    label: (number) => (number === 1 ? "À lire" : "Courriels à lire"),
    line: (quoted, moment, folder, verified) =>
      `«\u00A0${quoted}\u00A0» – ${moment}, dans le dossier ${folder}${verified ? "" : " (expéditeur non vérifié)"}`,
    more: (number) => `et ${number} de plus`,
    advice:
      "On vous y demande quelque chose avant une date? Notez-la vous-même\u00A0: Landfall ne la compte pas.",
    labelOld: "Courriels plus anciens",
    old: (number, newest) =>
      `${letters(number)} d’IRCC, de plus d’un mois quand Landfall les a trouvés, qu’il ne reconnaît pas; le plus récent est du ${newest}. Si vous savez ce qui s’y trouve, il n’y a rien à faire.`,
  },

  suspicious: {
    subject: (number) =>
      number === 1
        ? "Attention\u00A0: un courriel au nom d’IRCC est peut-être faux"
        : `Attention\u00A0: ${number} courriels au nom d’IRCC sont peut-être faux`,
    lead: (number) =>
      number === 1
        ? "Landfall n’y croit pas, et il ne change rien à votre dossier. N’utilisez aucun de ses liens, n’ouvrez aucune pièce jointe, n’envoyez rien."
        : "Landfall n’y croit pas, et ils ne changent rien à votre dossier. N’utilisez aucun de leurs liens, n’ouvrez aucune pièce jointe, n’envoyez rien.",
    label: (quoted) => `Peut-être faux\u00A0: «\u00A0${quoted}\u00A0»`,
    came: (sender, moment, folder) => `De ${sender}, ${moment}, dans le dossier ${folder}.`,
    reason: (reason) => `Pourquoi\u00A0: ${reason}.`,
    reasons: {
      lookAlike: (address) => `l’adresse ${address} ressemble à une adresse d’IRCC et n’en est pas une`,
      named: (address) =>
        `l’expéditeur porte le nom d’IRCC, mais l’adresse ${address} n’est pas une adresse d’IRCC`,
      shownName: (address) => `le nom de l’expéditeur montre une autre adresse, ${address}`,
      replyTo: (address) => `une réponse irait à ${address}, hors de gc.ca et de canada.ca`,
      link: (host) => `il demande d’ouvrir une session à ${host}, hors de gc.ca et de canada.ca`,
      refused: (domain) => `votre fournisseur de courriel dit qu’il ne vient pas de ${domain}`,
      otherDomain: (domain) =>
        `votre fournisseur de courriel ne confirme qu’un autre expéditeur\u00A0: ${domain}`,
      authors: () => "il ne nomme pas un seul auteur, comme le fait tout vrai courriel",
      stranger: (address) =>
        `il a été transféré par ${address}, à qui vous n’avez pas accordé votre confiance`,
      claim: () => "il se lit comme un courriel d’IRCC, mais n’en vient pas",
    },
    wouldEnd: (ends) => `S’il est authentique malgré tout\u00A0: ${ends.join("; ")}.`,
    end: (names, moment, over) =>
      `${listed(names)}${over ? ` (délai passé le ${moment})` : ` avant le ${moment}`}`,
    correct: (command) => `Vous savez qu’il est authentique? ${command}`,
    more: (number) => `Et ${number} autre${number < 2 ? "" : "s"} de ce genre`,
    labelOld: "Plus anciens",
    old: (number) =>
      `${letters(number)} peut-être ${number < 2 ? "faux, vieux" : "faux, vieux"} de plus d’un mois quand Landfall les a trouvés. Vous n’avez rien à faire.`,
    labelGenuine: "Comment reconnaître un vrai courriel",
    genuine: [
      "L’adresse de l’expéditeur se termine par cic.gc.ca, et votre fournisseur de courriel confirme la provenance.",
      "Il est en anglais et en français, et mène à une page de canada.ca.",
      "Il ne menace pas, ne demande ni argent ni numéro de carte, et n’apporte aucune pièce jointe non demandée.",
      "Qu’il demande vos renseignements n’est pas un signe en soi\u00A0: le Portail\u00A01 le fait aussi.",
      "Dans le doute, tapez vous-même canada.ca dans votre navigateur et regardez dans le portail.",
    ],
  },
};
