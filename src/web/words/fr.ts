import type { PageWords } from "./words.ts";

export const words: PageWords = {
  name: "Français",
  chooseLanguage: "Langue",
  skip: "Aller au dossier",
  pulse: {
    good: (ago) => `Landfall veille. Dernier coup d’œil il y a ${ago}.`,
    bad: "La boîte n’a pas été consultée depuis un moment\u00A0: voyez plus bas.",
    stopped: "Landfall est arrêté\u00A0: rien n’est surveillé. Lancez «\u00A0landfall run\u00A0».",
    none: "Aucune boîte n’est encore surveillée.",
  },
  colon: "\u00A0: ",

  stages: {
    invited: "Portail\u00A01",
    answered: "Répondu",
    in_portal: "Portail\u00A02",
    in_review: "En examen",
    confirmed: "CRPe",
    complete: "Carte",
  },
  nothingYet: "Aucun courriel encore",
  nothingYetHow:
    "Dès qu’un courriel d’IRCC arrive dans votre boîte, ses délais, ses rappels et sa chronologie s’affichent ici.",

  toDo: "À faire",
  nothingToDo: "Rien à faire pour l’instant.",
  settled: "Réglé",
  settledBy: {
    person: "vous l’avez dit",
    letter: "un courriel le montre",
    time: "délai écoulé",
  },
  notVerified: "Courriel non vérifié\u00A0: regardez dans le portail même, sans passer par ses liens.",
  steps: "Comment faire",
  openSince: (moment) => `Ouvert depuis ${moment}`,
  uncertain: (cases) =>
    `On ne sait pas à qui est ce courriel\u00A0: il peut appartenir à ${cases}. Vous pouvez le dire plus bas.`,

  done: "Fait",
  undo: "Pas fait, finalement",
  later: "Me le rappeler plus tard",
  laterBy: "Me le rappeler dans",

  picture: "Chronologie",
  pictureOf: (label) => `Chronologie de ${label}`,
  now: "Maintenant",
  key: { letter: "Courriel", word: "Votre parole", sent: "Rappel envoyé", planned: "À venir" },
  happened: "Ce qui s’est passé",
  events: {
    invited: "Portail\u00A01 reçu",
    answered: "Vous avez répondu au Portail\u00A01",
    reply_bounced: "Votre réponse au Portail\u00A01 est revenue",
    credentialed: "Portail\u00A02 reçu",
    family_credentialed: "Portail\u00A02 reçu pour un membre de la famille",
    photo_returned: "La photo a été renvoyée",
    confirmed: "Courriel CRPe reçu",
    card_mailed: "La carte a été postée",
    card_received: "La carte est arrivée",
    passport_requested: "Le passeport est demandé",
  },
  said: (verb, name, until) =>
    ({
      done: `Vous avez dit\u00A0: fait – ${name}`,
      undone: `Vous avez dit\u00A0: pas fait – ${name}`,
      snoozed: `Vous avez dit\u00A0: me le rappeler ${until} – ${name}`,
      stopped: `Vous avez dit\u00A0: plus de rappels – ${name}`,
    })[verb],
  copr: (until) =>
    until === null
      ? "Vous avez dit\u00A0: aucune date de CRP n’est connue"
      : `Vous avez dit\u00A0: la CRP est valide jusqu’au ${until}`,

  letters: "Courriels",
  noLetters: "Aucun jusqu’ici.",
  kinds: {
    portal1: "Portail\u00A01\u00A0: IRCC demande vos renseignements",
    portal2: "Portail\u00A02\u00A0: accès au portail",
    ecopr: "CRPe\u00A0: elle peut être téléchargée",
    own_reply: "Votre réponse",
    reply_bounced: "Votre réponse est revenue",
    own_reminder: "Un rappel de Landfall",
    other_ircc: "Un autre courriel d’IRCC",
    not_ircc: "Pas d’IRCC",
  },
  subkinds: {
    credentials: "avec un compte créé pour vous",
    existing_account: "avec le compte que vous avez",
    reissued: "nouveaux accès",
    family_member: "pour un membre de la famille",
    photo_returned: "la photo a été renvoyée",
    passport_request: "le passeport est demandé",
    card_mailed: "la carte a été postée",
    biometrics: "données biométriques",
    medical: "examen médical",
    webform_reply: "réponse à un formulaire Web",
    acknowledged: "bien arrivé",
    aor: "accusé de réception",
    account_notice: "avis d’un compte",
    unknown: "non reconnu",
  },
  trust: { verified: "Authentique", unverified: "Non vérifié", suspicious: "Suspect" },
  noSubject: "(sans objet)",
  inFolder: (folder) => `dans ${folder}`,
  inCase: (label) => `dossier ${label}`,
  inNoCase: "ne change aucun dossier",
  why: "Pourquoi",
  youSaid: "Vous avez corrigé ce courriel.",
  isNot: "Quelque chose ne va pas",
  correct: {
    title: "Vous en savez plus que le courriel",
    kind: "C’est",
    asItIs: "comme il a été lu",
    received: "Il est arrivé",
    genuine: "Il est authentique, j’en suis sûr(e)",
    notMine: "Il n’est pas à moi",
    submit: "Corriger",
    undo: "Retirer la correction",
  },
  assign: {
    title: "À qui est ce courriel",
    which: "Il appartient à",
    own: "un dossier à part",
    submit: "Déplacer",
    undo: "Annuler ce choix",
  },

  reminders: "Rappels",
  toCome: "À venir",
  noneToCome: "Aucun n’est prévu.",
  sent: "Envoyés",
  noneSent: "Aucun jusqu’ici.",
  status: {
    planned: "prévu",
    claimed: "en route",
    sent: "envoyé",
    failed: "n’a pas pu être envoyé",
    dropped: "plus nécessaire",
  },
  laid: "déposé dans la boîte de réception",
  heldBack: "retenu jusqu’à demain",
  more: (count) => `${count} de plus`,
  notes: {
    unknown: "courriels non reconnus",
    suspicious: "courriels peut-être faux",
    waiting: "ce qui n’est pas encore arrivé",
    weekly: "la semaine",
    outage: "la boîte n’a pas pu être consultée",
    held: "courriels retenus",
  },

  calendar: "Calendrier",
  calendarHow:
    "Abonnez-y votre calendrier, sur cet ordinateur. L’adresse donne ce qui se termine et quand, et contient une clé\u00A0: gardez-la pour vous.",
  calendarLink: "Télécharger le fichier de calendrier",

  machine: "Landfall lui-même",
  mailbox: "Boîte",
  state: "État",
  lastLook: "Dernier coup d’œil",
  never: "jamais",
  ago: (duration) => `il y a ${duration}`,
  states: {
    watching: "surveillée",
    connecting: "connexion en cours",
    refused: "connexion refusée",
    stopped: "non surveillée",
    paused: "mise en pause",
  },
  overdue: "Elle n’a pas été consultée depuis plus de trois tours.",
  queue: "File d’attente",
  queueWhere: { embedded: "dans Landfall", Redis: "dans Redis", daemon: "dans le service" },
  queueWell: "elle répond",
  queueJobs: (queue, count) => `${queue}\u00A0: ${count}`,
  queueNames: { letters: "courriels en attente", reminders: "rappels en attente" },
  outage: (channel, since) =>
    channel === "smtp"
      ? `L’envoi échoue depuis ${since}`
      : `Le dépôt dans la boîte de réception échoue depuis ${since}`,

  noted: {
    done: (name) => `C’est noté\u00A0: fait – ${name}.`,
    undone: (name) => `C’est noté\u00A0: pas fait – ${name}.`,
    snoozed: (name, moment, cut) =>
      `C’est noté\u00A0: rappel ${moment} – ${name}.${cut ? " C’est plus tôt que demandé\u00A0: le dernier rappel avant l’échéance n’est jamais repoussé." : ""}`,
    corrected: "C’est noté\u00A0: le courriel compte comme vous le dites.",
    stillSuspicious:
      "C’est noté, mais il est suspect et ne change toujours rien\u00A0: cochez «\u00A0Il est authentique\u00A0» si vous en êtes sûr(e).",
    uncorrected: "C’est noté\u00A0: le courriel compte comme il a été lu.",
    assigned: (label) => `C’est noté\u00A0: le courriel appartient à ${label}.`,
    assignedNowhere:
      "C’est noté. Pour l’instant, le courriel ne change aucun dossier\u00A0: il est suspect, ou ne demande rien.",
    refused: (problem) => `Cela n’a pas pu se faire\u00A0: ${problem}`,
    nothingSaid: "Rien n’a changé\u00A0: dites ce qui ne va pas dans ce courriel.",
  },

  door: {
    title: "Qui est là\u00A0?",
    how: "Cette page s’ouvre avec un lien. Lancez «\u00A0landfall web\u00A0» dans un terminal de cet ordinateur\u00A0: il en affiche un.",
    badLink: "Ce lien a déjà servi, ou est trop ancien, ou n’a jamais été des nôtres.",
    password: "Mot de passe",
    wrongPassword: "Ce n’est pas le mot de passe.",
    wait: "Trop de mots de passe erronés\u00A0: attendez quelques minutes.",
    enter: "Ouvrir",
    on: "Aller à la page",
  },
  leave: "Se déconnecter",
  footer:
    "Landfall n’est pas IRCC. Si cette page et un courriel diffèrent, c’est le courriel qui a raison. Ne vous connectez jamais par un lien reçu dans un courriel.",
};
