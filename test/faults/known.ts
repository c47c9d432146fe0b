/** The faults that mail programs fell over, and what Landfall promises instead. A test names its fault: "[7] …". */

export type Fault = { readonly fault: string; readonly promise: string };

export const known: Readonly<Record<number, Fault>> = {
  1: {
    fault: "the server goes silent after IDLE, and nobody hangs up",
    promise: "noticed within two polls; connected anew; what came meanwhile is read",
  },
  2: { fault: "the attempt to reconnect fails as well", promise: "it is tried again for ever" },
  3: { fault: "mail arrives while disconnected", promise: "read once connected, without a new announcement" },
  4: { fault: "mail arrives between FETCH and IDLE", promise: "read at once" },
  5: {
    fault: "the connection drops in the middle of a FETCH",
    promise: "the cursor stands; the letter is read whole, once",
  },
  6: { fault: "SEARCH or FETCH answers NO or BAD", promise: "never taken for “no mail”" },
  7: {
    fault: "UIDVALIDITY changes",
    promise: "the folder is read anew, nothing is told twice, memory stays bounded",
  },
  8: { fault: "UIDVALIDITY is missing or 0", promise: "the folder is read all the same" },
  9: { fault: "UIDNEXT is missing, or ahead of every message", promise: "no busy loop, no letter lost" },
  10: { fault: "`n:*` brings the last old message", promise: "it is not read again" },
  11: { fault: "old mail comes again under new UIDs", promise: "one letter stays one letter" },
  12: { fault: "a message is announced before it can be fetched", promise: "it is fetched when it can be" },
  13: {
    fault: "kill -9 between reading, storing and queueing",
    promise: "every letter is judged exactly once, nothing lost",
  },
  14: { fault: "two daemons on one mailbox", promise: "refused on one ledger; each complete on its own" },
  15: {
    fault: "the first look at 100,000 messages",
    promise: "bounded memory and time, one e-mail about what was found",
  },
  16: { fault: "mail that matches nothing", promise: "its body is never downloaded, its headers once" },
  17: { fault: "a filter moves the letter to junk before we look", promise: "found there" },
  18: { fault: "the same mail lies in two folders", promise: "one letter, one reminder" },
  19: {
    fault: "BYE, [ALERT], [LIMIT]: too many connections",
    promise: "told in the server's words, tried ever more slowly",
  },
  20: { fault: "a throttled or unavailable login", promise: "not called a wrong password" },
  21: {
    fault: "a wrong password",
    promise: "three tries, then a pause, also across restarts; said in plain words",
  },
  22: {
    fault: "an OAuth access token expires in the middle, the refresh token rotates",
    promise: "renewed, and kept before it is used",
  },
  23: {
    fault: "Google's refresh token dies after seven days",
    promise: "recognised and explained",
  },
  24: {
    fault: "Microsoft refuses passwords, scopes or device codes",
    promise: "recognised and explained",
  },
  25: { fault: "no IDLE, or IDLE that never tells", promise: "the server is asked" },
  26: {
    fault: "errors out of turn: resets, garbage, an oversized literal",
    promise: "the process lives and connects anew",
  },
  27: { fault: "judging is slow", promise: "the mailbox is watched meanwhile" },
  28: {
    fault: "the laptop sleeps, the address changes, the clock jumps",
    promise: "connected anew; one late reminder, no flood",
  },
  29: {
    fault: "encoded subjects, raw 8-bit, base64, wrong charsets, bidi tricks",
    promise: "recognised, shown safely",
  },
  30: { fault: "look-alike senders", promise: "never believed" },
  31: {
    fault: "forged, repeated or missing Authentication-Results",
    promise: "only the provider's own counts",
  },
  32: { fault: "a genuine letter with a broken or absent signature", promise: "kept, shown as unverified" },
  33: {
    fault: "forwarded inline, as an attachment, or automatically",
    promise: "peeled, or kept as doubtful; never dropped",
  },
  34: {
    fault: "giant attachments, endless parts, deep nesting",
    promise: "bounded time and memory, the next letter is not blocked",
  },
  35: {
    fault: "Date absent, in the future, or contradicting the server",
    promise: "the server's time counts",
  },
  36: {
    fault: "ambiguous dates, French months, “7 days from this letter”",
    promise: "the earliest it can mean",
  },
  37: {
    fault: "a letter of a known sender that fits no pattern",
    promise: "shown as unknown, never silence",
  },
  38: {
    fault: "letters out of order, twice, or after the decision",
    promise: "no case moves back; reminders stop with the eCoPR",
  },
  39: { fault: "our own reminder, an auto-reply or a bounce comes back", promise: "no loop, no event" },
  40: {
    fault: "kill -9 before, during and after SMTP DATA",
    promise: "one reminder, at worst a second copy under the same Message-ID; never none",
  },
  41: { fault: "a lost lock, a blocked process, two workers", promise: "one reminder" },
  42: {
    fault: "SMTP down, greylisting, 550, refused login, silence after DATA",
    promise: "tried again; never lost, never sent twice where it is known to have gone",
  },
  43: {
    fault: "the daemon was off when a reminder fell due",
    promise: "one late reminder with honest words, not several",
  },
  44: {
    fault: "a change of the clocks, another zone, midnight",
    promise: "never later than the letter allows",
  },
  45: {
    fault: "Redis flushed, restarted, full, read-only, evicting, slow or absent",
    promise: "letters are stored all the same, reminders rebuilt, none twice",
  },
  46: {
    fault: "an upgrade with jobs waiting",
    promise: "old ledgers and jobs are read or refused with a reason; newer ones are left untouched",
  },
  47: {
    fault: "the ledger's disk is full, read-only, locked or damaged",
    promise: "a clear message, nothing half written; `landfall repair` mends it",
  },
  48: { fault: "the embedded queue dies", promise: "started anew and rebuilt" },
  49: {
    fault: "STARTTLS stripped, a certificate nobody vouches for, old TLS",
    promise: "no password leaves the machine",
  },
  50: {
    fault: "thousands of letters or reminders at once, a mailbox of a million",
    promise: "bounded memory, other work goes on",
  },
  51: { fault: "a letter that is to be forgotten", promise: "no trace on disk, and it does not come back" },
  52: { fault: "a message whose announced size never comes", promise: "it blocks no letter behind it" },
  53: {
    fault: "the mailbox cannot be looked at for hours",
    promise: "told after six hours, a day and three days, once each, by a way that works",
  },
  54: {
    fault: "messages that are broken or made to choke a reader, hundreds of them",
    promise: "the process lives, and no message blocks the one behind it",
  },
  55: {
    fault: "passwords and keys that a log, an error or a process list would show",
    promise: "they stand in no argument, log, error, answer or file",
  },
  56: {
    fault: "one folder fails at each look",
    promise: "what the others hold is told all the same, at most ten minutes late",
  },
  57: {
    fault:
      "names and subjects that command terminals, turn the writing round, end lines, hold HTML, are 10 kB long",
    promise: "they are text wherever they are shown, and shortened",
  },
};
