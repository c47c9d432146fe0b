/** Many wordings of each kind, each read as if it came from IRCC itself: `fixtures/wordings/<kind>.txt`. */

import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "@jest/globals";
import { judge } from "../../src/domain/classify.ts";
import { redact } from "../../src/domain/redact.ts";
import { nobody } from "../helpers/evaluation.ts";
import { aMessage } from "../helpers/samples.ts";

type Wording = {
  readonly kind: string;
  readonly subkind: string | null;
  readonly subject: string;
  readonly from: string;
  readonly text: string;
};

/** "@subkind | subject ;; sender", and the text below. */
const wordingsIn = (file: string): readonly Wording[] =>
  readFileSync(file, "utf8")
    .split(/^@/m)
    .slice(1)
    .map((entry) => {
      const [head = "", ...lines] = entry.split("\n");
      const [subkind = "", rest = ""] = head.split(" | ", 1).concat(head.slice(head.indexOf(" | ") + 3));
      const [subject = "", from = "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca"] = rest.split(" ;; ");
      return {
        kind: basename(file, ".txt"),
        subkind: subkind === "-" ? null : subkind,
        subject,
        from,
        text: lines.join("\n").trim(),
      };
    });

const wordings = globSync("fixtures/wordings/*.txt").toSorted().flatMap(wordingsIn);

const read = ({ subject, from, text }: Wording) =>
  redact(aMessage({ subject, text, from: [{ name: "", address: from.toLowerCase() }] })).message;

test.each(wordings.map((wording, at) => [`${wording.kind} ${at}: ${wording.subject}`, wording] as const))(
  "%s",
  (_what, wording) => {
    const message = read(wording);
    const { kind, subkind } = judge({ message, role: null, knownPortal1: new Set() }, nobody);
    expect({ kind, subkind }).toEqual({ kind: wording.kind, subkind: wording.subkind });
    expect(message.text).not.toMatch(/Fake/);
  },
);
