/** That something came in, and nothing more is wanted: as a part of the table in `notice-forms`. */

import type { Form } from "./notice-forms.ts";
import { asked, statement } from "./statement.ts";
import * as receipts from "./vocabulary/receipts.ts";
import * as things from "./vocabulary/things.ts";

/** Of an answer, which needs few words. */
export const acknowledgedAnswer: Form = {
  subkind: "acknowledged",
  ...statement({
    means: "what was sent has been received",
    source: "1",
    says: [
      [receipts.receipt],
      [receipts.received, receipts.thanks],
      [things.answer, receipts.received],
      [receipts.thanks, receipts.replying],
      [receipts.thanks, things.answer],
    ],
  }),
  answersOnly: true,
};

/** An acknowledgement asks for nothing. */
const asksForMore = statement({
  means: "more is wanted",
  source: "1",
  says: [[asked(receipts.moreWanted)]],
});

const applicationReceived = statement({
  means: "an application was received",
  source: "1",
  says: [[things.yourApplication, receipts.registered]],
});

/** Of any letter. */
export const acknowledged: Form = {
  subkind: "acknowledged",
  ...statement({
    means: "what was sent has been received",
    source: "1",
    says: [
      [receipts.sentIn, receipts.cameIn],
      [receipts.sentIn, receipts.inReview],
    ],
    unless: [things.yourApplication],
  }),
  unlessLetter: [asksForMore, applicationReceived],
};
