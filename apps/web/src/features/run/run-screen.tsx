"use client";

import type { RunId } from "@assay/contract";
import { Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { RunHeader } from "./run-header.tsx";
import "./run.css";

const loading = () => <Skeleton height={400} />;

// Each tab brings its own parts, so that a chart does not wait for the scripts of a log.
const RunOverview = dynamic(() => import("./run-overview.tsx").then((tab) => tab.RunOverview), { loading });
const RunCharts = dynamic(() => import("./run-charts.tsx").then((tab) => tab.RunCharts), { loading });
const RunSystem = dynamic(() => import("./run-system.tsx").then((tab) => tab.RunSystem), { loading });
const LogsTab = dynamic(() => import("../logs/logs-tab.tsx").then((tab) => tab.LogsTab), { loading });
const ArtifactsTab = dynamic(() => import("../artifacts/artifacts-tab.tsx").then((tab) => tab.ArtifactsTab), {
  loading,
});
const LineagePanel = dynamic(() => import("../lineage/lineage-panel.tsx").then((tab) => tab.LineagePanel), { loading });

const TABS = ["overview", "charts", "system", "logs", "artifacts", "lineage"] as const;
const WORDS = {
  overview: "Overview",
  charts: "Charts",
  system: "System",
  logs: "Logs",
  artifacts: "Artifacts",
  lineage: "Lineage",
} as const;

/** One run: what went in, what came out, how it went. */
export function RunScreen({ runId }: { runId: RunId }) {
  const trpc = useTRPC();
  const scope = useScope();
  const [tab, setTab] = useQueryState(
    "tab",
    parseAsStringLiteral(TABS).withDefault("overview").withOptions({ history: "push" }),
  );
  const run = useQuery(trpc.run.get.queryOptions({ ...scope, runId }));
  if (run.isError && run.data === undefined) {
    return (
      <div className="screen screen-narrow">
        <QueryError error={run.error} onRetry={() => void run.refetch()} />
      </div>
    );
  }
  return (
    <div className="screen">
      {run.data === undefined ? <Skeleton height={56} width={420} /> : <RunHeader run={run.data} />}
      <Tabs
        value={tab}
        onChange={(value) => void setTab(TABS.find((one) => one === value) ?? "overview")}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {WORDS[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {run.data === undefined ? (
          <Skeleton height={400} />
        ) : (
          <>
            <Tabs.Panel value="overview">
              <RunOverview run={run.data} />
            </Tabs.Panel>
            <Tabs.Panel value="charts">
              <RunCharts run={run.data} />
            </Tabs.Panel>
            <Tabs.Panel value="system">
              <RunSystem run={run.data} />
            </Tabs.Panel>
            <Tabs.Panel value="logs">
              <LogsTab run={run.data} />
            </Tabs.Panel>
            <Tabs.Panel value="artifacts">
              <ArtifactsTab run={run.data} />
            </Tabs.Panel>
            <Tabs.Panel value="lineage">
              <LineagePanel kind="run" id={runId} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </div>
  );
}
