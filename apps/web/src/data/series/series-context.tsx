"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useLive } from "../live/live-context.ts";
import { useScope } from "../scope-context.ts";
import { pacedRefresh } from "./paced-refresh.ts";
import { refreshGroupSeries, refreshRunSeries } from "./refresh-series.ts";
import { createSeriesSource, type SeriesSource } from "./series-source.ts";

const SeriesContext = createContext<SeriesSource | null>(null);

const RUNS_EVERY_MS = 400;
/** A group's line is counted over all members, and one of them hardly moves it. */
const GROUPS_EVERY_MS = 3_000;

/** Where the project's charts get their lines. */
export function useSeriesSource(): SeriesSource {
  const source = useContext(SeriesContext);
  if (source === null) throw new Error("useSeriesSource is for screens inside a project");
  return source;
}

/** Gives charts their lines, and keeps them up to date with runs that log while the page is looked at. */
export function SeriesProvider({ children }: { children: ReactNode }) {
  const scope = useScope();
  const queryClient = useQueryClient();
  const { bus } = useLive();
  const source = useMemo(() => createSeriesSource(scope), [scope]);

  useEffect(() => {
    const isPaused = () => document.hidden;
    const paces = [
      pacedRefresh({
        refresh: (runIds) => refreshRunSeries(queryClient, source, runIds),
        intervalMs: RUNS_EVERY_MS,
        isPaused,
      }),
      pacedRefresh({
        refresh: (runIds) => refreshGroupSeries(queryClient, runIds),
        intervalMs: GROUPS_EVERY_MS,
        isPaused,
      }),
    ];
    const resume = () => {
      for (const pace of paces) pace.resume();
    };
    const leave = bus.watch(({ kind, runId }) => {
      if (kind !== "metrics" || runId === null) return;
      for (const pace of paces) pace.note(runId);
    });
    document.addEventListener("visibilitychange", resume);
    return () => {
      leave();
      document.removeEventListener("visibilitychange", resume);
      for (const pace of paces) pace.stop();
    };
  }, [bus, queryClient, source]);

  return <SeriesContext value={source}>{children}</SeriesContext>;
}
