/** The part of hoodiecrow-imap (no types of its own) that the demo uses. */
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";
  interface Hoodiecrow {
    readonly server: Server;
    listen(port: number, host: string): void;
    appendMessage(mailbox: string, flags: readonly string[], internalDate: string, raw: string): void;
  }
  export default function hoodiecrow(options: object): Hoodiecrow;
}
