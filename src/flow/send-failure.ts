/** What became of a try to send that did not end with the server's yes. */
export class SendFailure extends Error {
  override readonly name = "SendFailure";
  /**
   * `permanent`: the server refused for good (5xx).
   * `unknown`: the connection ended after DATA; the mail may have gone out.
   * `everyMail`: it would have met any other mail as well: no connection, no TLS, no login.
   */
  readonly permanent: boolean;
  readonly unknown: boolean;
  readonly everyMail: boolean;
  constructor(
    message: string,
    options: { permanent: boolean; unknown: boolean; everyMail?: boolean; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent;
    this.unknown = options.unknown;
    this.everyMail = options.everyMail ?? false;
  }
}

/** The mail could not be put together: it certainly did not go out, and nothing is said of any server. */
export class NotMade extends SendFailure {
  constructor(cause: unknown) {
    const what = cause instanceof Error ? cause.message : String(cause);
    super(`putting a mail together: ${what}; this is a fault of Landfall's, please report it`, {
      permanent: false,
      unknown: false,
      cause,
    });
  }
}
