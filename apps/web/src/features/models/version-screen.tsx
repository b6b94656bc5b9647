"use client";

import { Section } from "@assay/ui";
import { Skeleton } from "@mantine/core";
import { skipToken, useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { LineagePanel } from "../lineage/lineage-panel.tsx";
import { EntriesSection } from "../run/entries-section.tsx";
import { MetricsSection } from "../run/metrics-section.tsx";
import { RunDatasetsSection } from "../run/run-datasets-section.tsx";
import { SourceSection } from "../run/source-section.tsx";
import "../run/run.css";
import { OriginSection } from "./origin-section.tsx";
import { VersionDifference } from "./version-difference.tsx";
import { VersionFiles } from "./version-files.tsx";
import { VersionHeader } from "./version-header.tsx";

/** The evidence page: what a version is made of, where it came from, and what it would replace. */
export function VersionScreen({ name, version: number }: { name: string; version: number }) {
  const trpc = useTRPC();
  const scope = useScope();
  const version = useQuery(trpc.modelVersion.get.queryOptions({ ...scope, name, version: number }));
  const model = useQuery(trpc.model.get.queryOptions({ ...scope, name }));
  const runId = version.data?.sourceRun?.id;
  const run = useQuery(trpc.run.get.queryOptions(runId === undefined ? skipToken : { ...scope, runId }));
  if (version.isError) {
    return (
      <div className="screen screen-narrow">
        <QueryError error={version.error} onRetry={() => void version.refetch()} />
      </div>
    );
  }
  if (version.data === undefined) {
    return (
      <div className="screen">
        <Skeleton height={56} width={420} />
        <Skeleton height={420} />
      </div>
    );
  }
  const aliases = model.data?.aliases ?? [];
  return (
    <div className="screen">
      <VersionHeader version={version.data} aliases={aliases} />
      <Section title="Lineage">
        <LineagePanel kind="modelVersion" id={`${name}/${number}`} />
      </Section>
      <div className="screen-columns">
        <div className="screen-column">
          <OriginSection version={version.data} run={run.data} />
          {runId !== undefined && <RunDatasetsSection runId={runId} />}
          {run.data !== undefined && <SourceSection source={run.data.source} />}
        </div>
        <div className="screen-column">
          <VersionDifference version={version.data} aliases={aliases} />
          {run.data !== undefined && <MetricsSection run={run.data} />}
          {run.data !== undefined && (
            <EntriesSection title="Params" entries={run.data.params} hint="The run logged no params." />
          )}
        </div>
      </div>
      <VersionFiles version={version.data} />
    </div>
  );
}
