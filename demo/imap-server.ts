/** An IMAP server in this process, for the demo alone: everything in memory, on a free loopback port. */

import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";
import hoodiecrow from "hoodiecrow-imap";

type Folder = "INBOX" | "Sent" | "Junk";

export type DemoImapServer = {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Lays a message into a folder; clients that wait are told. */
  deliver(folder: Folder, raw: string, at: Date): void;
  stop(): Promise<void>;
};

export const startImapServer = async (user: string, password: string): Promise<DemoImapServer> => {
  const server = hoodiecrow({
    plugins: ["ID", "IDLE", "ENABLE", "SPECIAL-USE", "UNSELECT", "LITERALPLUS"],
    users: { [user]: { password } },
    storage: {
      INBOX: {},
      "": {
        separator: "/",
        folders: { Sent: { "special-use": "\\Sent" }, Junk: { "special-use": "\\Junk" } },
      },
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    user,
    password,
    deliver: (folder, raw, at) => {
      server.appendMessage(folder, [], imapDate(at), raw.replaceAll(/\r?\n/g, "\r\n"));
    },
    stop: () => closeServer(server.server),
  };
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

/** INTERNALDATE as IMAP writes it (RFC 3501 section 9, date-time). */
const imapDate = (at: Date): string =>
  `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ` +
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

const closeServer = async (server: Server): Promise<void> => {
  server.close();
  await Promise.race([once(server, "close"), new Promise((resolve) => setTimeout(resolve, 200))]);
};
