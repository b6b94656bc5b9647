/**
 * The first row of each of `most` even groups of `count` ordered rows, and the last row of all in the place of the last
 * of them when there is no room beside. Groups are as even as SQL's NTILE makes them, which MLflow samples by: the
 * first ones have a row more where they do not come out even.
 */
export function sampleRows(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  const size = Math.floor(count / most);
  const larger = count % most;
  const firsts = Array.from({ length: most }, (_, group) => group * size + Math.min(group, larger));
  return firsts.at(-1) === count - 1 ? firsts : [...firsts.slice(0, -1), count - 1];
}
