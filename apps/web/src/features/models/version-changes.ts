import type { ModelVersionDetail, RunDataset, RunDetail } from "@assay/contract";
import { formatBytes, formatDelta, formatNumber, shortId } from "@assay/ui";
import { usualAggregate } from "../runs/default-columns.ts";

export interface Change {
  label: string;
  before: string;
  after: string;
  /** For metrics: after minus before. */
  delta: number | null;
}

export interface ChangeGroup {
  title: string;
  changes: Change[];
  unchangedCount: number;
}

export interface VersionEvidence {
  version: ModelVersionDetail;
  run: RunDetail | undefined;
  datasets: readonly RunDataset[];
}

const NONE = "–";

function textChanges(title: string, before: Record<string, string>, after: Record<string, string>): ChangeGroup {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort((a, b) => a.localeCompare(b, "en"));
  const changes = keys
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ label: key, before: before[key] ?? NONE, after: after[key] ?? NONE, delta: null }));
  return { title, changes, unchangedCount: keys.length - changes.length };
}

function metricValues(run: RunDetail | undefined): Map<string, number> {
  return new Map(
    (run?.metrics ?? []).map((metric) => {
      const aggregate = usualAggregate(metric.key);
      return [metric.key, aggregate === "max" ? metric.max : aggregate === "min" ? metric.min : metric.last];
    }),
  );
}

function metricChanges(before: RunDetail | undefined, after: RunDetail | undefined): ChangeGroup {
  const old = metricValues(before);
  const now = metricValues(after);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a.localeCompare(b, "en"));
  const changes = keys.flatMap((key): Change[] => {
    const was = old.get(key);
    const is = now.get(key);
    if (was !== undefined && is !== undefined && Object.is(was, is)) return [];
    const delta = was === undefined || is === undefined || !Number.isFinite(is - was) ? null : is - was;
    return [
      {
        label: `${key} ${usualAggregate(key)}`,
        before: was === undefined ? NONE : formatNumber(was),
        after: is === undefined ? NONE : `${formatNumber(is)}${delta === null ? "" : ` (${formatDelta(delta)})`}`,
        delta,
      },
    ];
  });
  return { title: "Metrics", changes, unchangedCount: keys.length - changes.length };
}

const datasetEntries = (datasets: readonly RunDataset[]) =>
  Object.fromEntries(
    datasets.map((one) => [one.context === "" ? one.name : `${one.name} (${one.context})`, shortId(one.digest, 12)]),
  );

const fileEntries = (version: ModelVersionDetail) =>
  Object.fromEntries(
    version.files.map((file) => [file.path, `${shortId(file.sha256, 12)} ${formatBytes(file.sizeBytes)}`]),
  );

function codeEntries(run: RunDetail | undefined): Record<string, string> {
  if (run === undefined) return {};
  const { commit, branch, isDirty } = run.source;
  return {
    ...(commit === undefined ? {} : { commit: shortId(commit, 12) }),
    ...(branch === undefined ? {} : { branch }),
    ...(isDirty === undefined ? {} : { "working tree": isDirty ? "uncommitted changes" : "clean" }),
  };
}

/** What differs between two versions, from outcome down to bytes. */
export function versionChanges(before: VersionEvidence, after: VersionEvidence): ChangeGroup[] {
  return [
    metricChanges(before.run, after.run),
    textChanges("Params", before.run?.params ?? {}, after.run?.params ?? {}),
    textChanges("Data", datasetEntries(before.datasets), datasetEntries(after.datasets)),
    textChanges("Code", codeEntries(before.run), codeEntries(after.run)),
    textChanges("Files", fileEntries(before.version), fileEntries(after.version)),
  ].filter((group) => group.changes.length + group.unchangedCount > 0);
}
