"use client";

import type { RunDetail } from "@assay/contract";
import { EmptyState, Snippet } from "@assay/ui";
import { useMemo } from "react";
import { ChartGrid } from "../charts/chart-grid.tsx";
import { useChartSubject } from "../charts/use-chart-subject.ts";
import { isSystemKey } from "./is-system-key.ts";

const RELATIVE = { kind: "relative" } as const;

/** What the machine did meanwhile: the metrics under `system/`, over time. */
export function RunSystem({ run }: { run: RunDetail }) {
  const subject = useChartSubject([run]);
  const keyList = run.metrics.map((metric) => metric.key).join("\n");
  const keys = useMemo(() => keyList.split("\n").filter(isSystemKey), [keyList]);
  if (keys.length > 0) return <ChartGrid subject={subject} keys={keys} usualX={RELATIVE} />;
  return (
    <EmptyState title="No system metrics yet">
      <p>Processor, memory, disk and network appear here when they are logged, in Python by</p>
      <Snippet code="mlflow.enable_system_metrics_logging()  # needs psutil" what="Python line" />
      <p>and in TypeScript by</p>
      <Snippet code="const run = await assay.createRun({ systemMetrics: true });" what="TypeScript line" />
    </EmptyState>
  );
}
