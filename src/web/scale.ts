/** From instants to places on the timeline. Long silences are squeezed, so that the days that matter stay readable. */

import { dayMs } from "../domain/instants.ts";

export type Silence = { readonly from: number; readonly to: number };

export type Scale = {
  /** In pixels from the left. */
  readonly x: (at: Date) => number;
  /** Where time runs faster than elsewhere. */
  readonly silences: readonly Silence[];
};

/** A gap up to this is drawn as long as it is. */
const calmMs = 7 * dayMs;
const shareOfRest = 0.12;

/** `instants`: whatever is drawn; between two of them time runs evenly. */
export const scaleOf = (instants: readonly Date[], left: number, right: number): Scale => {
  const stops = [...new Set(instants.map((instant) => instant.getTime()))].toSorted((a, b) => a - b);
  const weights = stops.slice(1).map((stop, index) => weightOf(stop - stops[index]!));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const places = [left];
  for (const weight of weights) places.push(places.at(-1)! + (weight / total) * (right - left));
  return {
    x: (at) => placeOf(at.getTime(), stops, places),
    silences: stops.slice(1).flatMap((stop, index) => {
      const isLong = stop - stops[index]! > 2 * calmMs;
      return isLong ? [{ from: places[index]!, to: places[index + 1]! }] : [];
    }),
  };
};

const weightOf = (ms: number): number =>
  ms <= calmMs ? ms : calmMs * (1 + shareOfRest * Math.log2(ms / calmMs));

const placeOf = (at: number, stops: readonly number[], places: readonly number[]): number => {
  const next = stops.findIndex((stop) => stop >= at);
  if (next <= 0) return next === 0 ? places[0]! : places.at(-1)!;
  const [from, to] = [stops[next - 1]!, stops[next]!];
  const [left, right] = [places[next - 1]!, places[next]!];
  return left + ((at - from) / (to - from)) * (right - left);
};
