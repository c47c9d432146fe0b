/** The systemd user unit (systemd.service(5), systemd.exec(5)). */

import type { Program } from "./supervisor.ts";

/** Without a sign of life for so long it is started anew; a pause that the watcher chose counts as one. */
const watchdog = "3min";

/**
 * What the daemon may do: read what its user may read, write to DATA_DIR, speak with servers. JavaScript is compiled
 * while it runs, so memory must stay both writable and executable.
 */
export const unitOf = ({
  node,
  launcher,
  dataDir,
  workingDir,
}: Program): string => `# Written by "landfall service install", which may write it anew.
[Unit]
Description=Landfall: watches your mailbox for IRCC's letters, and reminds you
# It is tried again for ever: a machine may be long without a network.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=all
ExecStart=${quoted(node)} ${quoted(launcher)} run
WorkingDirectory=${escaped(workingDir)}
Environment=${quoted(`DATA_DIR=${dataDir}`)}
# glibc would keep memory back for each thread: some 15 MB more under load.
Environment="MALLOC_ARENA_MAX=1"
Restart=on-failure
RestartSec=15
# Settings that are wrong stay wrong: "landfall service logs" says which.
RestartPreventExitStatus=2
WatchdogSec=${watchdog}
TimeoutStartSec=5min
TimeoutStopSec=20
KillMode=mixed
UMask=0077
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths=${quoted(dataDir)}
PrivateTmp=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
SystemCallArchitectures=native

[Install]
WantedBy=default.target
`;

/** A % begins a specifier. */
const escaped = (text: string): string => text.replaceAll("%", "%%");

/** A $ begins a variable; within quotes a backslash and a quote are special. */
const quoted = (text: string): string =>
  `"${escaped(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("$", "$$$$")}"`;
