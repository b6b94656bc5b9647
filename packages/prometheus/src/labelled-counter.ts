/** Counts what happened since the process started, by a label from a short list. Costs one look into a map. */
export class LabelledCounter {
  private readonly counts = new Map<string, number>();

  add(label: string, amount = 1): void {
    this.counts.set(label, (this.counts.get(label) ?? 0) + amount);
  }

  get values(): ReadonlyMap<string, number> {
    return this.counts;
  }
}
