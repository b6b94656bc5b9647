/** Runs that share a value and are drawn as one line. */
export interface ChartGroup {
  id: string;
  name: string;
  /** Decides the colour, see groupNumbers. */
  number: number;
  runCount: number;
}
