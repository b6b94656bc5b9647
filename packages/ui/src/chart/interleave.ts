import { isDrawable } from "./is-drawable.ts";

/** Points as x, y, x, y …; what the y axis cannot show becomes NaN, which leaves a gap in the line. */
export function interleave(x: Float64Array, y: Float64Array, isLogY: boolean): Float64Array {
  const pairs = new Float64Array(x.length * 2);
  x.forEach((at, index) => {
    const value = y[index] ?? Number.NaN;
    pairs[index * 2] = at;
    pairs[index * 2 + 1] = isDrawable(value, isLogY) ? value : Number.NaN;
  });
  return pairs;
}
