/** How far each folder was read. */

import type { Kysely } from "kysely";
import type { Cursor, Ledger } from "../flow/ports.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

export const cursorStore = (db: Database): Pick<Ledger, "cursors"> => ({
  cursors: async (mailbox) => {
    const rows = await db.selectFrom("cursors").selectAll().where("mailbox", "=", mailbox).execute();
    return rows.map((row) => ({
      mailbox: row.mailbox,
      folder: row.folder,
      uidValidity: row.uid_validity,
      lastUid: row.last_uid,
    }));
  },
});

/** Part of a transaction that stores letters. A cursor that stands still writes nothing. */
export const saveCursor = async (work: Kysely<Tables>, cursor: Cursor): Promise<void> => {
  const row = { uid_validity: cursor.uidValidity, last_uid: cursor.lastUid };
  await work
    .insertInto("cursors")
    .values({ mailbox: cursor.mailbox, folder: cursor.folder, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(["mailbox", "folder"])
        .doUpdateSet(row)
        .where((known) =>
          known.or([
            known("cursors.uid_validity", "<>", row.uid_validity),
            known("cursors.last_uid", "<>", row.last_uid),
          ]),
        ),
    )
    .execute();
};
