import { emptyColumns, type PointColumns, sliceColumns } from "./point-columns.ts";

const FIRST_CAPACITY = 16;

/** Columns of one series that grow as parts of it come. */
export class ColumnsBuilder {
  private columns = emptyColumns();
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** Room for `count` points more, to be filled from `at` on in each of the columns. */
  grow(count: number): PointColumns & { at: number } {
    const at = this.count;
    this.count += count;
    if (this.count > this.columns.steps.length) this.enlarge();
    return { ...this.columns, at };
  }

  /** What was put in, without a copy. */
  finish(): PointColumns {
    return this.columns.steps.length === this.count ? this.columns : sliceColumns(this.columns, 0, this.count);
  }

  private enlarge(): void {
    const { steps, timesMs, values } = this.columns;
    // The first part as it is: most series of a read come in one.
    const capacity = steps.length === 0 ? this.count : Math.max(FIRST_CAPACITY, 2 * steps.length, this.count);
    this.columns = emptyColumns(capacity);
    this.columns.steps.set(steps);
    this.columns.timesMs.set(timesMs);
    this.columns.values.set(values);
  }
}
