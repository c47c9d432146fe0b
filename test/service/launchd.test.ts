import { expect, test } from "@jest/globals";
import { plistOf } from "../../src/service/launchd.ts";

test("the agent runs what was installed, with paths that XML cannot trip over", () => {
  const plist = plistOf({
    node: "/opt/node",
    launcher: "/Users/m&m/<landfall>/bin/landfall.js",
    dataDir: "/Users/m&m/state",
    workingDir: "/Users/m&m",
  });
  expect(plist).toContain(
    "<array><string>/opt/node</string><string>/Users/m&amp;m/&lt;landfall&gt;/bin/landfall.js</string><string>run</string></array>",
  );
  // Only a stop that was asked for is one: a full disk ends it with 1, and it is tried again.
  expect(plist).toContain("<key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>");
  expect(plist).toContain("<string>/Users/m&amp;m/state/landfall.log</string>");
});
