/** That there is something new in the account, and no more: as a part of the table in `notice-forms`. */

import { anyOf } from "./fold.ts";
import type { Form } from "./notice-forms.ts";
import { earlier, statement } from "./statement.ts";
import { askedByMany } from "./vocabulary/answers.ts";
import * as accounts from "./vocabulary/accounts.ts";
import { posing, wasWrong } from "./vocabulary/mentions.ts";
import * as portal from "./vocabulary/portal.ts";
import * as things from "./vocabulary/things.ts";

export const accountNotice: Form = {
  subkind: "account_notice",
  ...statement({
    means: "there is something new in the account",
    source: "1",
    says: [
      [things.message, earlier(portal.credentials), accounts.arrivedInAccount],
      [things.message, portal.credentials, accounts.updated],
      [things.message, portal.portalItself, accounts.arrivedInAccount],
      [things.message, accounts.secureAccount, accounts.arrivedInAccount],
      [portal.credentials, accounts.somethingNew],
      [accounts.wroteInAccount],
      [things.application, accounts.updated],
      [things.application, accounts.statusOf, accounts.changed],
    ],
    unless: [accounts.filed, wasWrong, posing, askedByMany],
  }),
  subject: anyOf(
    "new (?:message|document|letter|correspondence)[^|]{0,30}(?:account|portal|ircc)",
    "(?:update|change) (?:to|in) your (?:application|account)",
    "(?:message|document|lettre)[^|]{0,30}(?:votre|dans) (?:votre )?(?:compte|portail)",
    "mise à jour (?:de|dans) votre (?:demande|compte)",
  ),
};
