"use client";

import { type GroupLineColumns, type GroupStyle, groupLines } from "@assay/ui/chart";
import { useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useSeriesSource } from "../../data/series/series-context.tsx";
import { groupSeriesKey } from "../../data/series/series-query.ts";
import type { RunGroup } from "./chart-subject.ts";
import type { LinesRequest } from "./use-run-lines.ts";
import { useZoomableQuery } from "./use-zoomable-query.ts";

const PARTS = 500;

/** A line for each group with points of the key, counted by the server over all members. */
export function useGroupLines(
  groups: readonly RunGroup[],
  style: GroupStyle,
  { metricKey, xAxis, range, isEnabled }: LinesRequest,
) {
  const scope = useScope();
  const source = useSeriesSource();
  const { centre, band } = style;
  const { data, ...rest } = useZoomableQuery<GroupLineColumns>({
    optionsOf: (part) => {
      const members = groups.map(({ runIds }) => runIds);
      const request = { groups: members, x: xAxis, maxPoints: PARTS, centre, band, ...part };
      return {
        queryKey: groupSeriesKey(scope, request, metricKey),
        queryFn: ({ signal }) => source.groups(request, metricKey, signal),
      };
    },
    range,
    isComplete: () => false,
    isEnabled: isEnabled && groups.length > 0,
  });
  const lines = useMemo(() => groupLines(groups, data ?? [], band), [groups, data, band]);
  return { lines, ...rest };
}
