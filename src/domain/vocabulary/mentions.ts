/** How a letter speaks of letters that it is not: of what is to come, what came before, what comes to everybody. */

import { deed, thing } from "../family.ts";

/** Nothing is wanted of the reader now. */
export const nothingWanted = deed(
  "(not|no) (need|have) to do anything (now|yet|today|for now|at this time|at the moment|at present), needn't (do|send|provide) anything (now|yet|for now|at this|at present), (not|no) (need|have) to (send|provide) anything (now|yet|for now|at this|at present), (not|no) (need|have) to do anything (on behalf|for your clients), (have|need) (|to do )nothing (|to do )(now|for now|yet|at this time)",
  "no (|further )action (is |)(required|needed) (|from you |on your part )(now|yet|for now|at this time|at the moment), nothing (for you |)to do (now|yet|for now|at this time), nothing (else|more|further) (is |)(needed|required|wanted|expected) (from|of) you, nothing (else|more|further) (for you |)to do",
  "rien (d autre|de plus) (n est |)(requis|nécessaire|attendu|à faire), n avez plus rien à (faire|envoyer)",
  "not (an|yet an) invitation, not a request, (is|are) being (created|set up|opened|prepared) for you",
  "(n avez|n y a) rien à (faire|envoyer) (maintenant|pour le moment|pour l instant|à ce stade|actuellement), n est pas une invitation, en cours de création",
  "aucune (mesure|action|démarche) (n est |)(requise|nécessaire) (|de votre part )(maintenant|pour le moment|pour l instant|à ce stade)",
);

/** Whoever works with the department is told, or a file is copied: letters are only told of. */
export const stakeholders = deed(
  "access to information, atip, (officer|officer s|gcms|case) notes, accès à l information",
  "stakeholders, (to|dear) (our |)(representatives|partners), quarterly (update|report), (aux|chers) (représentants|intervenants|partenaires), (rapport|bulletin) trimestriel",
);

/** The reader is told how it is done, or what was thought of it. */
export const informing = deed(
  "(emails|messages) (with|containing) (|a |the )(user name|username|temporary password|credentials), (courriels|messages) (avec|contenant|qui contiennent) (|un |le |les |des )(nom|noms|mot|mots|identifiants)",
  "(is|are|as|this|these|some) general information, general information (only|for), information only, (many|some|several|most) (clients|people|applicants) (ask|asked|wonder|wondered)",
  "(your|our) clients (receive|get|are|must|have|may|can|need|sign), (take|complete|answer|fill out|participate in|for) (our|the|this|a) (|short |brief |online )(survey|questionnaire|webinar), (join|attend) (our|the|this|a) (|free |online )(webinar|session)",
  "(ces|de|des|sont) (renseignements généraux|informations générales), renseignements généraux (seulement|uniquement), à titre d information (seulement|uniquement), (plusieurs|beaucoup de|de nombreux|certains) (clients|gens|demandeurs) (demandent|se demandent|nous demandent)",
  "vos clients (reçoivent|doivent|peuvent|ont|sont), (répondez|répondre|participez|participer) (à notre|au|à ce|à un) (|court |bref )(sondage|questionnaire|webinaire), voici comment (fonctionne|se déroule)",
);

/** Not by this letter, but by one that comes. */
export const laterTurn = deed(
  "(cannot|can't|unable to) (say|tell you|predict) when, (pouvons|peut) pas (vous |)(dire|préciser|prédire) quand",
  "when (it is|it s|it becomes) your turn, when your turn comes, once it is your turn, not (yet |)your turn, turn has not (yet |)come, wait (for|until) (our|we|you hear|you receive|you are|you get) (|the |an )(invitation|invite|hear from us|contacted|invited)",
  "(quand|lorsque) (ce sera|viendra|arrivera) votre tour, votre tour n est pas, (attendez|attendre) (notre invitation|l invitation|d être invité)",
);

