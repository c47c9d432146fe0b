/** Words by which a sentence does not state what it says. */

import { deed, hedge, lookalike, thing } from "../family.ts";

/** Denies what comes within a few words. */
export const negation = hedge(
  "need not, needs not",
  "not, cannot, never, unable, no, nor, neither, without, failed to, fails to, impossible, free (of|from), yet to be, don't, doesn't, didn't",
  "isn't, aren't, wasn't, weren't, hasn't, haven't, hadn't, can't, couldn't, won't, wouldn't, needn't",
  "ne, n, pas, jamais, sans, aucun, aucune, ni",
);

/** Everything behind it in the sentence only may be, or will be. */
export const supposition = hedge(
  "(learn|know|find out|explains|shows|shows you|show you|describes) (where|how|what|when|which|why), (apprenez|savoir|montre|explique) (où|comment|quand|quel|quelle)",
  "probably, presumably, perhaps, most likely, probablement, sans doute",
  "otherwise, or else, if, unless, once, when, whenever, until, as soon as, in case, in the event, should (you|your|the|this|it|any), whether, provided that, later",
  "will, shall, would, might, may (become|be returned|be refused|be rejected|be sent), ll, going to, expect to, make sure, ensure, remember to, how (to|easy|hard|difficult|simple|long|well|satisfied|was|were|did|you), photos (with|that|which|must|should|can|may|taken|for), (a|any) (photo|photograph|picture) (that|which|with)",
  "have you, did you, avez vous, where (is|are|can i|do i|to), what (is|are|if|happens), why, où (est|sont|se trouve|se trouvent|puis je|trouver), pourquoi",
  "(is|are) about to, (soon|shortly) be, (should|expected to) (|soon |shortly )be, (is|are) being (prepared|produced|processed|generated), (va|vont) (|bientôt |prochainement |sous peu )être, (allez|va|vont) (|bientôt |prochainement )(recevoir|pouvoir), sur le point d",
  "(should|was supposed to|were supposed to|was to|ought to) (have been|be) (|already )(available|ready|issued|there|in), (should|ought to) have (been|reached), was (meant|due|expected) to be, (devait|devaient) (|déjà )être, aurait dû, auraient dû, (said|stated|told you|announced|announcing|claimed|claiming) that (your|the|an|a) (ecopr|copr|electronic|confirmation), (disait|indiquait|annonçait|affirmait) que (votre|la|une) (crpe|crp|confirmation), (avisant|informant|annonçant|indiquant|disant) que (votre|la) (crpe|crp|confirmation)",
  "will be able, will receive, next email, another email, preparing to, to become, in order to become",
  "sinon, autrement, si, s il, s ils, une fois, dès (que|qu), lorsque, lorsqu, quand, jusqu, à moins, au cas où, en cas, dans le cas, pourvu que, plus tard",
  "sera, seront, serez, serons, aurez, auront, aurons, aura, pourrez, pourra, pourront, pourrait, pourraient, devra, devrait, recevrez, recevra, devrez, viendra",
  "*erons, *erez, *irons, *irez, *drons, *drez, *vrons, *vrez, *eront, *iront, assurez vous, vous assurer, veillez à, peut être (retournée|renvoyée|refusée|rejetée), les photos (trop|qui|avec|présentant|peuvent|doivent|pour), une photo (qui|trop|avec), comment, afin de devenir",
);

/** Supposed up to the comma: "before we continue, give your fingerprints", "to get your eCoPR, sign in". */
export const beforehand = hedge(
  "before, avant (que|qu|de|d), after, après",
  "to (get|obtain|receive|be issued|be granted) (your|the|an|a) (ecopr|copr|electronic|confirmation|permanent|pr|status|document), to become (a|an), to be granted",
  "(pour|afin de|afin d) (obtenir|recevoir) (votre|la|le|une) (crpe|crp|confirmation|résidence|statut|carte)",
);

/** What comes before it in the sentence is not there yet: "can be downloaded once it was reviewed". */
export const condition = deed(
  "now that, maintenant que",
  "(available|ready|accessible|there|issued) (soon|shortly|later), (disponible|prête|accessible|délivrée) (bientôt|sous peu|prochainement|plus tard), in preparation, en (cours de |)préparation",

  "(weeks|months) (after|of|from), (semaines|mois) (après|suivant)",

  "once, when, as soon as, until, after (it|they) (becomes|become|is|are|was|were|has|have), after (everything|all|we|an|a decision|the decision|a final|the final|the officer|the review|your|that), if, lorsque, lorsqu, quand, une fois, dès que, dès qu, après",
);

/** Whoever gets the letter is not spoken of. */
export const others = deed(
  "for information (only|purposes), (à titre d|pour) information (seulement|uniquement)",
  "such as (the|your|an|a) (ecopr|copr), those (who|to whom|for whom), (comme|tels que|telle que|tel que) (la|votre) (crpe|crp), (ceux|celles) (qui|à qui)",
  "(the|a|each|every|their) (client|applicant|user) (is|has|gets|receives|prints|downloads|opens|signs|sees|can|must|will|may), (le|un|chaque) (client|demandeur|utilisateur) (reçoit|imprime|télécharge|ouvre|signe|voit|peut|doit)",
  "(some|other|many|several|all) (clients|applicants|people|users), clients, applicants, users, their (ecopr|ecoprs|copr), (certains|plusieurs|autres) (clients|demandeurs|utilisateurs), leur crpe",
);

/** Whose status is a matter of somebody else's application. */
export const sponsor = thing("sponsor, sponsors, sponsor s, co signer, répondant, répondante, garant");

