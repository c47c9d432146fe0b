/** A scripted SMTP server: it keeps every mail, and refuses what it is told to refuse. */

import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export type ReceivedMail = {
  /** The message as it came over the wire. */
  readonly raw: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** When DATA began. */
  readonly at: Date;
  /** The same on the monotonic clock, `performance.now()`. */
  readonly atMs: number;
  /** When all of it had come, on the same clock. */
  readonly wholeMs: number;
};

export type Refusable = "CONNECT" | "AUTH" | "MAIL" | "RCPT" | "DATA";

export type SmtpPeerOptions = {
  /** The only login that is let in; none is asked for where absent. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Signing in by access token (XOAUTH2) alone; true where it is good for this user. */
  readonly tokens?: (user: string, token: string) => Promise<boolean>;
  /** "none" (default): no TLS at all. The built-in certificate is trusted by nobody. */
  readonly security?: "none" | "starttls" | "tls";
  /** Key and certificate (PEM) instead of the built-in one. */
  readonly key?: string;
  readonly cert?: string;
  /** Called when a recipient is named. */
  readonly toldRecipient?: () => void;
};

export type SmtpPeer = {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Connections opened so far. */
  readonly connections: () => number;
  /** Answers the next `times` commands of this kind with this code; DATA is answered after the mail. */
  refuse(command: Refusable, code: number, text?: string, times?: number): void;
  /** Ends the connection of the next mail without an answer: once it came whole, or at its DATA command. */
  drop(when: "after mail" | "at greeting", times?: number): void;
  /** Ends every open connection, as a server does that was idle for long. */
  hangUp(): Promise<void>;
  /** Resolves once there are so many mails, or one that fits. @throws Error after ten seconds. */
  waitFor(wanted: number | ((mail: ReceivedMail) => boolean)): Promise<readonly ReceivedMail[]>;
  close(): Promise<void>;
};

/** Listens on a free loopback port. */
export const startSmtp = async (options: SmtpPeerOptions = {}): Promise<SmtpPeer> => {
  const mails: ReceivedMail[] = [];
  const refusals: { command: Refusable; error: Error }[] = [];
  const drops: ("after mail" | "at greeting")[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Set<Socket>();
  let connections = 0;

  const next = (command: Refusable): Error | null => {
    const index = refusals.findIndex((refusal) => refusal.command === command);
    return index < 0 ? null : refusals.splice(index, 1)[0]!.error;
  };
  const dropsNow = (when: "after mail" | "at greeting"): boolean => {
    const index = drops.indexOf(when);
    if (index >= 0) drops.splice(index, 1);
    return index >= 0;
  };
  const cut = ({ remotePort }: SMTPServerSession): void => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };

  const server: SMTPServer = new SMTPServer({
    ...securityOf(options),
    authOptional: options.login === undefined && options.tokens === undefined,
    ...(options.tokens && { authMethods: ["XOAUTH2"] }),
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, done) => {
      connections += 1;
      if (dropsNow("at greeting")) cut(session);
      else done(next("CONNECT"));
    },
    onAuth: ({ username, password, accessToken }, _session, done) => {
      const refusal = next("AUTH");
      if (refusal === null && options.tokens !== undefined) {
        const refused = answer(535, "5.7.8 Authentication credentials invalid");
        options
          .tokens(username ?? "", accessToken ?? "")
          .then((good) => (good ? done(null, { user: username }) : done(refused)), done);
        return;
      }
      const { login } = options;
      const right = login === undefined || (username === login.user && password === login.password);
      if (refusal !== null) done(refusal);
      else if (right) done(null, { user: username });
      else done(answer(535, "5.7.8 Authentication credentials invalid"));
    },
    onMailFrom: (_address, _session, done) => done(next("MAIL")),
    onRcptTo: (_address, _session, done) => {
      options.toldRecipient?.();
      done(next("RCPT"));
    },
    onData: (stream, session, done) => {
      const at = new Date();
      const atMs = performance.now();
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (dropsNow("after mail")) return cut(session);
        const refusal = next("DATA");
        if (refusal !== null) return done(refusal);
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = {
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        };
        mails.push({
          raw: Buffer.concat(chunks).toString("utf8"),
          envelope,
          at,
          atMs,
          wholeMs: performance.now(),
        });
        for (const look of waiting) look();
        return done(null, `2.0.0 kept as ${mails.length}`);
      });
    },
  });
  // A client that hangs up is none of the server's errors.
  server.on("error", () => undefined);
  const listening = await new Promise<ReturnType<SMTPServer["listen"]>>((resolve) => {
    const socket = server.listen(0, "127.0.0.1", () => resolve(socket));
  });
  listening.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("the SMTP peer has no port");

  return {
    port: address.port,
    mails,
    connections: () => connections,
    refuse: (command, code, text = "refused as told", times = 1) => {
      for (let i = 0; i < times; i++) refusals.push({ command, error: answer(code, text) });
    },
    drop: (when, times = 1) => {
      for (let i = 0; i < times; i++) drops.push(when);
    },
    hangUp: async () => {
      const closed = [...sockets].map(
        (socket) => new Promise((resolve) => socket.once("close", resolve).end()),
      );
      await Promise.all(closed);
    },
    waitFor: (wanted) =>
      new Promise((resolve, reject) => {
        const fits = typeof wanted === "number" ? () => mails.length >= wanted : () => mails.some(wanted);
        const look = (): void => {
          if (!fits()) return;
          clearTimeout(deadline);
          waiting.delete(look);
          resolve(mails);
        };
        const deadline = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`waiting for mail: only ${mails.length} came within ten seconds`));
        }, 10_000);
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

const securityOf = ({ security = "none", key, cert, login }: SmtpPeerOptions) => ({
  secure: security === "tls",
  ...(key !== undefined && cert !== undefined && { key, cert }),
  disabledCommands: [
    ...(security === "starttls" ? [] : ["STARTTLS"]),
    ...(login === undefined ? ["AUTH"] : []),
  ],
});

const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