/** Of what some other letter will ask for. */
export const notNow = thing(
  "(not|never) (send|provide|give) (them|it|these|anything|this information|these details) (now|yet|today|at this time|for now)",
  "(envoyez|transmettez|fournissez) (|nous )(pas|rien) (|ces renseignements |vos renseignements )(maintenant|pour le moment|pour l instant|encore)",
);

/** Nothing is left to be answered. */
export const answered = deed(
  "you (did so|have done so|answered|have answered|replied|have replied), (everything|it) is complete, (details|information) (are|is) complete, nothing (more|else|further) (|for you )to (do|send)",
  "vous (y |nous |)avez (|déjà )répondu, (tout|dossier) est complet, rien (d autre|de plus) à (faire|envoyer)",
);

/** Asked some day, by another letter. */
export const announced = thing(
  "(get|receive|sent|first|then) (an|another) (email|message) (asking|that asks|in which we)",
  "(recevez|recevoir|reçoivent|abord|puis|ensuite) (un|un autre) (courriel|message) (demandant|qui demande|dans lequel|vous demandant|les invitant)",
  "(officer|agent|we|ircc) will (email|write|contact|message) (|to )you and (|then )(ask|invite), (agent|ircc|nous) vous (écrira|écrirons|contactera) (et|pour) (vous |)(demandera|demander|invitera|inviter)",
  "(will|ll) (then |later |soon |also )be (asked|invited|requested|required|told) (to|for), (will|shall|ll) be (asked|invited|requested|required|told) (to|for), (will|ll) (then |later |soon |)(ask|invite) you, (are|is|get) (then |later |usually |normally |generally |)(asked|invited|requested) (to (reply|respond|answer)|for)",
  "(serez|seront) (alors |ensuite |plus tard |bientôt |)(invité|invités|prié|priés|appelé) (à|de), (vous|leur) (demanderons|demandera|inviterons|invitera), (demanderons|inviterons) (alors |ensuite |plus tard |)(de|à)",
);

/** Whether something came that was sent before. */
export const whetherItCame = thing(
  "(did|have) you (|already |ever )(receive|received|get|got|see|seen), did (it|they) (reach|arrive), (let us know|tell us|confirm) (if|whether|that) you (|have |did )(|not )(received|receive|got|get)",
  "avez vous (|bien |déjà )(reçu|trouvé|vu), (l|les) avez vous (|bien )(reçu|reçue|reçus|reçues), (dites nous|faites nous savoir|confirmer|confirmez|nous dire) (si|que) vous (|l |les )avez (|bien |pas )(reçu|reçus)",
);

/** Of an earlier letter. */
export const wasWrong = deed(
  "(was|were|is) (an error|a mistake|premature|untrue|not true), was (meant|intended) for (another|somebody|someone), not (meant|intended) for you, pas (destiné|destinés|adressé), sent (in error|by mistake|too early|too soon), (should|ought) not (to |)have (been sent|told|said)",
  "(était|étaient|est|sont) (une erreur|erroné|erronée|prématuré|prématurée), (envoyé|envoyée|écrit|transmis|transmise|parti|partie) (par erreur|trop tôt), n aurait pas dû",
);

/** Who wrote it posed as IRCC. */
export const notOurs = deed(
  "(criminals|scammers|fraudsters) (pretend|pose|claim|impersonate), (fraudeurs|escrocs) se font passer",
  "was not (sent|written|issued) by (ircc|us|our|immigration|the department), did not come from (ircc|us|our|immigration), (was|is) not (from|ours) (ircc|us|an official), (we|ircc) did not (send|write) (it|that|this|them|the|any), never sent (it|that|you that), (it|message|email|letter) (is|was) (|indeed |clearly )(fraudulent|a fraud|a scam|phishing|a forgery|forged|fake)",
  "(n a pas été|n avait pas été) (envoyé|écrit|transmis|expédié) par (ircc|nous|notre|immigration), ne (vient|provient|venait|provenait) pas (d ircc|de nous|de notre|d immigration), (nous n avons|ircc n a) pas envoyé (ce|cette|le), (il|courriel|message) (s agit|est|était) (|bien |d une )(frauduleux|fraude|hameçonnage|faux)",
);

