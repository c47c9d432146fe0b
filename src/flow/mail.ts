/** An e-mail of ours, as the flow hands it to whoever sends it. */

/** A file of text that goes along; `type` with its parameters (RFC 2045). */
export type Attachment = { readonly name: string; readonly type: string; readonly text: string };

/** What an e-mail says, in each of its forms. */
export type Content = {
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
};

/** One e-mail, ready to go. */
export type Mail = {
  readonly to: string;
  readonly from: string;
  /** Where an answer goes; absent where that is nobody. */
  readonly replyTo?: string;
  readonly subject: string;
  /** Put together each time it is asked for: meanwhile the server can be told whom the mail is for. */
  readonly content: () => Promise<Content>;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
};
