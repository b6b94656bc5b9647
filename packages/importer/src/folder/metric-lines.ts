import type { SourcePoints } from "../source/mlflow-source.ts";
import type { StoreFolder } from "./store-folder.ts";

const PAGE_POINTS = 20_000;

/** A number as Python writes it. */
export function pythonNumber(text: string): number {
  if (/^[-+]?inf(inity)?$/i.test(text))
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^[-+]?nan$/i.test(text) ? Number.NaN : Number(text);
}

/**
 * A metric's file in pages: a line is `time value step`, with the name and digest of a dataset behind where it is of
 * one. Before MLflow 1.0 there was no step, and the time was in seconds.
 */
export async function* metricPages(store: StoreFolder, key: string, ...parts: string[]): AsyncGenerator<SourcePoints> {
  let page: SourcePoints | undefined;
  for await (const line of store.lines(...parts)) {
    const fields = line.split(" ");
    const [time = "", value = "", step = "0"] = fields;
    const isInSeconds = fields.length === 2;
    if (page !== undefined && (page.values.length >= PAGE_POINTS || page.isInSeconds !== isInSeconds)) {
      yield page;
      page = undefined;
    }
    page ??= { key, steps: [], timesMs: [], values: [], isInSeconds };
    page.steps.push(Number(step));
    page.timesMs.push(Number(time));
    page.values.push(pythonNumber(value));
  }
  if (page !== undefined) yield page;
}
