"use client";

import type { ChartRange } from "@assay/ui/chart";
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";

interface SeriesOptions<Line> {
  queryKey: QueryKey;
  queryFn: (context: { signal: AbortSignal }) => Promise<Line[]>;
}

interface ZoomableRequest<Line> {
  optionsOf: (range: ChartRange | null) => SeriesOptions<Line>;
  /** The part of the x axis in view. */
  range: ChartRange | null;
  /** Whether nothing is gained by asking for a part again. */
  isComplete: (lines: Line[]) => boolean;
  isEnabled: boolean;
}

/** Live events and gaps refetch what changed, so that age alone is no reason for long. */
const STALE_AFTER_MS = 60_000;

/** A panel's data; while zoomed, that of the part in view at full resolution once it arrives. */
export function useZoomableQuery<Line>({ optionsOf, range, isComplete, isEnabled }: ZoomableRequest<Line>) {
  const shared = { staleTime: STALE_AFTER_MS, structuralSharing: false };
  const whole = useQuery({
    ...optionsOf(null),
    ...shared,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
  const isFinerAsked = range !== null && whole.data !== undefined && !isComplete(whole.data);
  const finer = useQuery({ ...optionsOf(range), ...shared, enabled: isEnabled && isFinerAsked });
  const fine = isFinerAsked ? finer.data : undefined;
  return {
    data: fine ?? whole.data,
    query: whole,
    isRefining: isFinerAsked && finer.isFetching && fine === undefined,
  };
}
