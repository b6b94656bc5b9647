import type { AnsiSpan } from "./ansi-spans.ts";

export interface MarkedSpan extends AnsiSpan {
  isMatch: boolean;
}

/** Cuts spans where a found text begins and ends, also across them; whatever its case. */
export function markMatches(spans: readonly AnsiSpan[], query: string): MarkedSpan[] {
  const bounds = matchBounds(spans.map((span) => span.text).join(""), query);
  let start = 0;
  return spans.flatMap((span) => {
    const from = start;
    start += span.text.length;
    // Matches that touch share a bound.
    const cuts = [...new Set(bounds)].filter((bound) => bound > from && bound < start);
    return [from, ...cuts].map((cut, at) => ({
      ...span,
      text: span.text.slice(cut - from, (cuts[at] ?? start) - from),
      isMatch: bounds.filter((bound) => bound <= cut).length % 2 === 1,
    }));
  });
}

/** Where matches begin and end by turns. None in the rare text whose lower case has another length. */
function matchBounds(text: string, query: string): number[] {
  const [within, wanted] = [text.toLowerCase(), query.toLowerCase()];
  if (wanted === "" || within.length !== text.length) return [];
  const bounds: number[] = [];
  for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + wanted.length)) {
    bounds.push(at, at + wanted.length);
  }
  return bounds;
}
