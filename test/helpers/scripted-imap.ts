/** An IMAP server that does what a script says: for the faults that a real one does not have. */

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/**
 * Answers by command name (`LOGIN`, `EXAMINE`, `UID FETCH` …): untagged lines, then `OK …`, `NO …` or `BAD …`
 * as the last; `DROP` as the last ends the connection, `SILENCE` answers no more, `HOLD` answers at the client's DONE.
 * What is not named is answered by `usual`.
 */
export type Script = Readonly<Record<string, (rest: string, nth: number) => readonly string[]>>;

export type ScriptedImap = {
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Commands received, without their tags. */
  readonly commands: readonly string[];
  /** Lines sent to every client out of turn. */
  say(line: string): void;
  stop(): Promise<void>;
};

const usual: Script = {
  CAPABILITY: () => ["* CAPABILITY IMAP4rev1 SPECIAL-USE", "OK done"],
  LOGIN: () => ["OK welcome"],
  NAMESPACE: () => ['* NAMESPACE (("" "/")) NIL NIL', "OK done"],
  LIST: () => ['* LIST () "/" INBOX', "OK done"],
  LSUB: () => ["OK done"],
  EXAMINE: () => ["* 0 EXISTS", "* OK [UIDVALIDITY 1] fine", "* OK [UIDNEXT 1] fine", "OK [READ-ONLY] done"],
  NOOP: () => ["OK done"],
  LOGOUT: () => ["* BYE bye", "OK bye"],
};

export const startScriptedImap = async (script: Script, greeting = "* OK ready"): Promise<ScriptedImap> => {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let held = "*";
  const answer = (line: string): string => {
    if (line === "DONE") return `${held} OK done\r\n`;
    const [, tag = "*", command = ""] = /^(\S+) (.*)$/u.exec(line) ?? [];
    const name = /^(?:UID )?\S+/u.exec(command)?.[0].toUpperCase() ?? "";
    commands.push(command);
    const nth = commands.filter((one) => one.toUpperCase().startsWith(name)).length;
    const lines = (script[name] ?? usual[name])?.(command.slice(name.length + 1), nth) ?? ["BAD unknown"];
    if (lines.at(-1) === "HOLD") held = tag;
    return lines.map((text, index) => `${index === lines.length - 1 ? `${tag} ` : ""}${text}\r\n`).join("");
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = "";
    socket.setEncoding("latin1").write(`${greeting}\r\n`);
    socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    socket.on("data", (text: string) => {
      const lines = (rest + text).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) send(socket, answer(line));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("starting the scripted server: no port");
  return {
    host: "127.0.0.1",
    port: address.port,
    user: "person",
    password: "secret",
    commands,
    say: (line) => sockets.forEach((socket) => socket.write(`${line}\r\n`)),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const send = (socket: Socket, whole: string): void => {
  const text = whole.replace(/\S+ (?:HOLD|SILENCE)\r\n$/u, "");
  const [answer = "", ...dropped] = text.split(/\S+ DROP\r\n$/u);
  if (dropped.length === 0) socket.write(answer);
  else socket.end(answer);
};
