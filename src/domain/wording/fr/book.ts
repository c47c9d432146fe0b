/** Every sentence of a reminder in French, as IRCC and Quebec write it. */

import { capital } from "../capital.ts";
import type { Phrasebook } from "../phrasebook.ts";
import { frenchDuration, longFrench, shortFrench } from "./dates.ts";
import { listed, nameArrivals, nameFirst, nameLetter, nameTasks, number } from "./letters.ts";
import { frenchAnswers } from "./answers.ts";
import { frenchNotes } from "./notes.ts";
import { doubtedPrint, frenchTasks, familyPrint } from "./tasks.ts";

/** Marks a moment as the earliest of several readings. */
const about = (approximate: boolean, moment: string): string => (approximate ? `environ ${moment}` : moment);
const aboutThe = (approximate: boolean, moment: string): string =>
  approximate ? `vers le ${moment}` : `le ${moment}`;

const doubtedLinks =
  "N’utilisez pas ses liens\u00A0: passez par le portail en tapant vous-même l’adresse d’une page canada.ca.";
/** Portal 1 is answered by e-mail, and leads to no portal yet (docs/domain.md section 3). */
const doubtedReply =
  "N’utilisez pas ses liens, et n’envoyez vos renseignements qu’à une adresse que vous savez être celle d’IRCC.";

const alsoClosed = (closed: number): string => {
  if (closed === 0) return "";
  return closed === 1 ? ", une échéance est passée" : `, ${number(closed)} échéances sont passées`;
};

