/** Colour, where somebody looks: on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */

import { styleText } from "node:util";
import type { Output } from "./io.ts";

export type Tone = "good" | "soon" | "now" | "soft" | "strong" | "calm";

export type Paint = (tone: Tone, text: string) => string;

const formats = {
  good: "green",
  soon: "yellow",
  now: ["red", "bold"],
  soft: "dim",
  strong: "bold",
  calm: "cyan",
} as const satisfies Readonly<Record<Tone, Parameters<typeof styleText>[0]>>;

export const painter = (stream: Output): Paint =>
  stream.isTTY === true ? (tone, text) => styleText(formats[tone], text, { stream }) : plain;

export const plain: Paint = (_, text) => text;
