import type { RunDataset, RunDetail } from "@assay/contract";
import { formatDuration, formatNumber, metricDirection, shortId } from "@assay/ui";
import { usualAggregate } from "../runs/default-columns.ts";

export interface CompareCell {
  text: string;
  /** The whole value, for hover. */
  title: string;
  /** Set for metrics. */
  value: number | null;
}

export interface CompareRow {
  label: string;
  aggregate: string | null;
  cells: (CompareCell | null)[];
  isDifferent: boolean;
  /** Index of the best value; null when there is no telling or all are alike. */
  best: number | null;
}

export interface CompareSection {
  title: string;
  rows: CompareRow[];
}

const cell = (text: string | null | undefined): CompareCell | null =>
  text === null || text === undefined || text === "" ? null : { text, title: text, value: null };

function row(label: string, cells: (CompareCell | null)[]): CompareRow {
  const titles = new Set(cells.map((one) => one?.title ?? null));
  return { label, aggregate: null, cells, isDifferent: titles.size > 1, best: null };
}

function bestOf(key: string, cells: readonly (CompareCell | null)[]): number | null {
  const direction = metricDirection(key);
  const values = cells.map((one) => one?.value ?? Number.NaN);
  const finite = values.filter((value) => Number.isFinite(value));
  if (direction === "unknown" || new Set(finite).size < 2) return null;
  return values.indexOf(direction === "up" ? Math.max(...finite) : Math.min(...finite));
}

function metricRow(key: string, runs: readonly RunDetail[]): CompareRow {
  const aggregate = usualAggregate(key);
  const cells = runs.map((run): CompareCell | null => {
    const summary = run.metrics.find((metric) => metric.key === key);
    if (summary === undefined) return null;
    const value = aggregate === "max" ? summary.max : aggregate === "min" ? summary.min : summary.last;
    return { text: formatNumber(value), title: String(value), value };
  });
  return { ...row(key, cells), aggregate, best: bestOf(key, cells) };
}

function keyed(runs: readonly RunDetail[], of: (run: RunDetail) => Record<string, string>): CompareRow[] {
  const keys = [...new Set(runs.flatMap((run) => Object.keys(of(run))))].sort((a, b) => a.localeCompare(b, "en"));
  return keys.map((key) =>
    row(
      key,
      runs.map((run) => cell(of(run)[key])),
    ),
  );
}

function runRows(runs: readonly RunDetail[]): CompareRow[] {
  return [
    row(
      "Status",
      runs.map((run) => cell(run.status)),
    ),
    row(
      "Duration",
      runs.map((run) => (run.durationMs === null ? null : cell(formatDuration(run.durationMs)))),
    ),
    row(
      "Created by",
      runs.map((run) => cell(run.createdBy)),
    ),
    row(
      "Experiment",
      runs.map((run) => cell(run.experiment.name)),
    ),
    row(
      "Branch",
      runs.map((run) => cell(run.source.branch)),
    ),
    row(
      "Commit",
      runs.map((run) => commitCell(run)),
    ),
    row(
      "Python or Node",
      runs.map((run) => cell(run.environment.language)),
    ),
  ].filter((one) => one.cells.some((value) => value !== null));
}

function commitCell(run: RunDetail): CompareCell | null {
  const { commit, isDirty } = run.source;
  if (commit === undefined || commit === "") return null;
  const dirty = isDirty === true ? " + changes" : "";
  return { text: `${shortId(commit)}${dirty}`, title: `${commit}${dirty}`, value: null };
}

function datasetRows(datasets: readonly (readonly RunDataset[])[]): CompareRow[] {
  const contexts = [...new Set(datasets.flatMap((list) => list.map((one) => one.context)))].sort();
  return contexts.map((context) =>
    row(
      context === "" ? "input" : context,
      datasets.map((list) =>
        cell(
          list
            .filter((one) => one.context === context)
            .map((one) => `${one.name}@${shortId(one.digest, 8)}`)
            .sort()
            .join(", "),
        ),
      ),
    ),
  );
}

/** What the runs have, side by side; `datasets` in the order of the runs. */
export function compareRows(
  runs: readonly RunDetail[],
  datasets: readonly (readonly RunDataset[])[],
): CompareSection[] {
  const metricKeys = [...new Set(runs.flatMap((run) => run.metrics.map((metric) => metric.key)))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
  return [
    { title: "Metrics", rows: metricKeys.map((key) => metricRow(key, runs)) },
    { title: "Params", rows: keyed(runs, (run) => run.params) },
    { title: "Data", rows: datasetRows(datasets) },
    { title: "Run", rows: runRows(runs) },
    { title: "Tags", rows: keyed(runs, (run) => run.tags) },
  ];
}