export const french: Phrasebook = {
  tag: "fr-CA",
  moment: { long: longFrench, short: shortFrench },
  duration: frenchDuration,
  tasks: frenchTasks,
  doubtedPrint,
  familyPrint,

  subject: {
    arrival: (letters, names, closed) =>
      `${nameArrivals(letters)}${alsoClosed(closed)}${closed === 0 ? "" : " – reste à faire"}\u00A0: ${nameTasks(names)}`,
    arrivalEnd: (moment, approximate) => `, avant ${aboutThe(approximate, moment)}`,
    ecopr: (closed) => `Votre CRPe est prête${alsoClosed(closed)}\u00A0: imprimez-la`,
    familyEcopr: (closed) =>
      `La CRPe d’un membre de la famille est prête${alsoClosed(closed)}\u00A0: imprimez-la`,
    ecoprEnd: (moment, approximate) => ` avant ${aboutThe(approximate, moment)}`,
    photoReturned: "Photo refusée\u00A0: téléversez-en une autre",
    noted: (names) => `C’est noté\u00A0: ${nameTasks(names)}`,
    bounced: (names) => `Votre réponse est revenue\u00A0: ${nameTasks(names)}`,
    countdown: (left, names) => `Il reste ${left}\u00A0: ${nameTasks(names)}`,
    countdownEnd: (moment, approximate, several) =>
      ` – ${several ? "première échéance" : "échéance"} ${aboutThe(approximate, moment)}`,
    waited: (since, names) => `Portail\u00A01 attend depuis ${since}\u00A0: ${nameTasks(names)}`,
    openFor: (since, names) => `En attente depuis ${since}\u00A0: ${nameTasks(names)}`,
    closedForGood: (names) =>
      `Votre confirmation a expiré\u00A0: ${nameTasks(names)} – ne voyagez pas avec elle`,
    closed: (names) =>
      `${names.length === 1 ? "Échéance passée" : "Échéances passées"}\u00A0: ${nameTasks(names)} – c’est peut-être encore possible`,
    ofCase: (label) => `${label}\u00A0: `,
    closedFirst: (names) => `Échéance passée\u00A0: ${nameFirst(names)} – c’est peut-être encore possible. `,
    nothing: "Plus rien à faire pour l’instant",
  },

  lead: {
    portal1:
      "IRCC vous demande des renseignements pour terminer votre demande de résidence permanente. Aucune date limite n’est indiquée; le plus tôt est le mieux.",
    portal2:
      "IRCC vous a ouvert le Portail de confirmation de la résidence permanente. Commencez par le mot de passe\u00A0: tout le reste en dépend.",
    portal2Existing:
      "IRCC vous demande de terminer dans le portail. Ouvrez une session avec le compte que vous avez déjà\u00A0: aucun nouveau mot de passe ne viendra.",
    ecopr: "Vous êtes résident permanent depuis le jour où l’agent a signé.",
    familyEcopr:
      "Un membre de votre famille est résident permanent depuis le jour où l’agent a signé. Ce qui est à faire pour les autres reste à faire.",
    uncertainEcopr:
      "Le courriel dit qu’une CRPe est prête. Landfall ne sait pas à qui elle appartient\u00A0: tant que vous ne l’avez pas dit, rien de ce qui est à faire dans vos dossiers n’est réglé.",
    settled: "Ce qui restait à faire dans le portail est réglé\u00A0: plus de rappels à ce sujet.",
    photoReturned: "IRCC a refusé votre photo et en demande une autre. C’est fréquent, et vite réglé.",
    passport:
      "IRCC demande votre passeport\u00A0: la dernière étape avant de devenir résident permanent en arrivant de l’étranger.",
    other: "Un courriel d’IRCC vous demande quelque chose.",
    claimed: (kinds) => {
      const names = kinds.map(nameLetter);
      return `${capital(listed(names))} ${names.length === 1 ? "dit venir" : "disent venir"} d’IRCC. Cela n’est pas vérifié.`;
    },
    claimedEcopr:
      "Un courriel dit que votre CRPe est prête. Cela n’est pas vérifié\u00A0: seul le portail montre si elle y est.",
    age: (since, approximate) => `Le courriel est arrivé il y a ${about(approximate, since)}.`,
    forwardedAgo: (since) => `Le courriel a été transféré il y a ${since}; il peut être plus ancien.`,
    noted: "Vous avez donné cette date à Landfall. Il vous le rappellera avant.",
    bounced:
      "Un système de courriel a renvoyé votre réponse à Portail\u00A01\u00A0: IRCC ne l’a pas reçue. Vérifiez l’adresse, et envoyez la réponse de nouveau.",
    countdown: "À la connaissance de Landfall, il est encore temps.",
    someClosed:
      "Le délai que Landfall compte est passé pour une partie de ceci, ce qui ne veut pas dire que tout est perdu. Pour le reste, à la connaissance de Landfall, il est encore temps.",
    asked: "Vous avez demandé ce nouveau rappel. ",
    nudge: (since) =>
      `Landfall n’a pas vu votre réponse. Le courriel est arrivé il y a ${since}. IRCC n’indique aucune date limite, mais rien n’avance tant que vous n’avez pas répondu.`,
    closedForGood:
      "La date de validité de votre confirmation de résidence permanente est passée. Ne voyagez pas avec elle\u00A0: demandez d’abord à IRCC quoi faire.",
    closed:
      "Le délai que Landfall compte est passé. Cela ne veut pas dire que quelque chose est perdu à coup sûr\u00A0: aucune source publique ne dit ce qui arrive ensuite. Faites-le aujourd’hui, si vous le pouvez.",
    nothing: "Ce dont parlait ce rappel est fait ou réglé.",
  },

  deadline: (moment, approximate) => `avant ${aboutThe(approximate, moment)}`,
  ended: (moment, approximate) => `Échéance passée ${aboutThe(approximate, moment)}`,
  left: (left) => `Il reste ${left}`,
  over: "Le temps est écoulé – c’est peut-être encore possible",
  overForGood: "Le temps est écoulé",
  noDeadline: "Aucune date limite n’est indiquée",
  basis: (basis, days) => {
    const length = `${days} jour${days < 2 ? "" : "s"}`;
    return basis === "letter"
      ? `le courriel parle de ${length}`
      : `par défaut ${length}\u00A0: aucun nombre de jours n’a été trouvé dans le courriel`;
  },
  atTheEarliest: "l’heure du courriel est incertaine\u00A0: c’est la plus hâtive possible",
  fromForward:
    "la date du courriel est illisible, ce délai part donc de son transfert\u00A0: il peut se terminer plus tôt",
  otherEnd: (moment) =>
    `les courriels diffèrent, ce peut aussi être le ${moment}; tant que ce n’est pas certain, la date la plus proche compte`,
  noteSeparator: "; ",

  uncertain: (letterId, cases) =>
    `On ne sait pas à quel dossier appartient cette lettre\u00A0: peut-être à ${cases.join(" ou à ")}, ou à un dossier à part. Tant que vous ne l’avez pas dit, elle est rappelée à part. Dans le dossier de Landfall, exécutez «\u00A0npx landfall assign ${letterId} DOSSIER\u00A0» ou «\u00A0npx landfall split ${letterId}\u00A0».`,
  late: "Ce rappel est en retard\u00A0: il n’a pas pu être envoyé au moment prévu.",
  dateUnread: (letterId) =>
    `La date indiquée dans le transfert est illisible\u00A0: Landfall compte à partir du moment du transfert. Le courriel peut être plus ancien, et son délai plus court ou passé\u00A0: regardez sa date. Dans le dossier de Landfall, donnez-la par «\u00A0npx landfall correct ${letterId} --received DATE\u00A0», par exemple 2026-11-23T09:58.`,
  stayInCanada:
    "Tant que vous n’avez pas la CRPe\u00A0: restez au Canada, et avisez IRCC avant de partir. Une CRPe que l’agent signe pendant que vous êtes à l’étranger est considérée comme invalide\u00A0: il faudrait alors devenir résident permanent en arrivant de l’étranger.",
  seenByItself:
    "Si vous répondez à partir de la boîte de courriel que Landfall surveille, il s’en aperçoit de lui-même.",
  portalTrouble: [
    "Rien n’est perdu à coup sûr\u00A0: ouvrez une session dans le portail aujourd’hui et essayez.",
    "Si l’accès est refusé, réinitialisez le mot de passe à la page d’ouverture de session.",
    "Si cela échoue aussi, écrivez à l’adresse indiquée dans l’invitation d’IRCC, ou utilisez le formulaire Web d’IRCC.",
  ],
  unverified: (kind, moment, approximate) =>
    `Nous n’avons pas pu vérifier que ${nameLetter(kind)} reçu ${aboutThe(approximate, moment)} est authentique. ${
      kind === "portal1" ? doubtedReply : doubtedLinks
    }`,
  unverifiedOther: `Une partie de ceci repose sur un courriel que nous n’avons pas pu vérifier. ${doubtedLinks}`,

  why: {
    letter: (subject, sender) => `Le courriel «\u00A0${subject}\u00A0», de ${sender}.`,
    received: (moment, approximate, folder) =>
      `Reçu le ${moment}${approximate ? ", au plus tôt" : ""}, dans le dossier ${folder}.`,
    forwardedAt: (moment, folder) =>
      `Transféré le ${moment}, dans le dossier ${folder}; la date du courriel lui-même est illisible.`,
    forwarded: (by) => `Il vous a été transféré par ${by}.`,
    verified: "Votre fournisseur de courriel a confirmé que le domaine de l’expéditeur est authentique.",
    verifiedForward: "Votre fournisseur de courriel a confirmé qui l’a transféré.",
    unverified: "Rien ne confirme qu’il est authentique.",
    person: "Vous l’avez dit vous-même.",
    case: (label) => `Dossier\u00A0: ${label}.`,
  },

  labels: {
    steps: "Comment faire",
    known: "Bon à savoir",
    trouble: "Quand le temps est écoulé",
    why: "Pourquoi ce message",
    done: "Déjà fait? Dans le dossier de Landfall, lancez\u00A0:",
    doneButton: "Fait",
    portal: "Vers le portail, par canada.ca",
    about: "La page d’IRCC à ce sujet, sur canada.ca",
  },
  calendar: (name) => `Échéance\u00A0: ${name}`,
  later: (wait) => `Me le rappeler plus tard (${wait})`,
  answer: {
    one: {
      any: "Répondez à ce courriel par une ligne, et Landfall le saura\u00A0: «\u00A0fini\u00A0», «\u00A0plus tard\u00A0» ou «\u00A0arrêter\u00A0» (plus de rappels à ce sujet).",
      last: "Répondez à ce courriel par une ligne, et Landfall le saura\u00A0: «\u00A0fini\u00A0» ou «\u00A0arrêter\u00A0» (plus de rappels à ce sujet).",
    },
    several: {
      any: "Répondez à ce courriel par une ligne, et Landfall le saura\u00A0: «\u00A0tout fini\u00A0», ou une seule chose, comme «\u00A0fini photo\u00A0»; «\u00A0plus tard\u00A0»; ou «\u00A0arrêter\u00A0» (plus de rappels à ce sujet).",
      last: "Répondez à ce courriel par une ligne, et Landfall le saura\u00A0: «\u00A0tout fini\u00A0», ou une seule chose, comme «\u00A0fini photo\u00A0»; ou «\u00A0arrêter\u00A0» (plus de rappels à ce sujet).",
    },
  },
  portalPage:
    "https://www.canada.ca/fr/immigration-refugies-citoyennete/services/immigrer-canada/portail-confirmation-rp.html",
  notes: frenchNotes,
  answers: frenchAnswers,
  footer:
    "Ce message vient de Landfall, votre propre programme de rappel, et non d’IRCC. Ce qui compte, c’est ce qu’IRCC écrit et ce que le portail affiche.",
  sample: {
    subject: "Exemple",
    lead: "Ceci est un exemple envoyé par «\u00A0landfall test-mail\u00A0». Rien n’est à faire\u00A0: le courriel et les dates sont inventés.",
  },
};