/** Whoever writes as IRCC does. */
export const posing = thing(
  "criminals, scammers, fraudsters, imposters, impostors, fraudeurs, escrocs, imposteurs, (fake|fraudulent) (emails|messages|letters), (courriels|messages) frauduleux",
);

/** In a letter before. */
export const askedBefore = deed(
  "(we|ircc|office|it|message|email|letter) (had |have |has |)asked you, you were asked, (avons|avions|a|avait) (|déjà )demandé, vous demandait, avait été demandé",
);

/** What an application lacks. */
export const lacking = thing(
  "incomplete, (missing|additional|supporting) documents, documents missing, documents are missing, (police|language|birth|marriage) (certificate|certificates|results), proof of (funds|address|relationship|employment), (right of permanent residence|processing) (fee|fees)",
  "incomplète, incomplet, documents (manquants|supplémentaires), (certificat|certificats) de (police|naissance|mariage), preuve (d adresse|de fonds|d emploi), (frais|droits) (de traitement|de résidence)",
);

/** The tasks, by the person. */
export const doneAlready = deed(
  "you (have |ve |)(|already )(replaced|changed|updated|uploaded) (the|your) (temporary|password|photo|address|mailing), vous avez (|déjà )(remplacé|changé|modifié|téléversé) (le|la|votre) (mot|photo|adresse)",
);

/** The password, by the person. */
export const passwordChanged = deed(
  "(changed|replaced) (the|your) (temporary|first|initial) (password|passcode), (you|have|ve|already) (changed|replaced) your password, (thank you|thanks) for (changing|replacing) (the|your) (|temporary )password",
  "(changé|remplacé|modifié) (le|votre) (premier mot de passe|mot de passe), merci d avoir (changé|remplacé|modifié) (le|votre) mot de passe",
);

/** The tasks, with which IRCC is content. */
export const dealtWith = thing(
  "(we|ircc|officer|have|has|ve|now|also) (reviewed|approved|accepted|verified|checked|received|processed|examined) (your|the|all|and), your (declaration|declarations|address|photo|information) (was|were|has been|have been|is|are) (|now )(reviewed|approved|accepted|verified|received), (thank you|thanks) for (|having )(declaring|declared|giving|given|providing|provided|uploading|uploaded|confirming|confirmed|completing|completed|submitting|submitted|the declaration|your declaration)",
  "(avons|a|ont|bien) (examiné|approuvé|accepté|vérifié|reçu|traité) (votre|vos|la|les|l|et), merci d avoir (déclaré|donné|fourni|téléversé|confirmé|rempli|indiqué|transmis), merci (pour|de) (votre|vos) (déclaration|déclarations)",
);

/** What the person said of it. */
export const reported = deed(
  "(told|informed|advised) us (that|you|of|about), nous (a|ont|avez) (dit|écrit|informé|informés|avisé|avisés) (que|de|d), you (told us|tell us|complained|complain|wrote|reported|said|say|mentioned|asked) (that|about|why|when|if|whether), vous vous (plaignez|êtes plaint|êtes plainte), vous (dites|écrivez|demandez|avez écrit|avez demandé) (que|qu|quand|pourquoi|si)",
);

/** Of everybody's photos. */
export const inGeneral = thing(
  "of (|all |the |these )(photos|photographs|pictures), (most|many|some) (photos|photographs|pictures), photos (are|may be) (refused|rejected|returned|not accepted) (if|when|where|unless), photos (sont|peuvent être) (refusées|rejetées|retournées) (si|quand|lorsque|lorsqu), des photos (sont|ont été|étaient)",
);

