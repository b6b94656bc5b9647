"use client";

import { EmptyState, SkeletonRows } from "@assay/ui";
import { Switch } from "@mantine/core";
import { parseAsBoolean, parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { CompareTable } from "./compare-table.tsx";
import { useComparedRuns } from "./use-compared-runs.ts";

interface CompareViewProps {
  runs: readonly { id: string }[];
}

/** Runs as columns, what they have as rows. */
export function CompareView({ runs }: CompareViewProps) {
  const [isDiffOnly, setDiffOnly] = useQueryState("diff", parseAsBoolean.withDefault(true));
  const [baselineId, setBaselineId] = useQueryState("baseline", parseAsString);
  const ids = useMemo(() => runs.map((run) => run.id), [runs]);
  const compared = useComparedRuns(ids);
  const baseline = compared.runs.findIndex((run) => run.id === baselineId);

  if (ids.length === 0) {
    return (
      <EmptyState title="Nothing to compare">
        <p>Open the eye of two or more runs in the list; they appear here side by side.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="charts-toolbar" style={{ marginBottom: 8 }}>
        <Switch
          label="Differences only"
          checked={isDiffOnly}
          onChange={(event) => void setDiffOnly(event.currentTarget.checked)}
        />
      </div>
      {compared.details.isPending && <SkeletonRows rows={12} />}
      {compared.details.isError && (
        <QueryError error={compared.details.error} onRetry={() => void compared.details.refetch()} />
      )}
      {compared.runs.length > 0 && (
        <CompareTable
          runs={compared.runs}
          sections={compared.sections}
          isDiffOnly={isDiffOnly && compared.runs.length > 1}
          baseline={baseline === -1 ? null : baseline}
          onBaseline={(index) => void setBaselineId(index === null ? null : (compared.runs[index]?.id ?? null))}
        />
      )}
    </>
  );
}
