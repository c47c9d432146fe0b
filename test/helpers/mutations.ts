/** What can happen to a letter on the way. Each is a function of the letter and a number, and of nothing else. */

export type Mutation = {
  readonly name: string;
  readonly apply: (source: Buffer, number: number) => Buffer;
};

/** mulberry32: the same numbers on every machine. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const bytesFlipped =
  (share: number) =>
  (source: Buffer, number: number): Buffer => {
    const next = random(number);
    const broken = Buffer.from(source);
    for (let left = Math.ceil(source.length * share); left > 0; left -= 1)
      broken[Math.floor(next() * broken.length)] = Math.floor(next() * 256);
    return broken;
  };

const lines = (source: Buffer): string[] => source.toString("latin1").split("\n");
const joined = (all: readonly string[]): Buffer => Buffer.from(all.join("\n"), "latin1");

const shuffled = (source: Buffer, number: number): Buffer => {
  const next = random(number);
  return joined(
    lines(source)
      .map((line) => ({ line, place: next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ line }) => line),
  );
};

const linesChanged =
  (change: (line: string, chance: number) => readonly string[]) =>
  (source: Buffer, number: number): Buffer => {
    const next = random(number);
    return joined(lines(source).flatMap((line) => change(line, next())));
  };

const spliced = (source: Buffer, number: number): Buffer => {
  const next = random(number);
  const [from, to] = [Math.floor(next() * source.length), Math.floor(next() * source.length)];
  return Buffer.concat([source.subarray(0, from), source.subarray(to), source.subarray(from)]);
};

export const mutations: readonly Mutation[] = [
  { name: "one byte in a thousand flipped", apply: bytesFlipped(0.001) },
  { name: "one byte in twenty flipped", apply: bytesFlipped(0.05) },
  {
    name: "truncated",
    apply: (source, number) => source.subarray(0, Math.floor(random(number)() * source.length)),
  },
  {
    name: "its beginning lost",
    apply: (source, number) => source.subarray(Math.floor(random(number)() * source.length)),
  },
  { name: "lines lost", apply: linesChanged((line, chance) => (chance < 0.1 ? [] : [line])) },
  { name: "lines repeated", apply: linesChanged((line, chance) => Array(chance < 0.1 ? 30 : 1).fill(line)) },
  {
    name: "line ends lost",
    apply: linesChanged((line, chance) => [chance < 0.2 ? `${line} `.repeat(3) : line]),
  },
  {
    name: "empty lines between",
    apply: linesChanged((line, chance) => (chance < 0.1 ? [line, "", "\r"] : [line])),
  },
  {
    name: "colons doubled",
    apply: linesChanged((line, chance) => [chance < 0.2 ? line.replaceAll(":", "::=;") : line]),
  },
  {
    name: "brackets and quotes strewn",
    apply: linesChanged((line, chance) => [chance < 0.3 ? `("<${line}` : line]),
  },
  { name: "lines shuffled", apply: shuffled },
  { name: "spliced", apply: spliced },
];
