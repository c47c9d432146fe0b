/** A real IMAP server: Debian's Dovecot on a free loopback port, with a Maildir in a temporary folder. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, connect as connectTo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type DovecotOptions = {
  /** Self-signed certificate; the port then speaks TLS from the start, `starttlsPort` offers STARTTLS. */
  readonly tls?: boolean;
  /** Where the mail is; by default in the server's own temporary folder. `stop` removes only that. */
  readonly mailDir?: string;
  /** Notes no commands: for measurements. */
  readonly quiet?: boolean;
  /** Lines added to the configuration. */
  readonly extra?: string;
  /** Tokens are taken as well, by one of these mechanisms; whether one is good is asked at this address (RFC 7662). */
  readonly oauth?: { readonly introspection: string; readonly mechanism: "xoauth2" | "oauthbearer" };
  /** Sent and Junk exist unless told otherwise. */
  readonly folders?: readonly ("Sent" | "Junk" | "Drafts")[];
};

export type Delivery = { readonly mtime?: Date; readonly name?: string };

export type Dovecot = {
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder that holds everything; Maildir of the inbox: `mail/<user>`. */
  readonly dir: string;
  /** Delivers into INBOX or a folder, atomically; returns the file's name. */
  deliver(folder: string, raw: string | Buffer, delivery?: Delivery): string;
  /** Into the inbox of another user: whoever signs in has a mailbox. */
  deliverTo(user: string, raw: string, delivery?: Delivery): string;
  /** The same message so many times. */
  deliverMany(folder: string, raw: string, count: number): void;
  /** Names of the files of a folder, as `new/…` and `cur/…`; flags stand in them. */
  files(folder: string): readonly string[];
  /** From now on the server may not look into this folder. */
  shut(folder: string): void;
  log(): string;
  /** Every command that clients sent after signing in. */
  commands(): string;
  bumpUidValidity(folder: string, value: number): void;
  /** Stops the server and keeps the mail. */
  halt(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** File systems count the names of a file, some to 65,000. */
const COPIES = 30_000;

const programs = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot"];
const dovecot = programs.find((program) => existsSync(program));

/** False where the suite has to be skipped; throws under CI, where nothing may be skipped. */
export const hasDovecot = (): boolean => {
  if (dovecot !== undefined) return true;
  if (process.env["CI"] === "true") throw new Error("Dovecot is not installed; install dovecot-imapd");
  process.stderr.write(
    "\n*** SKIPPED: tests with a real IMAP server need Dovecot (apt install dovecot-imapd) ***\n\n",
  );
  return false;
};

export const startDovecot = async (options: DovecotOptions = {}): Promise<Dovecot> => {
  const server = new Server(await freePort(), options);
  await server.start();
  return server;
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("finding a free port: none was given");
  return address.port;
};

class Server implements Dovecot {
  readonly host = "127.0.0.1";
  readonly user = "person";
  readonly password = "secret";
  readonly dir = mkdtempSync(path.join(tmpdir(), "landfall-dovecot-"));
  readonly port: number;
  readonly #owner = mailOwner();
  readonly #mail: string;
  #process: ChildProcess | null = null;
  #delivered = 0;

  constructor(port: number, options: DovecotOptions) {
    this.port = port;
    this.#mail = options.mailDir ?? path.join(this.dir, "mail");
    for (const folder of [this.dir, this.#mail, path.join(this.#mail, this.user)]) this.#makeFolder(folder);
    if (options.quiet !== true) this.#makeFolder(path.join(this.dir, "raw"));
    if (options.tls === true) makeCertificate(this.dir);
    if (options.oauth !== undefined)
      writeFileSync(path.join(this.dir, "oauth2.conf"), oauthDatabase(options.oauth.introspection));
    writeFileSync(this.#configuration, configuration(this.dir, port, this.#owner, options));
  }

  get #configuration(): string {
    return path.join(this.dir, "dovecot.conf");
  }

  async start(): Promise<void> {
    const child = spawn(dovecot ?? "dovecot", ["-F", "-c", this.#configuration], {
      stdio: ["ignore", "ignore", "pipe"],
      detached: true, // a process group of its own, to be ended as one
    });
    let complaint = "";
    child.stderr.on("data", (text) => (complaint += text));
    this.#process = child;
    process.once("exit", this.#kill);
    await answering(this.port, () => {
      if (child.exitCode !== null) throw new Error(`starting Dovecot: ${complaint}\n${this.log()}`);
    });
  }

  readonly #kill = (): void => {
    if (this.#process !== null) killGroup(this.#process);
  };

  async halt(): Promise<void> {
    process.off("exit", this.#kill);
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    killGroup(child); // asked politely, it takes seconds
    await ended;
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  deliverTo(user: string, raw: string, delivery: Delivery = {}): string {
    return this.#put(path.join(this.#mail, user), raw, delivery);
  }

  deliver(folder: string, raw: string | Buffer, delivery: Delivery = {}): string {
    return this.#put(this.#maildir(folder), raw, delivery);
  }

  #put(home: string, raw: string | Buffer, { mtime, name }: Delivery): string {
    this.#delivered += 1;
    const file = name ?? `${Math.floor(Date.now() / 1000)}.M${this.#delivered}P${process.pid}.test`;
    for (const part of ["", "tmp", "new", "cur"]) this.#makeFolder(path.join(home, part));
    const written = path.join(home, "tmp", file);
    writeFileSync(written, typeof raw === "string" ? raw.replaceAll(/\r?\n/gu, "\r\n") : raw);
    chownSync(written, this.#owner.uid, this.#owner.gid);
    if (mtime !== undefined) utimesSync(written, mtime, mtime);
    renameSync(written, path.join(home, file.includes(":2,") ? "cur" : "new", file));
    return file;
  }

  deliverMany(folder: string, raw: string, count: number): void {
    const home = path.join(this.#maildir(folder), "new");
    let first = "";
    for (let copy = 0; copy < count; copy += 1) {
      if (copy % COPIES === 0) first = this.deliver(folder, raw);
      else linkSync(path.join(home, first), path.join(home, first.replace(".M", `.C${copy}M`)));
    }
  }

  files(folder: string): readonly string[] {
    const home = this.#maildir(folder);
    return ["cur", "new"]
      .flatMap((part) => readdirSync(path.join(home, part)).map((file) => `${part}/${file}`))
      .toSorted();
  }

  shut(folder: string): void {
    chmodSync(this.#maildir(folder), 0);
  }

  log(): string {
    const file = path.join(this.dir, "dovecot.log");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  commands(): string {
    const folder = path.join(this.dir, "raw");
    return readdirSync(folder)
      .filter((file) => file.endsWith(".in"))
      .map((file) => readFileSync(path.join(folder, file), "latin1"))
      .join("\n");
  }

  bumpUidValidity(folder: string, value: number): void {
    const words = ["mailbox", "update", "-u", this.user, "--uid-validity", String(value), folder];
    execFileSync("doveadm", ["-c", this.#configuration, ...words], { stdio: "pipe" });
  }

  #maildir(folder: string): string {
    const home = path.join(this.#mail, this.user);
    return folder === "INBOX" ? home : path.join(home, `.${folder}`);
  }

  #makeFolder(folder: string): void {
    if (existsSync(folder) && folder !== this.dir) return;
    mkdirSync(folder, { recursive: true });
    chownSync(folder, this.#owner.uid, this.#owner.gid);
  }
}

const killGroup = ({ pid, signalCode }: ChildProcess): void => {
  if (pid !== undefined && signalCode === null) process.kill(-pid, "SIGKILL");
};

type Owner = { readonly name: string; readonly group: string; readonly uid: number; readonly gid: number };

/** Dovecot lets nobody read mail as root. */
const mailOwner = (): Owner => {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { name: username, group: idOf("-gn", username), uid, gid };
  const name = "nobody";
  return { name, group: idOf("-gn", name), uid: Number(idOf("-u", name)), gid: Number(idOf("-g", name)) };
};

const idOf = (what: string, name: string): string =>
  execFileSync("id", [what, name], { encoding: "utf8" }).trim();

const makeCertificate = (dir: string): void => {
  const words =
    "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1";
  const files = ["-keyout", path.join(dir, "key.pem"), "-out", path.join(dir, "cert.pem")];
  execFileSync("openssl", [...words.split(" "), ...files], { stdio: "pipe" });
};

const answering = async (port: number, check: () => void): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    check();
    if (await accepts(port)) return;
    await sleep(20);
  }
  throw new Error(`starting Dovecot: nobody answers on port ${port} after 10 s`);
};

const accepts = async (port: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const socket = connectTo(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

const configuration = (dir: string, port: number, owner: Owner, options: DovecotOptions): string => `
base_dir = ${dir}/run
state_dir = ${dir}/run
log_path = ${dir}/dovecot.log
auth_verbose = yes
auth_failure_delay = 0
protocols = imap
listen = 127.0.0.1
disable_plaintext_auth = no
mail_location = maildir:${options.mailDir ?? `${dir}/mail`}/%u
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 50
${options.tls === true ? tlsLines(dir) : "ssl = no"}
${userInfo().uid === 0 ? "" : unprivileged(owner)}
service imap-login {
  inet_listener imap {
    port = ${options.tls === true ? 0 : port}
  }
  inet_listener imaps {
    port = ${options.tls === true ? port : 0}
    ssl = yes
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${options.mailDir ?? `${dir}/mail`}/%u
}
protocol imap {
  rawlog_dir = ${dir}/raw
}
${options.oauth === undefined ? "" : oauthLines(dir, options.oauth.mechanism)}
namespace inbox {
  inbox = yes
${(options.folders ?? ["Sent", "Junk"]).map(specialFolder).join("\n")}
}
${options.extra ?? ""}
`;

const specialFolder = (name: string): string => `  mailbox ${name} {
    auto = subscribe
    special_use = \\${name}
  }`;

const oauthLines = (dir: string, mechanism: string): string => `auth_mechanisms = plain login ${mechanism}
auth_cache_size = 0
passdb {
  driver = oauth2
  mechanisms = ${mechanism}
  args = ${dir}/oauth2.conf
}`;

/** The token's subject has to be the user who signs in with it. */
const oauthDatabase = (introspection: string): string => `introspection_url = ${introspection}
introspection_mode = post
force_introspection = yes
username_attribute = sub
active_attribute = active
active_value = true
`;

const tlsLines = (dir: string): string => `ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem`;

const unprivileged = ({ name, group }: Owner): string => `default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
service imap-login {
  chroot =
}
service anvil {
  chroot =
}`;
