/** The match after or before a line, round the end to the other side; null when there is none. */
export function stepMatch<Match extends { number: number }>(
  matches: readonly Match[],
  line: number | null,
  direction: 1 | -1,
): Match | null {
  const from = line ?? 0;
  const further =
    direction === 1 ? matches.find((match) => match.number > from) : matches.findLast((match) => match.number < from);
  return further ?? matches.at(direction === 1 ? 0 : -1) ?? null;
}
