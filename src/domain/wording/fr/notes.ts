/** What notes say in French. Facts: docs/domain.md sections 2 and 6. A warning quotes no link. */

import type { NotePhrases } from "../note-phrases.ts";
import { frenchWaiting } from "./waiting.ts";
import { listed } from "./letters.ts";

const letters = (number: number): string => (number < 2 ? `${number} courriel` : `${number} courriels`);

export const frenchNotes: NotePhrases = {
  list: "La liste complète\u00A0: npx landfall status",
  why: {
    letters:
      "Landfall a trouvé cela dans la boîte qu’il surveille pour vous. Chaque courriel n’est signalé qu’une fois.",
    waiting: "Landfall surveille aussi l’attente. Pas souhaité? WAITING_NOTES=off dans ses réglages.",
    week: "Vous l’avez demandé\u00A0: WEEKLY dans les réglages de Landfall. WEEKLY=off y met fin.",
    mailbox:
      "Landfall ne peut rien vous rappeler de ce qu’il ne voit pas. Il le dit après 6\u00A0heures, un jour et trois jours, puis plus.",
    day: "Le maximum par jour est MAILS_PER_DAY dans les réglages de Landfall.",
  },

  unknown: {
    news: "Un courriel d’IRCC n’a pas été reconnu\u00A0: voyez votre courriel",
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
      destination: (place) =>
        `il demande d’envoyer vos renseignements à ${place}, hors de gc.ca et de canada.ca`,
      link: (host) => `il demande d’ouvrir une session à ${host}, hors de gc.ca et de canada.ca`,
      disguise: (host) => `un lien montre une adresse du gouvernement et mène plutôt à ${host}`,
      elsewhere: (host) => `un lien mène à ${host}, hors de gc.ca et de canada.ca`,
      scheme: (scheme) => `un lien n’ouvre aucune page du Web, mais autre chose («\u00A0${scheme}\u00A0»)`,
      attachment: (type) =>
        `il apporte une pièce jointe qui peut nuire (.${type}), ce que les courriels d’IRCC ne font pas`,
      errand: (where) =>
        `ce à quoi il vous renvoie n’est pas connu comme étant d’IRCC («\u00A0${where}\u00A0»)`,
      demand: (what) => `il demande ce qu’IRCC ne demande jamais par courriel («\u00A0${what}\u00A0»)`,
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
      "L’adresse de l’expéditeur se termine par @cic.gc.ca, et votre fournisseur de courriel confirme la provenance.",
      "Il est le plus souvent en anglais et en français, et mène à une page de canada.ca.",
      "Il ne menace pas, ne demande ni argent ni numéro de carte, et n’apporte aucune pièce jointe non demandée.",
      "Qu’il demande vos renseignements n’est pas un signe en soi\u00A0: le Portail\u00A01 le fait aussi.",
      "Dans le doute, tapez vous-même canada.ca dans votre navigateur et regardez dans le portail.",
    ],
  },

  waiting: frenchWaiting,

  week: {
    subject: (open, firstEnd) => {
      if (open === 0) return "Votre semaine\u00A0: rien à faire pour l’instant, Landfall surveille toujours";
      const things = open === 1 ? "une chose à faire" : `${open} choses à faire`;
      return `Votre semaine\u00A0: ${things}${firstEnd === null ? "" : `, la première avant le ${firstEnd}`}`;
    },
    lead: "Le résumé que vous avez demandé chaque semaine. S’il arrive, c’est que Landfall fonctionne.",
    stages: {
      waiting: "Aucun courriel encore.",
      invited: "Portail\u00A01 reçu; il attend votre réponse.",
      answered: "Vous avez répondu au Portail\u00A01; le Portail\u00A02 est l’étape suivante.",
      in_portal: "Portail\u00A02 reçu; il y a des choses à faire.",
      in_review: "Tout est déclaré; la CRPe est l’étape suivante.",
      confirmed: "Courriel CRPe reçu; la carte est l’étape suivante.",
      complete: "La carte est arrivée.",
    },
    window: (name, moment, left) =>
      moment === null
        ? `Sans date limite indiquée\u00A0: ${name}`
        : `Il reste ${left}\u00A0: ${name}, avant le ${moment}`,
    nothingOpen: "Rien n’est à faire.",
    subjectMissed: (missed) =>
      `Votre semaine\u00A0: plus rien d’ouvert; délai écoulé pour ${missed === 1 ? "une chose" : `${missed} choses`}`,
    missed: (name, moment) => `Délai écoulé le ${moment}, sans que vous l’ayez dit fait\u00A0: ${name}`,
    labelSelf: "Landfall lui-même",
    lastLook: (moment) => `Dernier coup d’œil à votre boîte\u00A0: ${moment}.`,
    neverLooked: "Il n’a pas encore pu regarder dans votre boîte.",
    sent: (number) =>
      `${number} message${number < 2 ? "" : "s"} envoyé${number < 2 ? "" : "s"} ces 7 derniers jours.`,
    next: (moment) => `Prochain rappel\u00A0: ${moment}.`,
  },

  outage: {
    subject: (lasted) => `Landfall ne peut plus regarder dans votre boîte de courriel depuis ${lasted}`,
    lead: (since) =>
      `Son dernier coup d’œil date du ${since}. Il essaie toujours; ce qui est arrivé entre-temps sera lu dès que possible.`,
    labelReason: "Ce qui ne va pas",
    noReason: "Le serveur ne répond pas et ne dit pas pourquoi.",
    labelDo: "Que faire",
    steps: [
      "D’ici là, regardez vous-même dans votre boîte, et dans les indésirables.",
      "Sur la machine où Landfall fonctionne\u00A0: npx landfall status, puis npx landfall check.",
      "Le mot de passe de la boîte a changé? Mettez le nouveau dans les réglages de Landfall et redémarrez-le.",
    ],
    signIn: {
      subject: "Landfall a besoin que vous vous connectiez de nouveau à votre boîte de courriel",
      lead: "Votre fournisseur ne le laisse plus entrer avec l’accord que vous aviez donné. D’ici là il ne voit aucune nouvelle lettre, et ses rappels pourraient ne pas vous parvenir.",
      step: "Sur la machine où Landfall fonctionne\u00A0: npx landfall sign-in",
    },
    open: (number) => `Les rappels pour ce qui reste à faire (${number}) continuent d’arriver.`,
  },

  held: {
    subject: (number) =>
      `Assez pour aujourd’hui\u00A0: ${number} ${number < 2 ? "rappel attend" : "rappels attendent"} demain`,
    lead: (cap) =>
      `Landfall vous envoie au plus ${cap} messages par jour (MAILS_PER_DAY). Ce qui prend fin d’ici un jour arrive tout de même aussitôt.`,
    label: "Ce qui attend",
    line: (names, label) => (label === null ? names : `${label}\u00A0: ${names}`),
    advice: "Tant de messages en un jour, c’est inhabituel. Pour voir pourquoi\u00A0: npx landfall status",
  },
};
