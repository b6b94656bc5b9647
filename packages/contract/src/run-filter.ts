import type { Filter } from "./filter.ts";
import type { MetricAggregate } from "./metric.ts";

export const RUN_ATTRIBUTES = [
  "id",
  "name",
  "number",
  "status",
  "created_by",
  "user",
  "created_at",
  "started_at",
  "ended_at",
  "duration",
  "notes",
  "commit",
  "artifact_uri",
] as const;
export type RunAttribute = (typeof RUN_ATTRIBUTES)[number];

/** What a filter or sort looks at. */
export type RunField =
  | {
      entity: "attribute";
      name: RunAttribute;
      /** What stands before and after the value where the filter is written: an artifact URI around a run's id. */
      around?: { before: string; after: string };
    }
  | { entity: "metric"; key: string; aggregate: MetricAggregate }
  | { entity: "param"; key: string }
  | { entity: "tag"; key: string }
  | { entity: "dataset"; name: "name" | "digest" | "context" };

/** A parsed run filter. NaN never satisfies a comparison; a missing key satisfies none but IS NULL. */
export type RunFilter = Filter<RunField>;
