/** Equal as stored numbers are: NaN is itself and -0 is 0. */
export const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

const FEW_ULPS = 8 * Number.EPSILON;
/** What sums with their rounding error beside them may lose, against the largest value that was summed. */
const LOST = 2 ** -90;
/** Means nearer to 0 may lose digits. */
const TINY = 1e-300;

/** Equal but for the order in which values were added; `extent` is the largest value in magnitude. */
export function isSameMean(a: number, b: number, extent: number): boolean {
  if (isSame(a, b)) return true;
  return Math.abs(a - b) <= FEW_ULPS * Math.max(Math.abs(a), Math.abs(b)) + LOST * extent + TINY;
}
