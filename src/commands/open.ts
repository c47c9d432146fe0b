/** Shows a file in the person's own browser. */

import { spawn } from "node:child_process";
import { once } from "node:events";

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  // The empty text is the window's title, which `start` takes first.
  win32: ["cmd", "/c", "start", ""],
};

/** False where there is nothing to open it with. Does not wait for the browser to end. */
export const openInBrowser = async (path: string): Promise<boolean> => {
  const [command = "", ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, path], { stdio: "ignore", detached: true });
  try {
    await once(child, "spawn");
    child.unref();
    return true;
  } catch {
    return false;
  }
};
