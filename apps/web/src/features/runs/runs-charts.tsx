"use client";

import { EmptyState, ErrorNotice } from "@assay/ui";
import { Skeleton } from "@mantine/core";
import { useMemo } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { ChartGrid } from "../charts/chart-grid.tsx";
import type { ChartSubject } from "../charts/chart-subject.ts";
import { GroupControls } from "../charts/group-controls.tsx";
import { useChartState } from "../charts/use-chart-state.ts";
import { useRunGroups } from "./use-run-groups.ts";
import type { RunsModel } from "./use-runs-model.ts";
import { MOST_SHOWN } from "./use-shown-runs.ts";

/** The curves of the runs that are shown, or of groups of all runs that match. */
export function RunsCharts({ model }: { model: RunsModel }) {
  const { state, experiment, shown, keys, hoverLink } = model;
  const [{ group, centre, band }] = useChartState();
  const { filter, archived } = state;
  const { query, found } = useRunGroups({ experiment, filter, isArchived: archived, column: group });
  const subject = useMemo(
    (): ChartSubject =>
      found === null ? { kind: "runs", runs: shown.runs } : { kind: "groups", ...found, style: { centre, band } },
    [found, shown.runs, centre, band],
  );
  const isEmpty = group === null && shown.ids.length === 0 && model.runs.list.isSuccess;
  return (
    <>
      {group === null && (state.runs?.length ?? 0) > MOST_SHOWN && (
        <ErrorNotice
          message={`The first ${MOST_SHOWN} of the chosen runs are drawn.`}
          remedy="Close some eyes to draw others, or group by a param to draw all of them."
        />
      )}
      {query.isError && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
      {group !== null && found === null && !query.isError && <Skeleton height={400} />}
      {isEmpty && (
        <EmptyState title="No run is shown">
          <p>Open the eye of a run in the list, or press e on its row.</p>
        </EmptyState>
      )}
      {(group === null || found !== null) && !isEmpty && (
        <ChartGrid
          subject={subject}
          keys={keys.metrics}
          hoverLink={hoverLink}
          controls={<GroupControls keys={keys} />}
        />
      )}
    </>
  );
}
