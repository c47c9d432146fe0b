/** SIGINT and SIGTERM. */

/** A terminal's Ctrl-C reaches the launcher and the daemon, and the launcher passes it on: that is one signal. */
const sameSignalMs = 300;

/** Resolves with the first SIGINT or SIGTERM; at the second one it all ends there and then. */
export const firstSignal = async (cutOff: () => never): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    let firstAt: number | null = null;
    const onSignal = (name: NodeJS.Signals): void => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameSignalMs) cutOff();
      resolve(name);
    };
    process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  });

/** Resolves with the first signal; a second one ends the process there and then. */
export const untilStopped = async (): Promise<NodeJS.Signals> => firstSignal(() => process.exit(0));
