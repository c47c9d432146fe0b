/** Answers to what was asked. */

import { deed, thing } from "../family.ts";

/** An answer to a question that was asked. */
export const responding = deed(
  "replies to, fait référence, répond, répondons, donnons suite, in answer, in response, answering, respond, responds",

  "wrote, written, sent, found, looked into, écrit, constaté, envoyé, vérifié",

  "submitted, used, using, utilisé, contacted, contacting, asked, response, reply, replying, regarding, thank, thanks, answer, answered, here is, with reference to, further to, you wrote, received, below, reviewed, concerning, about your, answers, was about, concerned, responded",
  "soumise, soumis, transmise, transmis, communiqué, réponse, répondons, posé, posée, merci, remercions, suite à, fait suite, voici, reçu, concernant, en réponse, au sujet de votre, portait sur, répond à",
);

export const contacting = deed(
  "contacting (us|ircc|immigration), writing to ircc, getting in touch, communiqué avec (nous|ircc|immigration), contacté ircc",
);

/** Asked by everybody. */
export const askedByMany = thing(
  "faq, (frequently|often|commonly) asked, asked (often|frequently), foire aux questions, questions (fréquentes|courantes), (pose|posent|posée|posées) (souvent|fréquemment|le plus souvent)",
);

/** Not an answer, but an offer. */
export const offering = thing(
  "please, you can, you may, you could, questions use, contact us, to correct, to report, to tell, to notify, veuillez, vous pouvez, pour corriger, pour signaler, communiquez, utilisez",
);
