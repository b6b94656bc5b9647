import type { ColourScheme } from "../theme/colour-scheme.ts";
import { SERIES_HUES } from "../theme/series-hues.ts";

/** Index into SERIES_HUES. Numbers count up within a project, so runs started together differ in hue. */
export function runHue(runNumber: number): number {
  const count = SERIES_HUES.length;
  return ((Math.trunc(runNumber) % count) + count) % count;
}

/** A run's colour: the same on every screen and for everyone in the team. */
export function runColour(runNumber: number, scheme: ColourScheme): string {
  return SERIES_HUES[runHue(runNumber)]?.[scheme] ?? SERIES_HUES[0][scheme];
}
