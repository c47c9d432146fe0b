/** Who keeps the daemon running: systemd on Linux, launchd on macOS. */

/** The program, as it is started here and now. */
export type Program = {
  /** Of Node. */
  readonly node: string;
  /** Of `bin/landfall.js`. */
  readonly launcher: string;
  readonly dataDir: string;
  /** Where `.env` is read. */
  readonly workingDir: string;
};

/** What was done, with what else there is to know; or what stands in the way. */
export type Done =
  | { readonly ok: true; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string };

export type ServiceState = {
  readonly installed: boolean;
  readonly running: boolean;
  /** As the supervisor puts it, such as "active (running)". */
  readonly state: string;
  readonly pid: number | null;
  /** How often it was started anew. */
  readonly restarts: number | null;
  /** Null: as far as is known. */
  readonly since: string | null;
};

export type Supervisor = {
  readonly name: "systemd" | "launchd";
  /** What tells it of the program. */
  readonly file: string;
  install(program: Program): Promise<Done>;
  uninstall(): Promise<Done>;
  state(): Promise<ServiceState>;
  /** The command that shows the log. */
  logs(follow: boolean): readonly [command: string, ...args: string[]];
};
