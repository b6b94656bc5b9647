import type { GROUP_BANDS } from "@assay/contract";
import { lineDashes } from "../colour/line-dashes.ts";
import type { ChartGroup } from "./chart-group.ts";
import type { ChartLine } from "./chart-line.ts";

export type GroupBand = (typeof GROUP_BANDS)[number];

/** A group's line in columns, as the server answers it; `group` is its place in the list asked for. */
export interface GroupLineColumns {
  group: number;
  x: Float64Array;
  values: Float64Array;
  low: Float64Array;
  high: Float64Array;
  n: Float64Array;
  memberCount: number;
  pointCount: number;
  blockPoints: number;
}

/**
 * Pairs lines with their groups, in the order of the groups. Groups without points have no line, and those whose points
 * are all NaN an empty one.
 */
export function groupLines(
  groups: readonly ChartGroup[],
  answered: readonly GroupLineColumns[],
  band: GroupBand,
): ChartLine[] {
  const byGroup = new Map(answered.map((one) => [one.group, one]));
  const dashes = lineDashes(groups.map(({ number }) => number));
  return groups.flatMap(({ id, name, number }, index) => {
    const one = byGroup.get(index);
    if (one === undefined) return [];
    const { x, values, low, high, n, memberCount, pointCount, blockPoints } = one;
    return {
      id,
      name,
      number,
      dash: dashes[index] ?? "solid",
      x,
      values,
      low,
      high,
      hasBand: band !== "none",
      pointCount,
      isRaw: false,
      group: { n, memberCount, blockPoints },
    };
  });
}