const days = Array.from({ length: 31 }, (_none, at) => at + 1).join("|");
const months = "january|february|march|april|may|june|july|august|september|october|november|december";

/** They look like one of these, and are none. */
export const plain = lookalike(
  `until (|the |midnight on )(${days}|${months}), jusqu au (${days}), up to (${days})`,
  "you (have |)(recently|already|just) (downloaded|printed|retrieved|viewed|opened), vous avez (récemment|déjà) (téléchargé|imprimé|consulté)",
  "as soon as (possible|you can|you are able|convenient|practicable), dès que possible, aussitôt que possible, dès que vous (le |)pouvez, le plus tôt possible",
  "(not|never) used (here|there|for this|for the|in this|any|for 30|for 60|for 90), (pas|plus|jamais) (utilisé|utilisés) (ici|pour)",
  "(boîte|adresse|messagerie) (n est|ne peut) (pas|plus) (surveillée|surveillé|lue|lu|consultée|consulté|vérifiée|relevée|suivie|suivi|destinée|conçue|recevoir|être|traiter), qui ne (peut|peuvent) pas",
  "you (downloaded|printed|retrieved|collected|viewed|opened), vous (aviez|avez) (téléchargé|imprimé|récupéré|consulté|ouvert), qui se (trouve|trouvent), (is|are) (refused|rejected|returned|not accepted) (if|when|where|unless), (est|sont) (refusée|refusées|rejetée|rejetées|retournée|retournées) (si|quand|lorsque|lorsqu)",
  "(that|which|who) (issued|signed|made|prepared) (the|your), (qui|ayant) (a |)(délivré|émis|signé|préparé) (la|votre|le)",
  "since you became, (équipe|service|bureau|unité|direction) (chargée|chargé|responsable) de (la |)confirmation, depuis que vous êtes (devenu|devenue)",
  "(date|day) (on which |that |)you became, (date|jour) (à laquelle|où) vous êtes devenu",
  "(your|a|the|our|his|her|any) (reply|response|answer), the answer to (this|the) question, (votre|une|la|notre) réponse",
  "(you|vous) have (|another |up to |only )(5|7|10|14|15|30|60|90) days, you have (until|to), vous avez (|encore |jusqu à |)(5|7|10|14|15|30|60|90) jours, vous avez jusqu",
  "(email|e mail|message|mail|letter|notice|notification|courriel|avis) (|titled |entitled |called |named |with the subject |intitulé |intitulée )(ecopr|crpe) (available|ready|is available|is ready|disponible|prête|prête à être téléchargée)",
  "(that|which) (was|were|has been|have been) (issued|placed|uploaded|deposited|released|added|posted), (that|which|ecopr|document) we (have |)(issued|placed|uploaded|sent|released), (qui|laquelle) (vous |)(a été|fut) (délivrée|émise|déposée|versée), que nous (vous |)avons (délivrée|émise|déposée|versée)",
  "(ecopr|copr) (notification|notice|message|email|e mail), (notification|avis|message|courriel) de (crpe|ecopr)",
  "(cards|they) are (normally |usually |generally |)(mailed|sent|shipped), cartes sont (généralement |habituellement |)(postées|envoyées|expédiées)",
  "(has|have|needs|need|ought|is|are) to be (|then )(replaced|renewed|reset), (should|shall|be) (|then )be (replaced|renewed|reset), to be (replaced|renewed|reset) (by|with|within|before|no later|at|when|on), needs replacing, requires replacing, (doit|doivent|devra) (|ensuite |alors )être (remplacé|remplacés|renouvelé|renouvelés|réinitialisé), (est|sont) à (remplacer|renouveler), à (remplacer|renouveler) (dans|avant|par|dès|à), remplacé par (le|celui|un|votre)",
  "(is|are|becomes) (|then |automatically )(invalid|void|deactivated|disabled|blocked|locked) (after|if|when), (est|sont) (|automatiquement )(invalide|annulé|désactivé|bloqué) (après|si|dans)",
  "(replace|replacing|change|changing) (the|this|your|that|a) (temporary |)password, (remplacer|remplacez|changer|changez) (le|ce|votre) mot de passe, (your|the|a) printed, printed (and signed |)(ecopr|copr|confirmation), (ecopr|crpe|copr) (imprimée|signée), number removed, uci removed, code removed, query removed",
  "(can|may|could|must|will) (then |also |always |)be (reset|renewed|replaced|reissued|resent|sent again), reset (your|the) password (on|by|with|using|at|through|there|here|yourself), reset link, password reset page, (no longer|not) (valid|active|work|works|usable) after, plus (valide|valides|fonctionner) après, (you|yourself|it) (may|can|could) (also |)(replace|change|resubmit|retake|update) (the|your|a) (photo|picture|image), vous pouvez (aussi |)(remplacer|changer|modifier|reprendre) (la|votre) photo, you (have |)received, vous avez reçu, need not, needs not, will find, would you, would like, would ask, could you, aimerions, souhaiterions, pourriez, will not (work|do), (to|can|may|must) reset, if applicable, if any, trouverez, s il y a lieu, once more, once again, avant tout, environs, whether or not, (can|could|cannot|must) (only |then |not |)be (granted|confirmed|finalized|finalised|approved), peut (|alors |ensuite |seulement )être (accordée|confirmée|finalisée)",
);

/** A new thought: no denial reaches over it. */
export const boundary = hedge(
  "and, but, because, so, as, since, or, et, mais, car, parce, ou, donc, puis, then",
);

/** An offer of help, not a request. */
export const trouble = deed(
  "question, questions, problem, problems, error, errors, mistake, mistakes, difficult*, issues, help, problème, problèmes, erreur, erreurs, difficulté, difficultés, aide",
);
