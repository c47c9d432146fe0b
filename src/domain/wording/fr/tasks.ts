/** The tasks in French: what each is called and how it is done. Facts: docs/domain.md sections 3 and 3b. */

import type { Task } from "../../letter.ts";
import type { TaskPhrases } from "../phrasebook.ts";

const photoFormat = "JPEG ou PNG, entre 715×1000 et 2000×2800 pixels, 4 Mo au plus.";

export const frenchTasks: Readonly<Record<Task, TaskPhrases>> = {
  reply: {
    name: "répondez à IRCC",
    short: "réponse",
    steps: [
      "Répondez au courriel d’IRCC lui-même. Ne créez pas de compte.",
      "Indiquez pour chaque personne\u00A0: nom, IUC, courriel, première entrée au Canada, dernière entrée (date et lieu), couleur des yeux, taille, adresse, et si elle se trouve au Canada.",
      "Hors du Canada? Dites-le, avec le pays et la date de retour.",
      "Le courriel demande un code, ou votre adresse a changé? Ajoutez le code, ou la nouvelle adresse avec une preuve, à la même réponse.",
      "Le demandeur principal peut répondre pour toute la famille\u00A0: une seule réponse garde les dossiers ensemble.",
    ],
    wayOut: [
      "Répondez maintenant\u00A0: il est peut-être encore temps.",
      "Sans réponse, utilisez le formulaire Web d’IRCC.",
    ],
  },
  password: {
    name: "changez le mot de passe temporaire",
    short: "mot de passe",
    steps: [
      "Ouvrez le portail à partir de la page canada.ca indiquée dans ce message.",
      "Ouvrez une session avec votre adresse courriel et le mot de passe temporaire reçu.",
      "Choisissez votre propre mot de passe.",
    ],
    wayOut: ["Essayez quand même le mot de passe temporaire."],
  },
  presence: {
    name: "déclarez que vous êtes au Canada",
    short: "présence",
    steps: [
      "Dans le portail, déclarez pour chaque personne qu’elle se trouve au Canada. Vous devez vraiment y être.",
    ],
    wayOut: ["Faites quand même la déclaration dans le portail. Vous devez vraiment être au Canada."],
  },
  address: {
    name: "confirmez votre adresse",
    short: "adresse",
    steps: ["Dans le portail, inscrivez l’adresse au Canada où la carte RP doit être envoyée."],
    wayOut: [
      "Inscrivez-la quand même dans le portail.",
      "L’adresse peut être fournie jusqu’à 180 jours après que vous êtes devenu résident permanent.",
    ],
  },
  photo: {
    name: "téléversez votre photo",
    short: "photo",
    steps: [
      "Prenez-la sur un fond blanc, sans reflet et bien éclairée. Un égoportrait ou une numérisation convient; la photo d’une photo sur papier, non.",
      photoFormat,
      "Téléversez-la dans le portail, une par personne.",
    ],
    wayOut: [
      `Téléversez-la quand même dans le portail, sur fond blanc. ${photoFormat}`,
      "La photo peut être fournie jusqu’à 180 jours après que vous êtes devenu résident permanent.",
    ],
  },
  passport: {
    name: "envoyez votre passeport",
    short: "passeport envoyé",
    steps: [
      "Suivez le courriel\u00A0: il indique le bureau, ce qu’il faut envoyer, et comment.",
      "Envoyez le passeport et les photos de chaque personne qu’il nomme.",
      "Gardez une copie, et la preuve de l’envoi.",
    ],
    wayOut: [
      "Envoyez-le maintenant quand même, et écrivez au bureau qui l’a demandé.",
      "Si c’est impossible, dites-le au moyen du formulaire Web d’IRCC.",
    ],
  },
  land: {
    name: "entrez au Canada",
    short: "entrée faite",
    steps: [
      "Entrez au Canada ce jour-là au plus tard, avec votre passeport et la CRP.",
      "Elle n’est pas prolongée\u00A0: qui la laisse expirer doit en général présenter une nouvelle demande.",
      "Vous ne pouvez pas voyager à temps? Avisez IRCC dès maintenant au moyen de son formulaire Web.",
    ],
    wayOut: [
      "Ne voyagez pas avec elle\u00A0: demandez à IRCC, au moyen de son formulaire Web, ce qu’il en est pour vous.",
      "Qui laisse expirer une CRP doit en général présenter une nouvelle demande.",
    ],
  },
  print: {
    name: "imprimez votre CRPe",
    short: "CRPe imprimée",
    steps: [
      "Ouvrez une session dans le portail et téléchargez le PDF. Il peut s’écouler des heures, voire un jour ou deux, avant qu’il y soit.",
      "Vérifiez chaque ligne\u00A0: les erreurs sont fréquentes, et il arrive que des noms soient tronqués.",
      "Imprimez-la, puis signez et datez à la main l’exemplaire du client. Un parent signe pour un enfant de moins de 14 ans.",
      "Elle prouve votre statut au Canada, pour un numéro d’assurance sociale (NAS) et des prestations. Ce n’est pas un titre de voyage.",
    ],
    wayOut: [
      "Ouvrez une session dans le portail\u00A0: le PDF y est peut-être encore.",
      "S’il n’y est plus, demandez-le au moyen du formulaire Web d’IRCC. Vous êtes tout de même résident permanent.",
    ],
  },
  card: {
    name: "surveillez l’arrivée de votre carte RP",
    short: "carte reçue",
    steps: [
      "Elle arrive par la poste. D’ici là, la CRPe ne permet pas de revenir au Canada après un voyage.",
    ],
    wayOut: [
      "Si le délai habituel et six semaines sont passés, avisez IRCC au moyen de son formulaire Web\u00A0: vous pouvez déclarer que la carte n’est jamais arrivée.",
      "180 jours après être devenu résident permanent, il faut une nouvelle demande et de nouveaux frais.",
    ],
  },
};

export const familyPrint: TaskPhrases = {
  ...frenchTasks.print,
  name: "imprimez la CRPe d’un membre de votre famille",
};

export const doubtedPrint: TaskPhrases = {
  name: "cherchez votre CRPe dans le portail",
  short: "CRPe imprimée",
  steps: [
    "Ouvrez une session dans le portail. Si la CRPe s’y trouve, téléchargez le PDF. Il peut s’écouler des heures, voire un jour ou deux, avant qu’il y soit.",
    ...frenchTasks.print.steps.slice(1),
  ],
  wayOut: [
    "Ouvrez une session dans le portail\u00A0: si une CRPe a été délivrée, le PDF y est peut-être encore.",
    "Sinon, adressez-vous à IRCC au moyen de son formulaire Web.",
  ],
};
