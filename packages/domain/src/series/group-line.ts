import type { GROUP_BANDS, GROUP_CENTRES } from "@assay/contract";
import type { Blocks } from "./blocks.ts";
import { studentT95 } from "./student-t.ts";

/** One member's series with each entry's place on the axis. */
export interface GroupMember {
  x: Float64Array;
  blocks: Blocks;
}

/** The axis from its first to its last place, cut into parts of equal width. */
export interface AxisGrid {
  from: number;
  to: number;
  parts: number;
}

export interface GroupStyle {
  centre: (typeof GROUP_CENTRES)[number];
  band: (typeof GROUP_BANDS)[number];
}

export interface GroupLine {
  x: Float64Array;
  values: Float64Array;
  low: Float64Array;
  high: Float64Array;
  n: Float64Array;
}

/** What one member comes to in each part of the axis; NaN where it has no number there. */
interface MemberParts {
  mean: Float64Array;
  min: Float64Array;
  max: Float64Array;
}

/** The first to the last place of all members; null when they have none. */
export function axisGrid(members: readonly GroupMember[], parts: number): AxisGrid | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { x } of members) {
    for (const place of x) {
      if (place < from) from = place;
      if (place > to) to = place;
    }
  }
  return from > to ? null : { from, to, parts };
}

/**
 * One line over all members. Each member counts once in each part of the axis, by the mean of its points there,
 * however many they are; a block counts in the part where it ends. Parts without a number are left out, and the place
 * of a part is the last that any member has in it. Deviations are those of a sample (n − 1); the 95 % interval is
 * Student's. With one member alone, deviation, error and interval have no width.
 */
export function groupLine(members: readonly GroupMember[], grid: AxisGrid, style: GroupStyle): GroupLine {
  const places = new Float64Array(grid.parts).fill(Number.NEGATIVE_INFINITY);
  const parts = members.map((member) => memberParts(member, grid, places));
  const rows: [x: number, value: number, low: number, high: number, n: number][] = [];
  for (let part = 0; part < grid.parts; part += 1) {
    const present = parts.filter(({ mean }) => !Number.isNaN(mean[part]));
    if (present.length === 0) continue;
    const means = present.map(({ mean }) => mean[part] ?? Number.NaN);
    const least = Math.min(...present.map(({ min }) => min[part] ?? Number.NaN));
    const most = Math.max(...present.map(({ max }) => max[part] ?? Number.NaN));
    const [low, high] = bandOf(means, least, most, style.band);
    rows.push([places[part] ?? 0, centreOf(means, least, most, style.centre), low, high, means.length]);
  }
  const column = (pick: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, pick);
  return {
    x: column(([x]) => x),
    values: column(([, value]) => value),
    low: column(([, , low]) => low),
    high: column(([, , , high]) => high),
    n: column(([, , , , n]) => n),
  };
}

function memberParts({ x, blocks }: GroupMember, grid: AxisGrid, places: Float64Array): MemberParts {
  const column = () => new Float64Array(grid.parts).fill(Number.NaN);
  const found: MemberParts = { mean: column(), min: column(), max: column() };
  const weights = new Float64Array(grid.parts);
  x.forEach((place, at) => {
    const weight = number(blocks.counts, at) - number(blocks.nans, at);
    if (weight <= 0 || !(place >= grid.from && place <= grid.to)) return;
    const part = partOf(place, grid);
    places[part] = Math.max(number(places, part), place);
    if (weights[part] === 0) setPart(found, part, blocks, at);
    else addToPart(found, part, blocks, at, weight / (number(weights, part) + weight));
    weights[part] = number(weights, part) + weight;
  });
  return found;
}

const number = (column: Float64Array, at: number): number => column[at] ?? Number.NaN;

function partOf(place: number, { from, to, parts }: AxisGrid): number {
  if (from === to) return 0;
  return Math.min(parts - 1, Math.floor(((place - from) / (to - from)) * parts));
}

function setPart(found: MemberParts, part: number, blocks: Blocks, at: number): void {
  found.mean[part] = number(blocks.mean, at);
  found.min[part] = number(blocks.min, at);
  found.max[part] = number(blocks.max, at);
}

function addToPart(found: MemberParts, part: number, blocks: Blocks, at: number, share: number): void {
  found.mean[part] = number(found.mean, part) * (1 - share) + number(blocks.mean, at) * share;
  found.min[part] = Math.min(number(found.min, part), number(blocks.min, at));
  found.max[part] = Math.max(number(found.max, part), number(blocks.max, at));
}

function centreOf(means: readonly number[], least: number, most: number, centre: GroupStyle["centre"]): number {
  switch (centre) {
    case "mean":
      return meanOf(means);
    case "median":
      return medianOf(means);
    case "min":
      return least;
    case "max":
      return most;
  }
}

function bandOf(means: readonly number[], least: number, most: number, band: GroupStyle["band"]): [number, number] {
  if (band === "minmax") return [least, most];
  const mean = meanOf(means);
  const count = means.length;
  if (band === "none" || count === 1) return [mean, mean];
  const deviation = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const error = deviation / Math.sqrt(count);
  const reach = band === "std" ? deviation : band === "stderr" ? error : error * studentT95(count - 1);
  return [mean - reach, mean + reach];
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