/** By those who pose as IRCC. */
export const byFraud = deed(
  "(they|criminals|scammers|fraudsters) (may|might|often|usually|will) (ask|send|tell|want), (ils|fraudeurs|escrocs) (peuvent|pourraient) vous (demander|envoyer)",
);

/** Given to us before: "in your reply of May 4 you gave us your height". */
export const alreadyGiven = deed(
  "(received|noted|recorded|corrected|updated) your (height|eye|eyes|uci|date of), (reçu|noté|consigné|corrigé) (votre|vos) (taille|iuc|couleur|date), (in|with|by|for) your (reply|response|answer|email|message|letter) (of|dated|from|on|you), you (gave|told) us, (thank you|thanks) for (your|the) (reply|response|answer|email|message)",
  "(dans|par|de|pour) votre (réponse|courriel|message|lettre) (du|de|daté), vous nous (avez|aviez) (donné|indiqué|transmis|fourni|fait), merci (de|pour) votre (réponse|courriel|message)",
);

/** Over, of an account or an application. */
export const ended = deed(
  "(was|were|has been|have been) (|now |then )(closed|deleted|withdrawn|terminated|abandoned), (a été|ont été) (fermé|fermée|supprimé|supprimée|retirée|abandonnée)",
);

/** What is handed in on paper, or as a file. */
export const inForm = deed(
  "upload, fill (in|out) the form, complete the form, complete form, the form again, téléverser, téléversez, (remplir|remplissez) (|de nouveau )le formulaire",
);

/** Made for somebody whose details are asked for as in Portal 1, and no landing. */
export const otherPaper = thing(
  "imm (0008|5669|5444|1344|5406|5562|5707|5476), refugee travel document, certificate of identity, (citizenship|canadian citizenship) (certificate|application|card), certificate of citizenship, passport application, verification of status, amend (your |the |a )record, record of landing, (police|criminal|criminality|security) (check|checks|clearance), hair, weight, panel physician, medical (file|exam|examination), (renewal|replacement|renew|replace) (of |)(your |the |a )(|pr |permanent resident )card, card (renewal|replacement), application for (a |your )(pr|permanent resident) card (renewal|replacement)",
  "titre de voyage pour réfugié, certificat d identité, certificat de citoyenneté, demande de citoyenneté, vérification du statut, vérification (policière|de sécurité), cheveux, poids, examen médical, médecin désigné, (renouvellement|remplacement|renouveler|remplacer) (de |)(votre|la|une) carte",
);

/** Several people, of whom the reader need not be one. */
export const otherPeople = thing(
  "(some|other|many|several|most|all|certain|few|a few|hundreds of|thousands of|those) (of our |)(clients|applicants|people|users|candidates), (clients|applicants|people|users|anyone|those|everyone) who, (your|our|their) clients, (a|your|my|another|the other) (friend|colleague|neighbour|neighbor|client|applicant|person), their (temporary |)(password|passwords|credentials|account|accounts), they (get|receive|are given|are sent)",
  "(certains|plusieurs|autres|beaucoup de|tous les|quelques) (clients|demandeurs|gens|utilisateurs|candidats), (ceux|celles|clients|personnes|demandeurs) qui, (vos|nos|leurs) clients, (un|une|votre|vos|mon) (ami|amie|amis|collègue|voisin), leur (mot|compte), leurs (identifiants|mots), ils (reçoivent|obtiennent)",
);

/** What an application is begun with, and not ended. */
export const applying = thing(
  "to (submit|start|begin|fill out|continue|go on with) (your|an|the) (|new |online )(application|forms), apply (for|online), start (your|an|the) application, (application|form) (can|may) be (started|submitted|filled), (renew|replace|renewing|replacing) (your|a|the|my) (|pr |permanent resident |old |lost )card, card renewal, renewal of your",
  "(présenter|soumettre|commencer|remplir|poursuivre|créer) (votre|une|la) (|nouvelle )(demande|formulaire), (renouveler|remplacer) (votre|une|la) carte, renouvellement de (votre|la) carte",
);
