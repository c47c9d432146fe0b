/** The ledger as one of several mailboxes sees it: questions about "all" are about what belongs to it. */

import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Scope } from "../flow/ports.ts";

/** True for the rows of `letters` and `cases` of this mailbox; for all of them where there is no scope. */
export const ofMailbox = (scope: Scope | null): RawBuilder<SqlBool> =>
  scope === null ? sql`true` : sql`mailbox = ${scope.mailbox}`;

/** The same for `reminders`: those of a case are its mailbox's; mails of notes name it themselves, if they are not of the main one. */
export const ofReminders = (scope: Scope | null): RawBuilder<SqlBool> =>
  scope === null
    ? sql`true`
    : sql`case when kind = 'note' then coalesce(mailbox, '') = ${nameOf(scope)}
        else case_id in (select id from cases where cases.mailbox = ${scope.mailbox}) end`;

/** How rows name a mailbox that had none to name as long as there was only one: the main one is nameless. */
export const nameOf = (scope: Scope | null): string => (scope === null || scope.isMain ? "" : scope.mailbox);
