/** Which folders are looked at, by what they are for (SPECIAL-USE, RFC 6154), not by their names. */

import type { ImapFlow, ListResponse } from "imapflow";
import type { Role } from "../domain/letter.ts";

export type Folder = { readonly path: string; readonly role: Role };

export type Folders = {
  /** The folder to wait at: the inbox, on Gmail All Mail. Always the first of `all`. */
  readonly main: Folder;
  readonly all: readonly Folder[];
  /** What is missing, in plain words. */
  readonly missing: readonly string[];
};

/** Throws where the server cannot list its folders. */
export const findFolders = async (client: ImapFlow): Promise<Folders> => {
  const listed = (await client.list()).filter((entry) => !isUnselectable(entry));
  const main = mainFolder(client, listed);
  const junk = byUse(listed, "\\Junk", "junk");
  const sent = main.role === "all" ? undefined : byUse(listed, "\\Sent", "sent"); // Gmail: a label in All Mail
  return {
    main,
    all: [main, junk, sent].filter((folder) => folder !== undefined),
    missing: [
      ...(junk === undefined ? ["no junk folder was found: letters that land in one are not seen"] : []),
      ...(sent === undefined && main.role !== "all"
        ? ["no folder for sent mail was found: say `landfall done reply` once you have answered"]
        : []),
    ],
  };
};

/** Gmail's extension (X-GM-EXT-1): one folder holds all mail but junk and trash, with labels. */
export const hasLabels = (client: ImapFlow): boolean => client.capabilities.has("X-GM-EXT-1");

const mainFolder = (client: ImapFlow, listed: readonly ListResponse[]): Folder =>
  (hasLabels(client) ? byUse(listed, "\\All", "all") : undefined) ?? { path: "INBOX", role: "inbox" };

const byUse = (listed: readonly ListResponse[], use: string, role: Role): Folder | undefined => {
  const entry = listed.find(({ specialUse }) => specialUse === use);
  return entry && { path: entry.path, role };
};

const isUnselectable = ({ flags }: ListResponse): boolean =>
  flags.has("\\Noselect") || flags.has("\\NonExistent");
