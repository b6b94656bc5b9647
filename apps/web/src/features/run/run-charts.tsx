"use client";

import type { RunDetail } from "@assay/contract";
import { EmptyState, Snippet } from "@assay/ui";
import { useMemo } from "react";
import { ChartGrid } from "../charts/chart-grid.tsx";
import { useChartSubject } from "../charts/use-chart-subject.ts";
import { isSystemKey } from "./is-system-key.ts";

/** The run's curves, growing while it trains. */
export function RunCharts({ run }: { run: RunDetail }) {
  const subject = useChartSubject([run]);
  const keyList = run.metrics.map((metric) => metric.key).join("\n");
  const keys = useMemo(() => keyList.split("\n").filter((key) => key !== "" && !isSystemKey(key)), [keyList]);
  if (keys.length === 0) {
    return (
      <EmptyState title="No metrics yet">
        <p>A curve appears with its first point, for instance by</p>
        <Snippet code={'mlflow.log_metric("train/loss", loss, step=step)'} what="Python line" />
      </EmptyState>
    );
  }
  return <ChartGrid subject={subject} keys={keys} />;
}
